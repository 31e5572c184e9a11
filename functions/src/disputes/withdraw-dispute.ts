import type { Dispute } from '@anjiao/shared/contract/disputes'
import type { DisputeId, HouseholdId } from '@anjiao/shared/ids'
import { deletePhotosOn } from '../evidence/index.ts'
import type { Ctx } from '../platform/context.ts'
import { shownDispute } from './dispute-view.ts'
import { releaseDisputed } from './hold-disputed.ts'
import { lockOpenDispute } from './lock-dispute.ts'
import { photoSubject } from './photo-subject.ts'

/**
 * 撤回异议. The home takes back a dispute that waits: the charge is held no longer than today, and the photos are gone.
 * Refused as `not-found` for a dispute of another home, and `dispute-over`.
 */
export async function withdrawDispute(
  ctx: Ctx,
  householdId: HouseholdId,
  disputeId: DisputeId,
): Promise<Dispute> {
  const dispute = await lockOpenDispute(ctx, disputeId, householdId)
  await ctx.tx.run`
    update dispute set state = 'withdrawn', ended_on = ${ctx.today}
     where (community_id, id) = (${ctx.community}, ${disputeId})`
  await releaseDisputed(ctx, dispute)
  await deletePhotosOn(ctx, photoSubject(disputeId), ctx.today)
  return shownDispute(ctx, disputeId)
}
