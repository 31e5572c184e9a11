import type { BindingApplication, HouseholdLink, Me, StaffPost } from '@anjiao/shared/contract/identity'
import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import { asPerson, type Ctx, inCommunity, type PersonCtx, type World } from '../platform/context.ts'

/**
 * Who somebody is: their homes, applications and posts in all communities. A home whose ownership has ended is listed
 * as long as something is open or paid ahead there. Two short transactions for most people: one over all communities,
 * then one in each community they have a home in, because only there rooms and owners can be read.
 */
export async function readMe(world: World, personId: PersonId): Promise<Me> {
  const { communities, ...me } = await asPerson(world, personId, (ctx) => acrossCommunities(ctx, personId))
  const actor = { kind: 'person', personId } as const
  const households = await Promise.all(
    communities.map((community) => inCommunity(world, community, actor, (ctx) => homesOf(ctx, personId))),
  )
  return { personId, ...me, households: households.flat() }
}

interface AcrossCommunities {
  readonly phoneMasked: string | null
  readonly communities: CommunityId[]
  readonly applications: BindingApplication[]
  readonly staff: StaffPost[]
}

function acrossCommunities({ tx }: PersonCtx, personId: PersonId): Promise<AcrossCommunities> {
  return tx.one<AcrossCommunities>`
    select masked_phone(p.phone) as phone_masked,
           array(select distinct community_id from membership where person_id = p.id order by community_id) as communities,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'id', a.id, 'communityId', c.id, 'communityName', c.name, 'roomText', a.room_text,
                     'applicantName', a.applicant_name, 'relation', a.relation, 'state', a.state, 'answer', a.answer,
                     'createdAt', to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                   ) order by a.created_at desc, a.id desc), '[]')
              from (select * from binding_application where person_id = p.id order by created_at desc, id desc limit 50) a
              join community c on c.id = a.community_id) as applications,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'communityId', c.id, 'communityName', c.name, 'name', s.name, 'roles', s.roles
                   ) order by c.name), '[]')
              from staff s join community c on c.id = s.community_id where s.person_id = p.id) as staff
      from person p where p.id = ${personId}`
}

/** Homes of today first. */
function homesOf({ tx, community, today }: Ctx, personId: PersonId): Promise<HouseholdLink[]> {
  return tx.rows<HouseholdLink>`
    select c.id as community_id, c.name as community_name, h.id as household_id,
           room_name(b.name, r.unit, r.room_no) as room_name, masked_name(h.owner_name) as owner_masked, m.relation
      from membership m
      join household h on (h.community_id, h.id) = (m.community_id, m.household_id)
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      join community c on c.id = m.community_id
     where m.community_id = ${community} and m.person_id = ${personId}
       and (coalesce(h.to_date >= ${today}, true)
            or h.advance_fen > 0
            or exists (select from charge where (charge.community_id, household_id) = (h.community_id, h.id)
                                            and settled_fen < amount_fen and cancelled_by is null))
     order by coalesce(h.to_date >= ${today}, true) desc, r.id, h.id`
}
