import type { HouseholdId, PaymentId, RefundId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { postFound } from './post-refund.ts'
import { subjectOf } from './stored-refund.ts'
import { leavingOf, type RefundFact, type TakenFact } from './take-refund-fact.ts'

/**
 * Books a refund that somebody made in WeChat's merchant platform (商户平台), once: the money has left the merchant, and the books must know it.
 * Whose charges it opens again somebody says afterwards (`explainRefund`). One that has not succeeded yet moved nothing.
 */
export async function bookFoundRefund(ctx: Ctx, fact: RefundFact): Promise<TakenFact> {
  const leaving = leavingOf(fact)
  if (fact.state !== 'SUCCESS' || !leaving) return { kind: 'already' }
  const of = await ctx.tx.maybe<{ paymentId: PaymentId; householdId: HouseholdId }>`
    select id as payment_id, household_id from payment
     where (community_id, id) = (${ctx.community}, payment_of_transaction(${ctx.community}, ${fact.transactionId}))`
  const written = await ctx.tx.maybe<{ id: RefundId }>`
    insert into refund (community_id, household_id, payment_id, amount_fen, route, state, reason, out_refund_no, transaction_id,
                        mchid, wechat_refund_id, received_by, asked_by, asked_at, paid_at)
    values (${ctx.community}, ${of?.householdId ?? null}, ${of?.paymentId ?? null}, ${fact.amountFen}, 'wechat', 'found',
            '在微信商户平台退款', ${fact.outRefundNo}, ${fact.transactionId}, ${fact.mchid}, ${fact.refundId},
            ${fact.receivedBy ?? null}, 'wechat', ${ctx.now}, ${fact.refundedAt})
    on conflict do nothing
    returning id`
  if (!written) return { kind: 'already' }
  await postFound(ctx, { id: written.id, amountFen: fact.amountFen }, leaving)
  await logAction(ctx, 'refund-found', subjectOf(written.id), { amountFen: fact.amountFen })
  return { kind: 'found' }
}
