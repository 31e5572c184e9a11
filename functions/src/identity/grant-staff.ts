import type { PersonId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import { lockPhone } from './phone-lock.ts'

export interface GrantedPost {
  /** The mobile number they will sign in with. */
  readonly phone: string
  readonly name: string
  /** All they have from now on; at least one. */
  readonly roles: readonly StaffRole[]
}

/**
 * Gives somebody a post in this community, or changes the one they have. Who is not known by the phone yet is entered
 * under it: the post is theirs once they sign in with WeChat and prove the number.
 */
export async function grantStaff(ctx: Ctx, { phone, name, roles }: GrantedPost): Promise<PersonId> {
  const { tx, community, now } = ctx
  await lockPhone(tx, phone)
  await tx.run`insert into person (phone) values (${phone}) on conflict do nothing`
  const { id } = await tx.one<{ id: PersonId }>`select id from person where phone = ${phone}`
  await tx.run`
    insert into staff (community_id, person_id, name, roles, created_at)
    values (${community}, ${id}, ${name}, ${roles}::text[]::staff_role[], ${now})
    on conflict (community_id, person_id) do update set name = excluded.name, roles = excluded.roles`
  await logAction(ctx, 'post-granted', `person ${id}`, { roles: roles.join(' ') })
  return id
}
