import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/** Compares payments and suspense with the entries that booked them. No difference: the answer is empty. */
export function auditPayments({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'payment ' || p.id as subject, 'its entry received its amount' as rule,
           coalesce(sum(g.amount_fen), 0)::bigint as books_fen, p.amount_fen as stored_fen
      from payment p
      left join posting g on (g.community_id, g.entry_id) = (p.community_id, p.entry_id)
                          and g.account in ('wechat', 'cash', 'bank', 'pos', 'suspense')
     where p.community_id = ${community}
     group by p.id, p.amount_fen having coalesce(sum(g.amount_fen), 0) <> p.amount_fen
    union all
    select 'suspense item ' || s.id, 'its entry holds its amount',
           coalesce(-sum(g.amount_fen), 0)::bigint, s.amount_fen
      from suspense_item s
      left join posting g on (g.community_id, g.entry_id, g.account) = (s.community_id, s.entry_id, 'suspense')
     where s.community_id = ${community}
     group by s.id, s.amount_fen having coalesce(-sum(g.amount_fen), 0) <> s.amount_fen
    union all
    select 'payment attempt ' || a.id, 'it is paid exactly when a payment says so',
           coalesce(p.amount_fen, 0), case when a.state = 'paid' then a.amount_fen else 0 end
      from payment_attempt a
      left join payment p on (p.community_id, p.attempt_id) = (a.community_id, a.id)
     where a.community_id = ${community} and coalesce(p.amount_fen, 0) <> case when a.state = 'paid' then a.amount_fen else 0 end`
}
