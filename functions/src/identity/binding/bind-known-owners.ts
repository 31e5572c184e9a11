import type { Ctx } from '../../platform/context.ts'

/**
 * Links the homes of this community to the people who proved the phone of an owner before the roll named it: whoever
 * has signed in need not do it again after an import. Answers how many links are new. Safe to repeat.
 */
export function bindKnownOwners({ tx, community }: Ctx): Promise<number> {
  return tx.run`
    insert into membership (community_id, household_id, person_id, relation)
    select h.community_id, h.id, p.id, 'owner'
      from household h, unnest(h.owner_phones) as owner (phone) join person p on p.phone = owner.phone
     where h.community_id = ${community}
     order by h.id, p.id
    on conflict (community_id, household_id, person_id) do update set relation = 'owner'
      where membership.relation <> 'owner'`
}
