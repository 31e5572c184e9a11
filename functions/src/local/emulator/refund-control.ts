import Type, { type Static } from 'typebox'
import { ControlError } from './control-error.ts'
import { done, type Route, shaped } from './control-route.ts'
import type { Refund } from './refund.ts'
import { moveRefund, takeRefund } from './refund-course.ts'
import type { World } from './world.ts'

const ends = { success: 'SUCCESS', abnormal: 'ABNORMAL', closed: 'CLOSED', processing: 'PROCESSING' } as const

/** Where a refund goes now, rather than to success in its own time. `processing`: an abnormal one is dealt with. */
export const RefundStep = Type.Object({
  outRefundNo: Type.String(),
  to: Type.Enum(['success', 'abnormal', 'closed', 'processing']),
})

/** A refund made in the merchant platform; of all that is left, unless a part is named. */
export const ConsoleRefund = Type.Object({
  outTradeNo: Type.String(),
  amountFen: Type.Optional(Type.Integer({ minimum: 1 })),
})

const RefundsTake = Type.Object({ ms: Type.Integer({ minimum: 0 }) })

/** The part of the control that is about refunds. */
export interface RefundControl {
  moveRefund(step: Static<typeof RefundStep>): Refund
  /** How long refunds take from now on: seconds, unless said otherwise; a bank takes days. */
  refundsTake(ms: number): void
  /** 商户平台退款: under no number of ours, and no notice comes of it. The order reads REFUND; only the bill tells of it. */
  refundInConsole(outTradeNo: string, amountFen?: number): Refund
  refunds(): Refund[]
}

export function createRefundControl(world: World): RefundControl {
  const { orders, refunds } = world
  return {
    moveRefund: ({ outRefundNo, to }) => {
      const refund = refunds.byNumber(outRefundNo)
      const moved = refund && moveRefund(world, refund, ends[to])
      if (!moved) throw new ControlError(`no refund ${outRefundNo} that may go to ${to}`)
      return moved
    },
    refundsTake: (ms) => refunds.takes(ms),
    refundInConsole: (outTradeNo, amountFen) => {
      const order = orders.byNumber(outTradeNo)
      if (!order?.paid) throw new ControlError(`no paid order ${outTradeNo}`)
      const restFen = refunds.restFen(order)
      const wantedFen = amountFen ?? restFen
      if (wantedFen < 1 || wantedFen > restFen)
        throw new ControlError(`of ${outTradeNo} ${restFen} fen are left`)
      return takeRefund(world, order, { amountFen: wantedFen, askedAs: '' })
    },
    refunds: () => refunds.all(),
  }
}

/** `/__ctl/**` for refunds. */
export const refundRoutes = (control: RefundControl): [string, Route][] => [
  ['POST /__ctl/refund', (input) => control.moveRefund(shaped(RefundStep, input))],
  ['POST /__ctl/refunds/take', (input) => done(() => control.refundsTake(shaped(RefundsTake, input).ms))],
  ['GET /__ctl/refunds', () => control.refunds()],
  [
    'POST /__ctl/console-refund',
    (input) => {
      const { outTradeNo, amountFen } = shaped(ConsoleRefund, input)
      return control.refundInConsole(outTradeNo, amountFen)
    },
  ],
]
