import type { BindingApplication } from '@anjiao/shared/contract/identity'
import type { BindingApplicationId, CommunityId } from '@anjiao/shared/ids'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import { brokenConstraint } from '../../platform/database.ts'
import type { MembershipRelation } from '../../platform/database-types.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Waiting at once for one person in one community: nobody moves into more homes in the days an answer takes. */
const pendingMax = 5

export interface AskedBinding {
  readonly communityId: CommunityId
  /** As the person wrote it; staff find the room. */
  readonly roomText: string
  readonly applicantName: string
  readonly relation: MembershipRelation
}

/**
 * 绑定申请: asks to be linked to a home whose roll does not name one's phone. A tenant is refused (`tenant-asks-owner`):
 * a tenant sees the bills of a home only when its owner links them. Refused as `application-pending` for a room asked
 * for already, as `too-many-applications`, and as `not-found` for a community there is not.
 */
export async function applyForBinding(
  world: World,
  { personId }: Caller,
  { communityId, ...asked }: AskedBinding,
): Promise<BindingApplication> {
  if (asked.relation === 'tenant') throw new Refusal('tenant-asks-owner')
  return inCommunity(world, communityId, { kind: 'person', personId }, async (ctx) => {
    const named = await ctx.tx.maybe<{ name: string }>`select name from community where id = ${communityId}`
    if (!named) throw new Refusal('not-found')
    await ctx.tx.run`select from person where id = ${personId} for no key update`
    const { pending } = await ctx.tx.one<{ pending: number }>`
      select count(*) as pending from binding_application
       where (community_id, person_id, state) = (${communityId}, ${personId}, 'pending')`
    if (pending >= pendingMax) throw new Refusal('too-many-applications', { limit: pendingMax })

    const roomText = asked.roomText.trim()
    const applicantName = asked.applicantName.trim()
    const { relation } = asked
    const id = await enter(ctx, personId, { roomText, applicantName, relation })
    return {
      id,
      communityId,
      communityName: named.name,
      roomText,
      applicantName,
      relation,
      state: 'pending',
      answer: '',
      createdAt: ctx.now.toISOString(),
    }
  })
}

async function enter(
  { tx, community, now }: Ctx,
  personId: Caller['personId'],
  { roomText, applicantName, relation }: Omit<AskedBinding, 'communityId'>,
): Promise<BindingApplicationId> {
  const entered = tx.one<{ id: BindingApplicationId }>`
    insert into binding_application (community_id, person_id, room_text, applicant_name, relation, created_at)
    values (${community}, ${personId}, ${roomText}, ${applicantName}, ${relation}, ${now}) returning id`
  const { id } = await entered.catch((error: unknown) => {
    throw brokenConstraint(error) === 'binding_application_one_pending'
      ? new Refusal('application-pending')
      : error
  })
  return id
}
