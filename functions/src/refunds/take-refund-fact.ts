import { businessDateAt } from '@anjiao/shared/calendar'
import type { RefundId } from '@anjiao/shared/ids'
import type { RefundEvent } from '@anjiao/shared/refund-life'
import type { Ctx } from '../platform/context.ts'
import type { RefundRecord } from '../platform/wechat-pay/index.ts'
import { bookFoundRefund } from './book-found-refund.ts'
import { nextAskAt } from './next-ask.ts'
import { type Leaving, postFound, postGivenBack, postPaid } from './post-refund.ts'
import { lockRefund, lockRefundOfHome, type StoredRefund, stateAfter } from './stored-refund.ts'
import { tellPaid } from './tell-paid.ts'

/** 退款事实. What WeChat says of a refund: by notice, by query, or in the answer to asking for it. */
export type RefundFact = RefundRecord & {
  readonly mchid: string
  /** When WeChat took it; a notice does not say. */
  readonly takenAt?: Date
  /** Of the notice that brought it. */
  readonly eventId?: string
}

/** What became of it. All are kept; `other-values`: it is by number ours and by content not, and nothing was moved. */
export type TakenFact =
  | { readonly kind: 'moved' | 'already' | 'found' }
  | { readonly kind: 'other-values'; readonly refundId: RefundId }

/**
 * Takes in WeChat's word about a refund, once, in whatever order it comes: what is final stays, and a success after a failure is
 * booked as money that left without us. A refund that we never asked for is held for somebody to explain.
 */
export async function takeRefundFact(ctx: Ctx, fact: RefundFact): Promise<TakenFact> {
  if (fact.eventId && !(await isNews(ctx, fact.eventId, fact.outRefundNo))) return { kind: 'already' }
  const known = await ctx.tx.maybe<{ id: RefundId }>`
    select id from refund where (community_id, out_refund_no) = (${ctx.community}, ${fact.outRefundNo})`
  if (!known) return bookFoundRefund(ctx, fact)
  const refund = await lockRefund(ctx, known.id)
  const same =
    refund.transactionId === fact.transactionId &&
    refund.amountFen === fact.amountFen &&
    refund.mchid === fact.mchid
  if (!same) return { kind: 'other-values', refundId: refund.id }
  return move(ctx, refund, fact)
}

async function isNews({ tx, community, now }: Ctx, eventId: string, outRefundNo: string): Promise<boolean> {
  const written = await tx.run`
    insert into refund_notice (community_id, event_id, out_refund_no, received_at)
    values (${community}, ${eventId}, ${outRefundNo}, ${now}) on conflict do nothing`
  return written > 0
}

/** What each answer does to a refund in each state; what is not named changes nothing. */
const eventOf = {
  PROCESSING: { owed: 'send', abnormal: 'send' },
  ABNORMAL: { owed: 'stall', sent: 'stall' },
  CLOSED: { owed: 'fail', sent: 'fail', abnormal: 'fail' },
  SUCCESS: { owed: 'succeed', sent: 'succeed', abnormal: 'succeed', failed: 'surprise' },
} as const satisfies Record<RefundRecord['state'], Partial<Record<StoredRefund['state'], RefundEvent>>>

async function move(ctx: Ctx, refund: StoredRefund, fact: RefundFact): Promise<TakenFact> {
  const events: Partial<Record<StoredRefund['state'], RefundEvent>> = eventOf[fact.state]
  const event = events[refund.state]
  if (!event) return { kind: 'already' }
  const to = stateAfter(refund.state, event)
  const leaving = leavingOf(fact)
  if (event === 'succeed' && leaving) await postPaid(ctx, refund, leaving)
  if (event === 'surprise' && leaving) await postFound(ctx, refund, leaving)
  if (event === 'fail') await postGivenBack(ctx, await lockRefundOfHome(ctx, refund.id))
  const goesOn = to === 'sent' || to === 'abnormal'
  await ctx.tx.run`
    update refund set state = ${to}, wechat_refund_id = ${fact.refundId},
                      taken_at = coalesce(taken_at, ${fact.takenAt ?? null}), received_by = ${fact.receivedBy ?? null}, tries = 0,
                      stands_because = ${event === 'fail' ? 'closed-by-wechat' : null},
                      paid_at = ${fact.state === 'SUCCESS' ? fact.refundedAt : null},
                      next_try_at = ${goesOn ? nextAskAt(ctx.now, 0) : null}
     where (community_id, id) = (${ctx.community}, ${refund.id})`
  if (event === 'succeed') await tellPaid(ctx, refund)
  return { kind: 'moved' }
}

export const leavingOf = (fact: RefundFact): Leaving | undefined =>
  fact.state === 'SUCCESS'
    ? { from: { account: 'wechat', place: fact.mchid }, on: businessDateAt(fact.refundedAt) }
    : undefined
