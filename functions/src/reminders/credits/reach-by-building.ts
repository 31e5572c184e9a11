import type { Reach } from '@anjiao/shared/contract/subscriptions'
import type { Ctx } from '../../platform/context.ts'

/**
 * Who can be reached by WeChat, by building: homes that somebody owns today, those whose owner or linked family signed in
 * to this mini-program (a tenant is never written to, nor who is gone from WeChat), and those of them who have agreed to a
 * reminder that is left. Credits are those of the people of a building, each counted once however many homes they have there.
 */
export function reachByBuilding({ tx, community, today }: Ctx, appid: string): Promise<Reach[]> {
  return tx.rows<Reach>`
    with in_force as (
      select template_id from notice_wording
       where community_id = ${community} and kind = 'reminder' and channel = 'subscription' and appid = ${appid}
       order by id desc limit 1
    ), home as (
      select h.id, r.building_id from household h join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
       where h.community_id = ${community} and h.from_date <= ${today} and (h.to_date is null or h.to_date >= ${today})
    ), reader as (
      select home.id, home.building_id, a.openid
        from home
        join membership m on m.community_id = ${community} and m.household_id = home.id and m.relation <> 'tenant'
        join wechat_account a on a.person_id = m.person_id and a.appid = ${appid}
       where not exists (select from wechat_account_gone g where (g.appid, g.openid) = (a.appid, a.openid))
    ), free as (
      select openid, count(*) as credits from subscription_credit
       where appid = ${appid} and template_id = (select template_id from in_force) and state = 'free' and lost_at is null
       group by openid
    ), homes as (
      select building_id, count(*) as homes from home group by building_id
    ), reached as (
      select reader.building_id, count(distinct reader.id) as bound,
             count(distinct reader.id) filter (where free.openid is not null) as with_credit
        from reader left join free using (openid) group by reader.building_id
    ), counted as (
      select building_id, sum(credits)::bigint as credits
        from (select distinct building_id, openid from reader) each join free using (openid) group by building_id
    )
    select b.name as building, homes, coalesce(bound, 0) as bound, coalesce(with_credit, 0) as with_credit,
           coalesce(credits, 0) as credits
      from homes join building b on (b.community_id, b.id) = (${community}, homes.building_id)
      left join reached using (building_id)
      left join counted using (building_id)
     order by length(b.name), b.name`
}
