import Type from 'typebox'
import { done, type Route, shaped } from './control-route.ts'
import type { Shipment } from './shipping-book.ts'
import type { World } from './world.ts'

const Managed = Type.Object({ managed: Type.Boolean() })

/** The part of the control that is about shipping information. */
export interface ShippingControl {
  /** Whether WeChat manages this mini-program's trade. */
  manageTrade(managed: boolean): void
  shipments(): Shipment[]
}

export const createShippingControl = ({ shipping }: World): ShippingControl => ({
  manageTrade: (managed) => shipping.manage(managed),
  shipments: () => shipping.all(),
})

/** `/__ctl/**` for shipping information. */
export const shippingRoutes = (control: ShippingControl): [string, Route][] => [
  [
    'POST /__ctl/shipping/managed',
    (input) => done(() => control.manageTrade(shaped(Managed, input).managed)),
  ],
  ['GET /__ctl/shipments', () => control.shipments()],
]
