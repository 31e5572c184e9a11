import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/**
 * Compares refunds with the entries that booked them: what we owe is what is on its way; what is paid has left; no payment has
 * gone back more than once; what was paid out has left the place that it was paid out of. No difference: the answer is empty.
 */
export function auditRefunds({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'refunds' as subject, 'what we owe is on its way' as rule,
           owed.fen as books_fen, way.fen as stored_fen
      from (select coalesce(-sum(amount_fen), 0)::bigint as fen from posting
             where community_id = ${community} and account = 'refund_payable') owed,
           (select coalesce(sum(amount_fen), 0)::bigint as fen from refund
             where community_id = ${community} and state in ('owed', 'sent', 'abnormal')) way
     where owed.fen <> way.fen
    union all
    select 'refund ' || r.id, 'its money left, or went to the advance, exactly when it is paid or found',
           coalesce(left_us.fen, 0), case when r.state in ('paid', 'found') then r.amount_fen else 0 end
      from refund r
      left join lateral (
        select -sum(g.amount_fen)::bigint as fen
          from entry e join posting g on (g.community_id, g.entry_id) = (e.community_id, e.id)
         where e.community_id = r.community_id
           and ((e.source in (format('refund:%s:paid', r.id), format('refund:%s:found', r.id))
                 and g.account in ('wechat', 'cash', 'bank', 'pos'))
             or (e.source = format('refund:%s:moved', r.id) and g.account = 'advance'))) left_us on true
     where r.community_id = ${community}
       and coalesce(left_us.fen, 0) <> case when r.state in ('paid', 'found') then r.amount_fen else 0 end
    union all
    select 'refund ' || r.id, 'it was paid out of its till or account',
           coalesce(-sum(g.amount_fen), 0)::bigint, r.amount_fen
      from refund r
      join money_place place on (place.community_id, place.id) = (r.community_id, r.place_id)
      left join entry e on (e.community_id, e.source) = (r.community_id, format('refund:%s:paid', r.id))
      left join posting g on (g.community_id, g.entry_id, g.place, g.account::text)
                           = (e.community_id, e.id, place.id::text, place.kind::text)
     where r.community_id = ${community}
     group by r.id, r.amount_fen having coalesce(-sum(g.amount_fen), 0) <> r.amount_fen
    union all
    select 'payment ' || p.id, 'no more has gone back than was paid', p.amount_fen, back.fen
      from payment p
      join lateral (select sum(amount_fen)::bigint as fen from refund
                     where (community_id, payment_id) = (p.community_id, p.id)
                       and state in ('asked', 'owed', 'sent', 'abnormal', 'paid', 'found') and route <> 'advance') back on true
     where p.community_id = ${community} and back.fen > p.amount_fen
    union all
    select 'advance return ' || a.id, 'its refunds make up what goes back', coalesce(parts.fen, 0), coalesce(a.amount_fen, 0)
      from advance_return a
      left join lateral (select sum(amount_fen)::bigint as fen from refund
                          where (community_id, return_id) = (a.community_id, a.id) and state not in ('declined', 'withdrawn')) parts on true
     where a.community_id = ${community} and coalesce(parts.fen, 0) <> coalesce(a.amount_fen, 0)`
}
