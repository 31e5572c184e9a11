import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { type Ctx, inCommunity, type World } from '../platform/context.ts'
import type { MembershipRelation, StaffRole } from '../platform/database-types.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'

/** A household that the asking person is linked to, and how. */
export interface OwnHousehold {
  readonly householdId: HouseholdId
  readonly relation: MembershipRelation
}

/**
 * Does something for a household on behalf of somebody linked to it. Refused as `not-found` to everyone else, so that
 * nobody learns which ids exist.
 */
export function asResident<T>(
  world: World,
  caller: Caller,
  { communityId, householdId }: { communityId: CommunityId; householdId: HouseholdId },
  work: (ctx: Ctx, household: OwnHousehold) => Promise<T>,
): Promise<T> {
  return inCommunity(world, communityId, { kind: 'person', personId: caller.personId }, async (ctx) => {
    const membership = await ctx.tx.maybe<{ relation: MembershipRelation }>`
      select relation from membership
       where (community_id, household_id, person_id) = (${communityId}, ${householdId}, ${caller.personId})`
    if (!membership) throw new Refusal('not-found')
    const { relation } = membership
    const actor = { kind: 'person', personId: caller.personId, relation } as const
    return work({ ...ctx, actor }, { householdId, relation })
  })
}

/** Does something as staff of a community, if the person holds one of the roles there (`not-allowed` otherwise). */
export function asStaff<T>(
  world: World,
  caller: Caller,
  communityId: CommunityId,
  roles: readonly StaffRole[],
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return inCommunity(world, communityId, { kind: 'person', personId: caller.personId }, async (ctx) => {
    const post = await ctx.tx.maybe<{ roles: StaffRole[] }>`
      select roles::text[] from staff where (community_id, person_id) = (${communityId}, ${caller.personId})`
    if (!post || !holdsAnyOf(post.roles, roles)) throw new Refusal('not-allowed')
    return work({ ...ctx, actor: { kind: 'staff', personId: caller.personId, roles: post.roles } })
  })
}

/** Whether somebody's posts include one that is needed. Administrators may do everything. */
export const holdsAnyOf = (held: readonly StaffRole[], needed: readonly StaffRole[]): boolean =>
  held.some((role) => role === 'administrator' || needed.includes(role))
