import { firstOfMonth } from '@anjiao/shared/calendar'
import type { StaffOverview } from '@anjiao/shared/contract/community'
import type { Ctx } from '../platform/context.ts'

/** The figures a manager opens with: how many owe, how much, what came in this month, and what waits for somebody. */
export function staffOverview({ tx, community, today }: Ctx): Promise<StaffOverview> {
  return tx.one<StaffOverview>`
    select c.name as community_name,
           (select count(*) from household where community_id = c.id and to_date is null) as households,
           o.households_in_arrears, o.open_fen, o.overdue_fen,
           (select coalesce(sum(g.amount_fen), 0)::bigint
              from entry e join posting g on (g.community_id, g.entry_id) = (e.community_id, e.id)
             where e.community_id = c.id and g.account in ('wechat', 'cash', 'bank', 'pos')
               and e.business_date >= ${firstOfMonth(today)}) as collected_this_month_fen,
           (select count(*) from binding_application where community_id = c.id and state = 'pending') as pending_applications,
           (select count(*) from suspense_item where community_id = c.id and state = 'open') as suspense_items
      from community c
     cross join lateral (
       select count(distinct household_id) as households_in_arrears,
              coalesce(sum(amount_fen - settled_fen), 0)::bigint as open_fen,
              coalesce(sum(amount_fen - settled_fen) filter (where due_date < ${today} and held.charge_id is null), 0)::bigint as overdue_fen
         from charge left join (select distinct charge_id from holds_on(${community}, ${today})) held
           on held.charge_id = charge.id
        where community_id = c.id and settled_fen < amount_fen and cancelled_by is null) o
     where c.id = ${community}`
}
