import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/** Compares what the counter took, paid out, counted and moved with the books. No difference: the answer is empty. */
export async function auditCounter(ctx: Ctx): Promise<Difference[]> {
  const found = [await paymentsElsewhere(ctx), await countsNotOfTheBooks(ctx), await notAsBooked(ctx)]
  return found.flat()
}

function paymentsElsewhere({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'payment ' || p.id as subject, 'its entry posted its amount to its place' as rule,
           coalesce(sum(g.amount_fen), 0)::bigint as books_fen, p.amount_fen as stored_fen
      from counter_payment c
      join payment p on (p.community_id, p.id) = (c.community_id, c.payment_id)
      join money_place place on (place.community_id, place.id) = (c.community_id, c.place_id)
      left join posting g on (g.community_id, g.entry_id, g.place, g.account::text)
                           = (p.community_id, p.entry_id, place.id::text, place.kind::text)
     where c.community_id = ${community}
     group by p.id, p.amount_fen having coalesce(sum(g.amount_fen), 0) <> p.amount_fen
    union all
    select 'payment ' || c.payment_id, 'it went into the till of its time', s.place_id, c.place_id
      from counter_payment c join till_session s on (s.community_id, s.id) = (c.community_id, c.session_id)
     where c.community_id = ${community} and s.place_id <> c.place_id
    union all
    select 'refund ' || r.id, 'it came out of the till of its time', s.place_id, r.place_id
      from refund r join till_session s on (s.community_id, s.id) = (r.community_id, r.session_id)
     where r.community_id = ${community} and s.place_id <> r.place_id`
}

/** What a count expected is all that was posted to the till before it, and the differences of the counts before it. */
function countsNotOfTheBooks({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select * from (
      select 'till session ' || s.id as subject, 'its count expected what the books held' as rule,
             coalesce((select sum(g.amount_fen)
                         from posting g join entry e on (e.community_id, e.id) = (g.community_id, g.entry_id)
                        where (g.community_id, g.place) = (s.community_id, s.place_id::text) and g.account = 'cash'
                          and g.id <= s.last_posting and e.kind <> 'till_difference'), 0)::bigint
             + coalesce((select sum(before.counted_fen - before.expected_fen) from till_session before
                          where (before.community_id, before.place_id) = (s.community_id, s.place_id) and before.id < s.id), 0)::bigint
               as books_fen,
             s.expected_fen as stored_fen
        from till_session s where s.community_id = ${community} and s.counted_at is not null) as counted
     where books_fen <> stored_fen`
}

function notAsBooked({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'till session ' || s.id as subject, 'its difference is booked when it is confirmed' as rule,
           coalesce(sum(g.amount_fen), 0)::bigint as books_fen, s.counted_fen - s.expected_fen as stored_fen
      from till_session s
      left join posting g on (g.community_id, g.entry_id, g.place) = (s.community_id, s.difference_entry_id, s.place_id::text)
                          and g.account = 'cash'
     where s.community_id = ${community} and s.closed_at is not null
     group by s.id, s.counted_fen, s.expected_fen having coalesce(sum(g.amount_fen), 0) <> s.counted_fen - s.expected_fen
    union all
    select 'cash move ' || m.id, 'its entry moved its amount',
           coalesce(sum(g.amount_fen) filter (where g.place = m.to_place_id::text), 0)::bigint, m.amount_fen
      from cash_move m
      left join posting g on (g.community_id, g.entry_id) = (m.community_id, m.entry_id)
     where m.community_id = ${community}
     group by m.id, m.amount_fen, m.from_place_id
    having coalesce(sum(g.amount_fen) filter (where g.place = m.to_place_id::text), 0) <> m.amount_fen
        or coalesce(sum(g.amount_fen) filter (where g.place = m.from_place_id::text), 0) <> -m.amount_fen
    union all
    select 'cheque ' || q.id, 'it was booked with its amount', p.amount_fen, q.amount_fen
      from cheque q join payment p on (p.community_id, p.id) = (q.community_id, q.payment_id)
     where q.community_id = ${community} and p.amount_fen <> q.amount_fen`
}
