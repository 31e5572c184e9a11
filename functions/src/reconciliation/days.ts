import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { BillDifference, ReconciledDay } from '@anjiao/shared/contract/reconciliation'
import { type DifferenceState, leftStaff } from '@anjiao/shared/vocabulary'
import { booksClosedThrough } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/** Days on the page. */
const daysShown = 31

/** Where nothing was closed for long, as many from the next to be closed on: WeChat keeps bills no longer. */
const daysMost = 92

/**
 * The last days up to yesterday, none from before the first bill, and always the one that is closed next: what came in and went
 * back by WeChat's bills, fees, what is open, and whether each is closed. Newest first.
 */
export async function reconciledDays(ctx: Ctx): Promise<ReconciledDay[]> {
  const { tx, community, today } = ctx
  const through = await booksClosedThrough(ctx)
  const lately = addDays(today, -daysShown)
  const from = through !== undefined && through < lately ? addDays(through, 1) : lately
  const latest = addDays(from, daysMost - 1)
  const to = latest < today ? latest : addDays(today, -1)
  const days = await tx.rows<Omit<ReconciledDay, 'closed' | 'next'>>`
    select d.day::date as day, coalesce(m.matched, false) as matched, coalesce(m.paid, 0)::integer as paid,
           coalesce(m.paid_fen, 0)::bigint as paid_fen, coalesce(m.refunded, 0)::integer as refunded,
           coalesce(m.refunded_fen, 0)::bigint as refunded_fen, coalesce(m.fee_fen, 0)::bigint as fee_fen,
           coalesce(b.open, 0)::integer as open_differences
      from generate_series(${from}::date, ${to}::date, '1 day') as d (day)
      left join lateral (
        select true as matched, sum(paid) as paid, sum(paid_fen) as paid_fen, sum(refunded) as refunded,
               sum(refunded_fen) as refunded_fen, sum(fee_fen) as fee_fen
          from matched_day where community_id = ${community} and day = d.day::date having count(*) > 0) m on true
      left join lateral (
        select count(*) as open from bill_difference
         where community_id = ${community} and day = d.day::date and state = 'open') b on true
     where d.day >= coalesce((
       select min(b.day) from bill b join merchant m on m.mchid = b.mchid join community c on c.company_id = m.company_id
        where c.id = ${community} and ${through === undefined}), d.day)
     order by d.day desc`
  return days.map((each) => ({
    ...each,
    closed: through !== undefined && each.day <= through,
    next: through === undefined ? each.matched : each.day === addDays(through, 1),
  }))
}

/** More on one page nobody works through. */
const differencesMost = 200

/** Differences, those that are open from the oldest day on, those that are resolved from the last on; colleagues by name. */
export async function differencesIn(
  { tx, community }: Ctx,
  { state, day }: { readonly state: DifferenceState; readonly day?: BusinessDate },
): Promise<BillDifference[]> {
  const found = await tx.rows<
    Omit<BillDifference, 'foundAt' | 'resolvedAt'> & { foundAt: Date; resolvedAt: Date | null }
  >`
    select d.id, d.mchid, d.day, d.kind, d.transaction_id, d.out_trade_no, d.refund_id, d.ours_fen, d.theirs_fen, d.state, d.found_at,
           d.resolved_at, d.reason, home.room_name,
           case when d.resolved_by like 'staff:%' then coalesce(resolver.name, ${leftStaff})
                when d.resolved_by is not null then '系统' end as resolved_by
      from bill_difference d
      left join payment_attempt a on (a.community_id, a.out_trade_no) = (d.community_id, d.out_trade_no)
      left join home_name home on (home.community_id, home.household_id) = (a.community_id, a.household_id)
      left join staff resolver on resolver.community_id = d.community_id and d.resolved_by = 'staff:' || resolver.person_id
     where d.community_id = ${community} and d.state = ${state} and (${day ?? null}::date is null or d.day = ${day ?? null})
     order by d.resolved_at desc, d.day, d.id limit ${differencesMost}`
  return found.map((each) => ({
    ...each,
    foundAt: each.foundAt.toISOString(),
    resolvedAt: each.resolvedAt?.toISOString() ?? null,
  }))
}
