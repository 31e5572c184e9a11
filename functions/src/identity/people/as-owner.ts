import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx, World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { Refusal } from '../../platform/refusal.ts'
import { asResident } from '../access.ts'

/**
 * Does something that is for the owner of a home alone. Refused as `owner-only` to those linked to it otherwise, as
 * `not-found` to everyone else.
 */
export function asOwner<T>(
  world: World,
  caller: Caller,
  home: { communityId: CommunityId; householdId: HouseholdId },
  work: (ctx: Ctx, householdId: HouseholdId) => Promise<T>,
): Promise<T> {
  return asResident(world, caller, home, (ctx, { householdId, relation }) => {
    if (relation !== 'owner') throw new Refusal('owner-only')
    return work(ctx, householdId)
  })
}
