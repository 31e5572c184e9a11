import type { DisputeId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { DisputeState } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Disputed } from './hold-disputed.ts'

/**
 * Locks a home, then a dispute of it that waits for an answer. Refused as `not-found`, also when it is of another home
 * than the one named, and as `dispute-over` when it was answered or withdrawn before.
 */
export async function lockOpenDispute(
  ctx: Ctx,
  disputeId: DisputeId,
  householdId: HouseholdId | null = null,
): Promise<Disputed> {
  await lockHomeOf(ctx, disputeId)
  const dispute = await ctx.tx.maybe<Disputed & { readonly state: DisputeState }>`
    select id, household_id, charge_id, state from dispute where (community_id, id) = (${ctx.community}, ${disputeId})
       for update`
  if (!dispute || (householdId !== null && householdId !== dispute.householdId))
    throw new Refusal('not-found')
  if (dispute.state !== 'open') throw new Refusal('dispute-over')
  return dispute
}

/** Everyone locks a home before what belongs to it. */
export async function lockHomeOf({ tx, community }: Ctx, disputeId: DisputeId): Promise<void> {
  await tx.run`
    select from household
     where (community_id, id) = (
       select community_id, household_id from dispute where (community_id, id) = (${community}, ${disputeId}))
       for update`
}
