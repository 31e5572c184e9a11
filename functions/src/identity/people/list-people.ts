import type { HouseholdPerson } from '@anjiao/shared/contract/identity'
import type { HouseholdId, PersonId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** Everybody linked to a home, owners first, for its owner to see: phones masked, and empty where somebody has given none. */
export function listPeople(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  me: PersonId,
): Promise<HouseholdPerson[]> {
  return tx.rows<HouseholdPerson>`
    select m.id as membership_id, coalesce(masked_phone(coalesce(m.phone, p.phone)), '') as phone_masked,
           exists (select from wechat_account a where a.person_id = m.person_id) as joined,
           m.label, m.relation, coalesce(m.person_id = ${me}, false) as is_me
      from membership m left join person p on p.id = m.person_id
     where (m.community_id, m.household_id) = (${community}, ${householdId})
     order by m.relation, m.id`
}
