import type { CounterDay } from '@anjiao/shared/contract/counter'
import type { Ctx } from '../platform/context.ts'
import { type PaymentFilter, paymentsOfDay } from './counter-payments.ts'

/** 日报: what the counter took on a day, and its sums by clerk and method. What was reversed is counted apart, whenever it was. */
export async function counterDay(ctx: Ctx, filter: PaymentFilter): Promise<CounterDay> {
  const sums = await ctx.tx.rows<CounterDay['sums'][number]>`
    select c.taken_by as clerk_id, coalesce(s.name, '已离职') as clerk_name, p.method,
           count(*) filter (where r.id is null) as payments,
           coalesce(sum(p.amount_fen) filter (where r.id is null), 0)::bigint as amount_fen,
           (array_agg(c.voucher_number order by p.id))[1] as first_voucher,
           (array_agg(c.voucher_number order by p.id desc))[1] as last_voucher,
           count(r.id) as reversed, coalesce(sum(p.amount_fen) filter (where r.id is not null), 0)::bigint as reversed_fen
      from counter_payment c
      join payment p on (p.community_id, p.id) = (c.community_id, c.payment_id)
      left join entry r on (r.community_id, r.reverses_id) = (p.community_id, p.entry_id) and r.kind = 'reversal'
      left join staff s on (s.community_id, s.person_id) = (c.community_id, c.taken_by)
     where (c.community_id, c.taken_on) = (${ctx.community}, ${filter.day})
     group by c.taken_by, s.name, p.method order by s.name, c.taken_by, p.method`
  return { day: filter.day, ...(await paymentsOfDay(ctx, filter)), sums }
}
