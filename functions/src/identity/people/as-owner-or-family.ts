import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx, World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { Refusal } from '../../platform/refusal.ts'
import { asResident } from '../access.ts'

/**
 * Does something that is for the owner of a home and their family: to a tenant, who owes nothing here (物业管理条例 41), it
 * is refused as `owner-or-family-only`; to everyone else as `not-found`.
 */
export function asOwnerOrFamily<T>(
  world: World,
  caller: Caller,
  home: { readonly communityId: CommunityId; readonly householdId: HouseholdId },
  work: (ctx: Ctx, householdId: HouseholdId) => Promise<T>,
): Promise<T> {
  return asResident(world, caller, home, (ctx, { householdId, relation }) => {
    if (relation === 'tenant') throw new Refusal('owner-or-family-only')
    return work(ctx, householdId)
  })
}
