import type { HouseholdId, MembershipId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import type { MembershipRelation } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

/**
 * The owner unlinks a family member or tenant, who from then on sees nothing of this home. Owners, herself included,
 * stay (`owner-stays`): they are on the roll, which the office keeps. Refused as `not-found` for links of other homes.
 */
export async function unlinkPerson(
  ctx: Ctx,
  householdId: HouseholdId,
  membershipId: MembershipId,
): Promise<void> {
  const link = await ctx.tx.maybe<{ relation: MembershipRelation }>`
    select relation from membership
     where (community_id, household_id, id) = (${ctx.community}, ${householdId}, ${membershipId}) for update`
  if (!link) throw new Refusal('not-found')
  if (link.relation === 'owner') throw new Refusal('owner-stays')
  await ctx.tx.run`delete from membership where (community_id, id) = (${ctx.community}, ${membershipId})`
  await logAction(ctx, 'person-unlinked', `household ${householdId}`, {
    membershipId,
    relation: link.relation,
  })
}
