import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { staffRoles } from '@anjiao/shared/vocabulary'
import { asResident, asStaff } from '../identity/index.ts'
import type { Ctx, World } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'

const anyRole = Object.keys(staffRoles) as StaffRole[]

/** Shows a household's bills to somebody linked to it, or to staff of its community. `not-found` to everyone else. */
export async function asViewer<T>(
  world: World,
  caller: Caller,
  household: { readonly communityId: CommunityId; readonly householdId: HouseholdId },
  look: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  try {
    return await asResident(world, caller, household, look)
  } catch (error) {
    if (!isRefused(error, 'not-found')) throw error
  }
  try {
    return await asStaff(world, caller, household.communityId, anyRole, look)
  } catch (error) {
    throw isRefused(error, 'not-allowed') ? new Refusal('not-found') : error
  }
}

const isRefused = (error: unknown, code: Refusal['code']) => error instanceof Refusal && error.code === code
