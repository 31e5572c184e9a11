import type { AdvanceReturnId, PersonId, RefundId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { answerReturn, standStill } from './advance-return/answer-return.ts'
import { approveRefund } from './approve-refund.ts'
import { refundableOf } from './refundable.ts'
import { lockTogether, type RefundOfHome, stateAfter, subjectOf } from './stored-refund.ts'
import { refuseInterested } from './who-may-refund.ts'

export type RefundDecision =
  | { readonly kind: 'approve' }
  | { readonly kind: 'decline'; readonly reason: string }

/**
 * The second person (复核) lets a refund go, or does not; refunds that give an advance back as one deed go together or not at all. What is
 * asked for is looked at anew: the payment may have gone back otherwise meanwhile, the advance may be spent. Refused as
 * `refund-moved-on`, `own-application` to who asked, `own-receipt`, and as `refuseUnrefundable` says.
 */
export async function decideRefund(
  ctx: Ctx,
  id: RefundId,
  decider: PersonId,
  decision: RefundDecision,
): Promise<void> {
  const refunds = await lockTogether(ctx, id)
  for (const refund of refunds) {
    if (refund.askedBy === actorName(ctx.actor)) throw new Refusal('own-application')
    await refuseInterested(ctx, await refundableOf(ctx, refund.paymentId, refund.id), decider)
  }
  for (const refund of refunds)
    await (decision.kind === 'approve'
      ? approveRefund(ctx, refund)
      : declineRefund(ctx, refund, decision.reason))
  const returnId = returnOf(refunds)
  if (returnId === null) return
  await (decision.kind === 'approve'
    ? answerReturn(ctx, returnId, { agreed: true })
    : standStill(ctx, returnId))
}

async function declineRefund(ctx: Ctx, { id, state }: RefundOfHome, reason: string): Promise<void> {
  await ctx.tx.run`
    update refund set state = ${stateAfter(state, 'decline')}, checked_by = ${actorName(ctx.actor)}, checked_at = ${ctx.now},
                      declined_because = ${reason.trim()}
     where (community_id, id) = (${ctx.community}, ${id})`
  await logAction(ctx, 'refund-declined', subjectOf(id))
}

/**
 * Whoever asked takes it back before a second person has decided, with all that was asked for as one deed. Refused as
 * `refund-moved-on`, and as `not-allowed` to others.
 */
export async function withdrawRefund(ctx: Ctx, id: RefundId): Promise<void> {
  const refunds = await lockTogether(ctx, id)
  for (const refund of refunds) {
    if (refund.askedBy !== actorName(ctx.actor)) throw new Refusal('not-allowed')
    await ctx.tx.run`
      update refund set state = ${stateAfter(refund.state, 'withdraw')} where (community_id, id) = (${ctx.community}, ${refund.id})`
    await logAction(ctx, 'refund-withdrawn', subjectOf(refund.id))
  }
  const returnId = returnOf(refunds)
  if (returnId !== null) await standStill(ctx, returnId)
}

const returnOf = ([first]: readonly RefundOfHome[]): AdvanceReturnId | null => first?.returnId ?? null
