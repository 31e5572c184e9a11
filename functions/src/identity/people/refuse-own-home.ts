import type { HouseholdId, PersonId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Refuses, as `own-application`, to let somebody decide about a home that they are linked to themselves. */
export async function refuseOwnHome(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  decider: PersonId,
): Promise<void> {
  const linked = await tx.maybe`
    select from membership
     where (community_id, household_id, person_id) = (${community}, ${householdId}, ${decider})`
  if (linked) throw new Refusal('own-application')
}
