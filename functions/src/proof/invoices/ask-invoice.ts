import type { InvoiceWanted } from '@anjiao/shared/contract/invoices'
import type { HouseholdId, InvoiceRequestId, PersonId } from '@anjiao/shared/ids'
import { readTaxNumber } from '@anjiao/shared/tax-number'
import { lockHome } from '../../community/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { brokenConstraint } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { invoiceablePayments } from './invoiceable-payments.ts'

/**
 * Asks for an invoice (开票申请) for payments of a home. Refused as `invoice-tax-number`, `invoice-email`, and as
 * `invoice-payment-taken` when one of them is invoiced or asked for already, went back, settled nothing, or is of another home.
 */
export async function askInvoice(
  ctx: Ctx,
  householdId: HouseholdId,
  asker: PersonId,
  { paymentIds, titleKind, title, taxNumber, email = '' }: InvoiceWanted,
): Promise<InvoiceRequestId> {
  const number = titleKind === 'company' ? readTaxNumber(taxNumber ?? '') : null
  if (number === undefined) throw new Refusal('invoice-tax-number')
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new Refusal('invoice-email')

  await lockHome(ctx, householdId)
  const free = new Set((await invoiceablePayments(ctx, householdId)).map(({ paymentId }) => paymentId))
  if (!paymentIds.every((id) => free.has(id))) throw new Refusal('invoice-payment-taken')
  const { id } = await ctx.tx.one<{ id: InvoiceRequestId }>`
    insert into invoice_request (community_id, household_id, title_kind, title, tax_number, email, asked_by, asked_at)
    values (${ctx.community}, ${householdId}, ${titleKind}, ${title.trim()}, ${number}, ${email}, ${asker}, ${ctx.now})
    returning id`
  await ctx.tx.run`
    insert into invoice_payment (community_id, request_id, payment_id)
    select ${ctx.community}, ${id}, unnest(${paymentIds}::bigint[])`.catch((error: unknown) => {
    throw brokenConstraint(error) === 'payment_invoiced_once' ? new Refusal('invoice-payment-taken') : error
  })
  await logAction(ctx, 'invoice-asked', `invoice-request:${id}`, { payments: paymentIds.length })
  return id
}
