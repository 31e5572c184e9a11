import Type, { type Static } from 'typebox'
import type { Journal } from './journal.ts'

/** 发货信息 of one payment, as it was last reported. */
export const Shipment = Type.Object({
  transactionId: Type.String(),
  openid: Type.String(),
  description: Type.String(),
  uploadedAtMs: Type.Number(),
  /** The one change that is allowed was made. */
  changed: Type.Boolean(),
})
export type Shipment = Readonly<Static<typeof Shipment>>

export interface ShippingBook {
  of(transactionId: string): Shipment | undefined
  all(): Shipment[]
  put(shipment: Shipment): void
  /** Whether WeChat manages this mini-program's trade: it does, unless told otherwise. */
  managed(): boolean
  manage(managed: boolean): void
}

export function createShippingBook(journal: Journal, known: readonly Shipment[]): ShippingBook {
  const byTransaction = new Map(known.map((shipment) => [shipment.transactionId, shipment]))
  let managed = true
  return {
    of: (transactionId) => byTransaction.get(transactionId),
    all: () => [...byTransaction.values()],
    put: (shipment) => {
      byTransaction.set(shipment.transactionId, shipment)
      journal.record('shipment', shipment.transactionId, shipment)
    },
    managed: () => managed,
    manage: (whether) => {
      managed = whether
    },
  }
}
