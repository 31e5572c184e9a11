import type { HouseholdId, MembershipId, PersonId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import type { MembershipRelation } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { lockPhone } from '../phone-lock.ts'

/** Linked to one home at once, owners included. A large family fits; a list of strangers does not. */
const peopleMax = 10

export interface NewLink {
  readonly phone: string
  readonly relation: Exclude<MembershipRelation, 'owner'>
  /** What the owner calls them, e.g. 女儿; may be empty. */
  readonly label: string
}

/**
 * The owner links a family member or tenant by phone, who then sees and may pay the bills of this home: at once if the
 * phone is somebody's here, otherwise as soon as somebody proves it. Refused as `already-linked` and `home-is-full`.
 */
export async function linkPerson(
  ctx: Ctx,
  householdId: HouseholdId,
  { phone, relation, label }: NewLink,
): Promise<void> {
  const { tx, community } = ctx
  await lockPhone(tx, phone)
  await tx.run`select from household where (community_id, id) = (${community}, ${householdId}) for no key update`
  const holder = await tx.maybe<{ id: PersonId }>`select id from person where phone = ${phone}`
  const linked = await tx.one<{ count: number; already: boolean }>`
    select count(*) as count, coalesce(bool_or(phone = ${phone} or person_id = ${holder?.id ?? null}), false) as already
      from membership where (community_id, household_id) = (${community}, ${householdId})`
  if (linked.already) throw new Refusal('already-linked')
  if (linked.count >= peopleMax) throw new Refusal('home-is-full', { limit: peopleMax })

  const linkedBy = ctx.actor.kind === 'system' ? null : ctx.actor.personId
  const { id } = await tx.one<{ id: MembershipId }>`
    insert into membership (community_id, household_id, person_id, phone, relation, label, linked_by)
    values (${community}, ${householdId}, ${holder?.id ?? null}, ${holder ? null : phone}, ${relation}, ${label.trim()},
            ${linkedBy})
    returning id`
  await logAction(ctx, 'person-linked', `household ${householdId}`, { membershipId: id, relation })
}
