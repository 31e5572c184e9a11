import type { InvoiceablePayment } from '@anjiao/shared/contract/invoices'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** The newest hundred: whoever wants one for an older payment comes to the desk. */
const paymentsMost = 100

/**
 * Payments of a home for which an invoice may be asked, and how much it would say: they have a receipt, settled something that did not
 * go back, and no invoice holds them. Newest first.
 */
export async function invoiceablePayments(
  { tx, community }: Ctx,
  householdId: HouseholdId,
): Promise<InvoiceablePayment[]> {
  const found = await tx.rows<Omit<InvoiceablePayment, 'paidAt'> & { paidAt: Date }>`
    select p.id as payment_id, r.number as receipt, p.method, p.paid_at, left_of.amount_fen
      from payment p
      join receipt r on (r.community_id, r.payment_id) = (p.community_id, p.id)
      join lateral (select invoiceable_fen(p.community_id, p.id) as amount_fen) left_of on left_of.amount_fen > 0
     where (p.community_id, p.household_id) = (${community}, ${householdId})
       and not exists (select from invoice_payment v
                        where (v.community_id, v.payment_id) = (p.community_id, p.id) and v.held)
     order by r.number desc limit ${paymentsMost}`
  return found.map((payment) => ({ ...payment, paidAt: payment.paidAt.toISOString() }))
}
