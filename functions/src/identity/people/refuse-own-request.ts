import type { HouseholdId, PersonId } from '@anjiao/shared/ids'
import { actorName, type Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/** What somebody asked for, for a home. */
export interface HomeRequest {
  readonly householdId: HouseholdId
  /** Their id, or how the books name them (`person:12`). */
  readonly askedBy: PersonId | string
}

/**
 * Whether a request is somebody's own: they asked for it, or are linked to the home that it is for. Whoever asked, and has
 * left the home since, asked all the same.
 */
export async function isOwnRequest(
  { tx, community }: Ctx,
  { householdId, askedBy }: HomeRequest,
  personId: PersonId,
): Promise<boolean> {
  if (askedBy === personId || askedBy === actorName({ kind: 'person', personId })) return true
  const linked = await tx.maybe`
    select from membership
     where (community_id, household_id, person_id) = (${community}, ${householdId}, ${personId})`
  return linked !== undefined
}

/** Refuses, as `own-application`, to let somebody decide about their own request. */
export async function refuseOwnRequest(ctx: Ctx, request: HomeRequest, decider: PersonId): Promise<void> {
  if (await isOwnRequest(ctx, request, decider)) throw new Refusal('own-application')
}
