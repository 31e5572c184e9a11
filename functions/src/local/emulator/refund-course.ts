import type { Order } from './order.ts'
import { type Refund, type RefundState, refundWays } from './refund.ts'
import { newRefundId } from './refund-book.ts'
import type { World } from './world.ts'

/** What somebody asks to give back: the merchant by the interface, or a person in the merchant platform. */
export type RefundAsked = Pick<Refund, 'amountFen' | 'askedAs' | 'outRefundNo' | 'notifyUrl' | 'reason'>

/** Takes a refund of a paid order: the order reads REFUND from now on, and the payer has the money a little later. */
export function takeRefund(world: World, order: Order, asked: RefundAsked): Refund {
  const { clock, orders, refunds } = world
  const { paid, outTradeNo, mchid, partner, amountFen: totalFen } = order
  if (!paid) throw new Error(`nothing was paid for ${outTradeNo}`)
  const nowMs = clock.now().getTime()
  const refund: Refund = {
    ...asked,
    refundId: newRefundId(nowMs),
    outTradeNo,
    mchid,
    ...(partner && { subMchid: partner.subMchid }),
    transactionId: paid.transactionId,
    totalFen,
    payerTotalFen: paid.payerTotalFen,
    payerRefundFen: payersPart(order, refunds.of(outTradeNo), asked.amountFen),
    takenAtMs: nowMs,
    state: 'PROCESSING',
    dueAtMs: nowMs + refunds.takesMs(),
  }
  refunds.put(refund)
  if (!order.refunded) orders.put({ ...order, refunded: true })
  planRefund(world, refund)
  return refund
}

/** WeChat's coupons are taken back in proportion; the last refund settles what rounding left. */
function payersPart({ paid, amountFen }: Order, before: readonly Refund[], nowFen: number): number {
  if (!paid) return 0
  const kept = before.filter(({ state }) => state !== 'CLOSED')
  const givenFen = kept.reduce((sum, each) => sum + each.payerRefundFen, 0)
  const isLast = kept.reduce((sum, each) => sum + each.amountFen, nowFen) === amountFen
  if (isLast) return paid.payerTotalFen - givenFen
  return Math.min(Math.floor((nowFen * paid.payerTotalFen) / amountFen), paid.payerTotalFen - givenFen)
}

/** Lets a refund end well when its time comes, also after a restart. */
export function planRefund(world: World, { refundId, state, dueAtMs }: Refund): void {
  if (state !== 'PROCESSING') return
  world.clock.at(Math.max(dueAtMs, world.clock.now().getTime()), async () => {
    const refund = world.refunds.byId(refundId)
    if (refund?.state === 'PROCESSING' && refund.dueAtMs === dueAtMs) moveRefund(world, refund, 'SUCCESS')
  })
}

/** Moves a refund, and tells the merchant when it has ended. Undefined when there is no such way. */
export function moveRefund(world: World, refund: Refund, to: RefundState): Refund | undefined {
  if (!refundWays[refund.state].includes(to)) return undefined
  const { clock, notifier, refunds } = world
  const nowMs = clock.now().getTime()
  const moved: Refund = {
    ...refund,
    state: to,
    ...(to === 'SUCCESS' && { succeededAtMs: nowMs }),
    ...(to === 'PROCESSING' && { dueAtMs: nowMs + refunds.takesMs() }),
  }
  refunds.put(moved)
  planRefund(world, moved)
  if (to !== 'PROCESSING' && moved.notifyUrl !== undefined) notifier.announceRefund(moved, moved.notifyUrl)
  return moved
}
