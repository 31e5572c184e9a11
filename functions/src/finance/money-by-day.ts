import type { BusinessDate, Period } from '@anjiao/shared/calendar'
import type { MoneyDay } from '@anjiao/shared/contract/finance'
import { type Fen, sumFen, zeroFen } from '@anjiao/shared/money'
import type { MoneyRoute } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'

interface Moved {
  readonly day: BusinessDate
  readonly what: 'received' | 'returned' | 'fee'
  readonly route: MoneyRoute | null
  readonly times: number
  readonly amountFen: Fen
}

/**
 * What came in on each day of a period by each way, what went back, and what it cost, from the books alone. A receipt that was
 * taken back counts against the day on which it was; money that moves between our own places is neither. Every day, oldest first.
 */
export async function moneyByDay({ tx, community }: Ctx, { from, to }: Period): Promise<MoneyDay[]> {
  const moved = await tx.rows<Moved>`
    with posted as (
      select id, business_date, kind, reverses_id from entry
       where community_id = ${community} and business_date between ${from} and ${to} and kind = 'payment'
      union all
      select id, business_date, kind, reverses_id from entry
       where community_id = ${community} and business_date between ${from} and ${to}
         and kind in ('suspense', 'reversal', 'refund', 'refund_paid', 'fee')
    ), money as (
      select e.business_date, e.reverses_id is null as new, g.amount_fen, p.method::text as method,
             case when coalesce(o.kind, e.kind) = 'fee' then 'fee'
                  -- What leaves suspense for who paid it goes back, though its entry is of suspense.
                  when coalesce(o.kind, e.kind) in ('payment', 'suspense') and (g.amount_fen > 0) = (e.reverses_id is null)
                  then 'received' else 'returned' end as what
        from posted e
        join posting g on (g.community_id, g.entry_id) = (${community}, e.id) and g.account in ('wechat', 'cash', 'bank', 'pos')
        left join entry o on (o.community_id, o.id) = (${community}, e.reverses_id)
        left join payment p on (p.community_id, p.entry_id) = (${community}, coalesce(e.reverses_id, e.id))
    ), told as (
      select business_date as day, what, case when what = 'received' then coalesce(method, 'suspense') end as route, new,
             case when what = 'received' then amount_fen else -amount_fen end as amount_fen
        from money
    )
    select day, what, route, (count(*) filter (where new) - count(*) filter (where not new))::integer as times,
           sum(amount_fen)::bigint as amount_fen
      from told group by day, what, route
     order by day, route`
  const days = await tx.rows<{ day: BusinessDate }>`
    select d::date as day from generate_series(${from}::date, ${to}::date, '1 day') as d order by d`
  const byDay = Map.groupBy(moved, ({ day }) => day)
  return days.map(({ day }) => moneyOf(day, byDay.get(day) ?? []))
}

function moneyOf(day: BusinessDate, moved: readonly Moved[]): MoneyDay {
  const sumOf = (wanted: Moved['what']) =>
    sumFen(moved.filter(({ what }) => what === wanted).map(({ amountFen }) => amountFen))
  return {
    day,
    received: moved.flatMap(({ route, times, amountFen }) => (route ? [{ route, times, amountFen }] : [])),
    receivedFen: sumOf('received'),
    returnedFen: sumOf('returned'),
    feeFen: sumOf('fee'),
  }
}

/** The ways of a period together, the largest first. */
export function routesOf(days: readonly MoneyDay[]): MoneyDay['received'] {
  const byRoute = Map.groupBy(
    days.flatMap(({ received }) => received),
    ({ route }) => route,
  )
  return [...byRoute]
    .map(([route, some]) => ({
      route,
      times: some.reduce((times, each) => times + each.times, 0),
      amountFen: sumFen(some.map(({ amountFen }) => amountFen)),
    }))
    .filter(({ times, amountFen }) => times !== 0 || amountFen !== zeroFen)
    .toSorted((one, other) => other.amountFen - one.amountFen)
}
