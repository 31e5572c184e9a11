import type { Bills } from '@anjiao/shared/contract/billing'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * What a home owes and why: every charge it ever had, by the year it is for (a late fee stands with its principal), and
 * the sums over all of them. A cancelled charge is shown and counts nothing. One statement: the first page people open.
 * Refused as `not-found`.
 */
export async function householdBills(ctx: Ctx, householdId: HouseholdId): Promise<Bills> {
  const bills = await ctx.tx.maybe<Bills>`
    with line as (
      select c.id, i.name as item, c.from_date, c.to_date, c.due_date, c.amount_fen, c.amount_fen - c.settled_fen as open_fen,
             c.origin, c.settled_fen < c.amount_fen and c.due_date < ${ctx.today} as overdue,
             charge_state(c.amount_fen, c.settled_fen, c.cancelled_by) as state,
             case when c.cancelled_by is null then c.amount_fen else 0 end as counted_fen,
             coalesce(p.from_date, c.from_date) as for_date, coalesce(p.id, c.id) as for_id
        from charge c
        join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
        left join charge p on (p.community_id, p.id) = (c.community_id, c.principal_id)
       where (c.community_id, c.household_id) = (${ctx.community}, ${householdId})
    ), year as (
      select extract(year from for_date)::integer as year, sum(counted_fen) as amount_fen, sum(open_fen) as open_fen,
             sum(open_fen) filter (where overdue) as overdue_fen,
             json_agg(json_build_object(
               'id', id, 'feeItem', item, 'fromDate', from_date, 'toDate', to_date, 'dueDate', due_date,
               'amountFen', amount_fen, 'openFen', open_fen, 'origin', origin, 'state', state, 'overdue', overdue)
               order by for_date, for_id, id) as charges
        from line group by 1
    ), total as (
      select coalesce(sum(open_fen), 0)::bigint as open_fen, coalesce(sum(overdue_fen), 0)::bigint as overdue_fen,
             coalesce(json_agg(json_build_object(
               'year', year, 'amountFen', amount_fen, 'openFen', open_fen, 'charges', charges) order by year desc), '[]') as years
        from year
    )
    select m.name as community_name, room_name(b.name, r.unit, r.room_no) as room_name, y.hotline,
           total.open_fen, total.overdue_fen, h.advance_fen, total.years
      from household h
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      join community m on m.id = h.community_id
      join company y on y.id = m.company_id, total
     where (h.community_id, h.id) = (${ctx.community}, ${householdId})`
  if (!bills) throw new Refusal('not-found')
  return bills
}
