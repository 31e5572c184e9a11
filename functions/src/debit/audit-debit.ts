import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/** A job books what a bank debited within minutes; after this nobody is at it any more. */
const minutesOfBooking = 60

/** Compares what banks debited with the books, both ways. No difference: the answer is empty. */
export async function auditDebits(ctx: Ctx): Promise<Difference[]> {
  return [...(await linesOffBooks(ctx)), ...(await paymentsOffLines(ctx)), ...(await resultsOffLines(ctx))]
}

function linesOffBooks({ tx, community, now }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'debit line ' || l.batch_id || '-' || l.no as subject, 'what the bank debited is booked, in its account' as rule,
           coalesce(sum(g.amount_fen), 0)::bigint as books_fen, l.amount_fen as stored_fen
      from debit_line l
      join debit_batch b on (b.community_id, b.id) = (l.community_id, l.batch_id)
      left join payment p on (p.community_id, p.id, p.household_id, p.method)
                           = (l.community_id, l.payment_id, l.household_id, 'bank_debit')
      left join posting g on (g.community_id, g.entry_id, g.account, g.place) = (p.community_id, p.entry_id, 'bank', b.place_id::text)
     where l.community_id = ${community} and l.state = 'succeeded'
       and (l.payment_id is not null or l.answered_at < ${now}::timestamptz - make_interval(mins => ${minutesOfBooking}))
     group by l.batch_id, l.no, l.amount_fen having coalesce(sum(g.amount_fen), 0) <> l.amount_fen
     order by l.batch_id, l.no`
}

function paymentsOffLines({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'payment ' || p.id as subject, 'a bank said that it debited it' as rule, p.amount_fen as books_fen, 0::bigint as stored_fen
      from payment p
     where p.community_id = ${community} and p.method = 'bank_debit'
       and not exists (select from debit_line l where (l.community_id, l.payment_id) = (p.community_id, p.id))
     order by p.id`
}

/** A line is answered by the first result that has it: together they have said no less than what is booked by them. */
function resultsOffLines({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'debit result ' || r.id as subject, 'what it answered was debited by it' as rule, r.succeeded_fen as books_fen,
           coalesce(sum(l.amount_fen), 0)::bigint as stored_fen
      from debit_result r
      left join debit_line l on (l.community_id, l.result_id) = (r.community_id, r.id) and l.state = 'succeeded'
     where r.community_id = ${community}
     group by r.id, r.succeeded_fen having coalesce(sum(l.amount_fen), 0) > r.succeeded_fen
     order by r.id`
}
