import { addMonths, firstOfMonth } from '@anjiao/shared/calendar'
import type { PlansOverview } from '@anjiao/shared/contract/staff-plans'
import type { Ctx } from '../platform/context.ts'

/** Months that the chart shows, with this one. */
const months = 12

/**
 * Plans by state, the money that has come in on signed ones, what is promised by those that are kept, and for each of the last
 * twelve months what fell due and what of it has been paid by now. Money is what `paid_on_plans` says, and goes to the oldest
 * instalment; what was let go or cancelled is none.
 */
export async function plansOverview(ctx: Ctx): Promise<PlansOverview> {
  const { tx, community, today } = ctx
  const byState = await tx.rows<PlansOverview['byState'][number]>`
    select state, count(*) as plans, sum(debt_fen)::bigint as debt_fen from plan
     where community_id = ${community} group by state order by state`
  const figures = await tx.one<Pick<PlansOverview, 'recoveredFen' | 'promisedFen'>>`
    select (select coalesce(sum(paid_fen), 0)::bigint from paid_on_plans(${community})) as recovered_fen,
           (select coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint
              from plan p
              join plan_charge g on (g.community_id, g.plan_id) = (p.community_id, p.id) and not g.waived
              join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id) and c.cancelled_by is null
             where p.community_id = ${community} and p.state in ('signed', 'active', 'cured')) as promised_fen`
  const byMonth = await tx.rows<PlansOverview['months'][number]>`
    with part as (
      select coalesce(i.moved_to, i.due_date) as due_date, i.amount_fen,
             greatest(0, least(i.amount_fen, coalesce(paid.paid_fen, 0) + i.amount_fen
                                             - sum(i.amount_fen) over (partition by i.plan_id order by i.no))) as paid_fen
        from plan p
        join instalment i on (i.community_id, i.plan_id) = (p.community_id, p.id)
        left join paid_on_plans(${community}) as paid on paid.plan_id = p.id
       where p.community_id = ${community} and p.signed_on is not null
    )
    select to_char(month, 'YYYY-MM') as month, coalesce(sum(amount_fen), 0)::bigint as due_fen,
           coalesce(sum(paid_fen), 0)::bigint as paid_fen
      from generate_series(${addMonths(firstOfMonth(today), 1 - months)}::date, ${firstOfMonth(today)}::date, interval '1 month') as month
      left join part on date_trunc('month', part.due_date) = month
     group by month order by month`
  return { byState, ...figures, months: byMonth }
}
