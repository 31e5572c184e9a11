import type { DisputeId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { DisputeState } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Disputed } from './hold-disputed.ts'

export interface OpenDispute extends Disputed {
  readonly askedBy: PersonId
}

/**
 * Locks a home, then a dispute of it that waits for an answer. Refused as `not-found`, also when it is of another home
 * than the one named, and as `dispute-over` when it was answered or withdrawn before.
 */
export async function lockOpenDispute(
  ctx: Ctx,
  disputeId: DisputeId,
  householdId: HouseholdId | null = null,
): Promise<OpenDispute> {
  const whose = await ctx.tx.maybe<{ householdId: HouseholdId }>`
    select household_id from dispute where (community_id, id) = (${ctx.community}, ${disputeId})`
  if (!whose || (householdId !== null && householdId !== whose.householdId)) throw new Refusal('not-found')
  await lockHome(ctx, whose.householdId)
  const dispute = await ctx.tx.one<OpenDispute & { readonly state: DisputeState }>`
    select id, household_id, charge_id, asked_by, state from dispute where (community_id, id) = (${ctx.community}, ${disputeId})
       for update`
  if (dispute.state !== 'open') throw new Refusal('dispute-over')
  return dispute
}
