import type { PersonId, RefundId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { approveRefund } from './approve-refund.ts'
import { refundableOf } from './refundable.ts'
import { lockRefundOfHome, stateAfter, subjectOf } from './stored-refund.ts'
import { refuseInterested } from './who-may-refund.ts'

export type RefundDecision =
  | { readonly kind: 'approve' }
  | { readonly kind: 'decline'; readonly reason: string }

/**
 * The second person (复核) lets a refund go, or does not. What is asked for is looked at anew: the payment may have gone back
 * otherwise meanwhile, the advance may be spent. Refused as `refund-moved-on`, `own-application` to who asked, `own-receipt`,
 * and as `refuseUnrefundable` says.
 */
export async function decideRefund(
  ctx: Ctx,
  id: RefundId,
  decider: PersonId,
  decision: RefundDecision,
): Promise<void> {
  const refund = await lockRefundOfHome(ctx, id)
  if (refund.askedBy === actorName(ctx.actor)) throw new Refusal('own-application')
  await refuseInterested(ctx, await refundableOf(ctx, refund.paymentId, id), decider)
  if (decision.kind === 'approve') return approveRefund(ctx, refund)
  await ctx.tx.run`
    update refund set state = ${stateAfter(refund.state, 'decline')}, checked_by = ${actorName(ctx.actor)}, checked_at = ${ctx.now},
                      declined_because = ${decision.reason.trim()}
     where (community_id, id) = (${ctx.community}, ${id})`
  await logAction(ctx, 'refund-declined', subjectOf(id))
}

/** Whoever asked takes it back before a second person has decided. Refused as `refund-moved-on`, and as `not-allowed` to others. */
export async function withdrawRefund(ctx: Ctx, id: RefundId): Promise<void> {
  const refund = await lockRefundOfHome(ctx, id)
  if (refund.askedBy !== actorName(ctx.actor)) throw new Refusal('not-allowed')
  await ctx.tx.run`
    update refund set state = ${stateAfter(refund.state, 'withdraw')} where (community_id, id) = (${ctx.community}, ${id})`
  await logAction(ctx, 'refund-withdrawn', subjectOf(id))
}
