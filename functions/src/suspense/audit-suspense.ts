import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/**
 * Compares held money with the books: what suspense bears is what is open, less what went back without us and is not explained; what
 * became of an item moved its amount. No difference: the answer is empty.
 */
export function auditSuspense({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'suspense' as subject, 'it bears what is open, less what went back and is not explained' as rule,
           books.fen as books_fen, held.fen - gone.fen as stored_fen
      from (select coalesce(-sum(amount_fen), 0)::bigint as fen from posting
             where community_id = ${community} and account = 'suspense') books,
           (select coalesce(sum(amount_fen), 0)::bigint as fen from suspense_item
             where community_id = ${community} and state = 'open') held,
           (select coalesce(sum(amount_fen), 0)::bigint as fen from refund
             where community_id = ${community} and state = 'found') gone
     where books.fen <> held.fen - gone.fen
    union all
    select 'suspense item ' || s.id, 'it is resolved exactly when somebody has said what became of it', count(r.id),
           case when s.state = 'resolved' then 1 else 0 end
      from suspense_item s
      left join suspense_resolution r on (r.community_id, r.item_id) = (s.community_id, s.id) and r.taken_back_at is null
     where s.community_id = ${community}
     group by s.id, s.state having count(r.id) <> case when s.state = 'resolved' then 1 else 0 end
    union all
    select 'suspense item ' || s.id, 'its money left suspense with what became of it', coalesce(sum(g.amount_fen), 0)::bigint, s.amount_fen
      from suspense_resolution r
      join suspense_item s on (s.community_id, s.id) = (r.community_id, r.item_id)
      left join payment p on (p.community_id, p.id) = (r.community_id, r.payment_id)
      left join posting g on (g.community_id, g.entry_id) = (r.community_id, coalesce(p.entry_id, r.entry_id)) and g.account = 'suspense'
     where r.community_id = ${community} and (p.id is not null or r.entry_id is not null)
     group by r.id, s.id, s.amount_fen having coalesce(sum(g.amount_fen), 0) <> s.amount_fen
    union all
    select 'suspense item ' || s.id, 'what was taken back is reversed, and nothing else is', count(e.id), count(r.taken_back_at)
      from suspense_resolution r
      join suspense_item s on (s.community_id, s.id) = (r.community_id, r.item_id)
      join payment p on (p.community_id, p.id) = (r.community_id, r.payment_id)
      left join entry e on (e.community_id, e.reverses_id, e.kind) = (p.community_id, p.entry_id, 'reversal')
     where r.community_id = ${community}
     group by s.id having count(e.id) <> count(r.taken_back_at)`
}
