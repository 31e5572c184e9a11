import type { InvoiceablePayment } from '@anjiao/shared/contract/invoices'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** The newest hundred: whoever wants one for an older payment comes to the desk. */
const paymentsMost = 100

/**
 * Payments of a home for which an invoice may be asked: they have a receipt, settled something, nothing of them went back, and
 * no invoice holds them. Newest first.
 */
export async function invoiceablePayments(
  { tx, community }: Ctx,
  householdId: HouseholdId,
): Promise<InvoiceablePayment[]> {
  const found = await tx.rows<Omit<InvoiceablePayment, 'paidAt'> & { paidAt: Date }>`
    select p.id as payment_id, r.number as receipt, p.method, p.paid_at, settled.amount_fen
      from payment p
      join receipt r on (r.community_id, r.payment_id) = (p.community_id, p.id)
      join receipt_standing s on (s.community_id, s.payment_id) = (p.community_id, p.id) and s.returned_fen = 0
      join lateral (
        select coalesce(sum(-amount_fen), 0)::bigint as amount_fen from posting
         where (community_id, entry_id, account) = (p.community_id, p.entry_id, 'receivable')) settled on settled.amount_fen > 0
     where (p.community_id, p.household_id) = (${community}, ${householdId})
       and not exists (select from invoice_payment v
                        where (v.community_id, v.payment_id) = (p.community_id, p.id) and v.held)
     order by r.number desc limit ${paymentsMost}`
  return found.map((payment) => ({ ...payment, paidAt: payment.paidAt.toISOString() }))
}
