import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

/** Checks that receipts are whole (every payment has one, no number lacks, each says what it said), and that invoices come to what was paid. */
export async function auditProof(ctx: Ctx): Promise<Difference[]> {
  const found = [
    await paymentsWithoutReceipt(ctx),
    await numbersWithGaps(ctx),
    await receiptsNotAsIssued(ctx),
    await invoicesNotAsPaid(ctx),
  ]
  return found.flat()
}

/** Payments of today may still wait for their job. */
function paymentsWithoutReceipt({ tx, community, today }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'payment ' || p.id as subject, 'it has a receipt' as rule,
           p.amount_fen as books_fen, 0::bigint as stored_fen
      from payment p
     where p.community_id = ${community} and p.paid_at < ${startOfDay(addDays(today, -1))}
       and not exists (select from receipt_document d where (d.community_id, d.payment_id) = (p.community_id, p.id))
       and not exists (select from job_outbox where queue = 'payment-receipt' and payload ->> 'paymentId' = p.id::text)
     order by p.id`
}

function numbersWithGaps({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'receipts' as subject, 'their numbers have no gap' as rule, count(*) as books_fen, max(number)::bigint as stored_fen
      from receipt where community_id = ${community} having count(*) <> max(number)`
}

function receiptsNotAsIssued({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'receipt ' || r.number as subject, 'it says what it said when it was issued' as rule,
           p.amount_fen as books_fen, (d.content::json ->> 'amountFen')::bigint as stored_fen
      from receipt_document d
      join receipt r on (r.community_id, r.payment_id) = (d.community_id, d.payment_id)
      join payment p on (p.community_id, p.id) = (d.community_id, d.payment_id)
     where d.community_id = ${community}
       and (d.content_sha256 <> sha256(convert_to(d.content, 'UTF8'))
            or (d.content::json ->> 'amountFen')::bigint <> p.amount_fen
            or (d.content::json ->> 'number')::integer <> r.number)
     order by r.number`
}

function invoicesNotAsPaid({ tx, community }: Ctx): Promise<Difference[]> {
  return tx.rows<Difference>`
    select 'invoice request ' || q.id as subject, 'its lines come to what its payments settled' as rule,
           settled.fen as books_fen, invoiced.fen as stored_fen
      from invoice_request q
      join lateral (
        select coalesce(sum(-g.amount_fen), 0)::bigint as fen
          from invoice_payment v
          join payment p on (p.community_id, p.id) = (v.community_id, v.payment_id)
          join posting g on (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'receivable')
         where (v.community_id, v.request_id) = (q.community_id, q.id)) settled on true
      join lateral (
        select coalesce(sum((line ->> 'amountFen')::bigint), 0)::bigint as fen from jsonb_array_elements(q.lines) line) invoiced on true
     where q.community_id = ${community} and q.lines is not null and settled.fen <> invoiced.fen
     order by q.id`
}
