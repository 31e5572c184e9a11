import type { PaymentId, RefundId } from '@anjiao/shared/ids'
import { type Fen, formatYuan, zeroFen } from '@anjiao/shared/money'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { storeParts } from './ask-refund.ts'
import { postExplained } from './post-refund.ts'
import { refundableOf, refuseUnrefundable, wantedFen } from './refundable.ts'
import { lockRefund, type RefundPart, stateAfter, subjectOf } from './stored-refund.ts'

export interface Explanation {
  readonly parts: readonly RefundPart[]
  readonly fromAdvanceFen: Fen
  readonly reason: string
}

/**
 * Somebody in finance says what a refund was for that happened without us: these charges are open again, the rest comes out
 * of the advance. Refused as `refund-moved-on` when it waits for no explanation, as `refund-sum-differs` when the parts do not
 * make up its sum, as `refund-of-unknown-payment` when no payment of ours is known for it.
 */
export async function explainRefund(
  ctx: Ctx,
  id: RefundId,
  { parts, fromAdvanceFen, reason }: Explanation,
): Promise<void> {
  await linkToPayment(ctx, id)
  const refund = await lockRefund(ctx, id)
  const to = stateAfter(refund.state, 'explain')
  const { householdId, paymentId, amountFen } = refund
  if (householdId === null || paymentId === null) throw new Refusal('refund-of-unknown-payment')
  const wanted = { route: 'cash', parts, fromAdvanceFen } as const
  if (wantedFen(wanted) !== amountFen)
    throw new Refusal('refund-sum-differs', { yuan: formatYuan(amountFen) })
  // It has happened: what is asked is only what there is to open again, not by which way it went, nor who asked before.
  const payment = await refundableOf(ctx, paymentId, id)
  refuseUnrefundable({ ...payment, spokenForFen: zeroFen }, wanted, ctx.today)
  await forgetParts(ctx, id, paymentId)
  await storeParts(ctx, id, parts)
  await postExplained(ctx, { ...refund, householdId, reason: reason.trim(), parts })
  await ctx.tx.run`
    update refund set state = ${to}, reason = ${reason.trim()}, checked_by = ${actorName(ctx.actor)}, checked_at = ${ctx.now}
     where (community_id, id) = (${ctx.community}, ${id})`
  await logAction(ctx, 'refund-explained', subjectOf(id), { amountFen })
}

/** The notice of the payment may have come after the refund's, or its money was held and placed since. */
async function linkToPayment({ tx, community }: Ctx, id: RefundId): Promise<void> {
  await tx.run`
    update refund r set payment_id = p.id, household_id = p.household_id
      from payment p
     where (r.community_id, r.id) = (${community}, ${id}) and r.payment_id is null
       and (p.community_id, p.id) = (r.community_id, payment_of_transaction(r.community_id, r.transaction_id))`
}

/** One that had counted as failed may be explained otherwise than it was asked for. */
async function forgetParts({ tx, community }: Ctx, id: RefundId, paymentId: PaymentId): Promise<void> {
  await tx.run`
    delete from refund_part p using refund r
     where (p.community_id, p.refund_id) = (${community}, ${id}) and (r.community_id, r.id) = (p.community_id, p.refund_id)
       and r.payment_id = ${paymentId} and r.state = 'found'`
}
