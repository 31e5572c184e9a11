import type { Difference } from '../../ledger/index.ts'
import type { Ctx } from '../../platform/context.ts'

/** Campaigns against the homes that they were planned for. */
export async function campaignsOffHomes(ctx: Ctx): Promise<Difference[]> {
  return [...(await homesOffNotices(ctx)), ...(await noticesOfNobody(ctx))]
}

function homesOffNotices({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'campaign ' || p.campaign_id || ', household ' || p.household_id as subject,
           case when p.held_out then 'who is left unreminded has no notice of it' else 'a home has one notice of it' end as rule,
           case when p.held_out then 0 else 1 end::bigint as books_fen, count(n.id) as stored_fen
      from campaign_home p
      left join notice n on (n.community_id, n.campaign_id, n.household_id) = (p.community_id, p.campaign_id, p.household_id)
     where p.community_id = ${community}
     group by p.campaign_id, p.household_id, p.held_out having count(n.id) <> case when p.held_out then 0 else 1 end
     order by p.campaign_id, p.household_id`
}

function noticesOfNobody({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'notice ' || n.id as subject, 'its campaign was planned for its home' as rule, 0::bigint as books_fen, 0::bigint as stored_fen
      from notice n
     where n.community_id = ${community} and n.campaign_id is not null
       and not exists (select from campaign_home p
                        where (p.community_id, p.campaign_id, p.household_id) = (n.community_id, n.campaign_id, n.household_id))
     order by n.id`
}
