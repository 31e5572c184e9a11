import { addDays } from '@anjiao/shared/calendar'
import type { Dispute } from '@anjiao/shared/contract/disputes'
import { disputeTerms } from '@anjiao/shared/dispute-terms'
import type { DisputeId, PersonId } from '@anjiao/shared/ids'
import { cancelCharge } from '../billing/index.ts'
import { deletePhotosOn } from '../evidence/index.ts'
import { refuseOwnRequest } from '../identity/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { recordEvent } from '../platform/domain-events.ts'
import { shownDispute } from './dispute-view.ts'
import { releaseDisputed } from './hold-disputed.ts'
import { lockOpenDispute } from './lock-dispute.ts'
import { photoSubject } from './photo-subject.ts'

export type DisputeAnswer =
  | { readonly outcome: 'explained'; readonly answer: string }
  | { readonly outcome: 'corrected'; readonly answer: string; readonly cancelCharge: boolean }

/**
 * 答复异议. Staff explain a charge, or agree that it is wrong and, where a manager does, cancel it (作废) in the same
 * breath. The charge is held no longer than today. Refused as `not-found`, `dispute-over`, `own-application` to whoever
 * asked or is linked to the home; with `cancelCharge` as billing refuses it: `not-allowed` to anyone but a manager, and
 * `charge-cancelled`.
 */
export async function answerDispute(
  ctx: Ctx,
  disputeId: DisputeId,
  answerer: PersonId,
  decision: DisputeAnswer,
): Promise<Dispute> {
  const dispute = await lockOpenDispute(ctx, disputeId)
  await refuseOwnRequest(ctx, dispute, answerer)
  const answer = decision.answer.trim()
  const cancels = decision.outcome === 'corrected' && decision.cancelCharge
  if (cancels) await cancelCharge(ctx, dispute.chargeId, answer)
  await ctx.tx.run`
    update dispute
       set state = ${decision.outcome}, answer = ${answer}, answered_by = ${answerer}, answered_at = ${ctx.now},
           charge_cancelled = ${cancels}, ended_on = ${ctx.today}
     where (community_id, id) = (${ctx.community}, ${disputeId})`
  await releaseDisputed(ctx, dispute)
  await deletePhotosOn(ctx, photoSubject(disputeId), addDays(ctx.today, disputeTerms.photoDays))
  await logAction(ctx, `dispute-${decision.outcome}`, `dispute ${disputeId}`, { chargeCancelled: cancels })
  await recordEvent(ctx, {
    kind: 'dispute-answered',
    key: `dispute:${disputeId}:answered`,
    householdId: dispute.householdId,
    payload: { disputeId, chargeId: dispute.chargeId, outcome: decision.outcome, chargeCancelled: cancels },
  })
  return shownDispute(ctx, disputeId)
}
