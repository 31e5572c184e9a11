import type { InvoiceRequestId, PersonId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { afterEvent, lockForEvent } from './move-invoice.ts'

/** No invoice, and why (不开票). Its payments may be asked for again. Refused as `lockForEvent` does. */
export async function declineInvoice(
  ctx: Ctx,
  id: InvoiceRequestId,
  by: PersonId,
  because: string,
): Promise<void> {
  await lockForEvent(ctx, id, 'decline')
  await ctx.tx.run`
    update invoice_request set state = 'declined', decided_by = ${by}, decided_at = ${ctx.now}, declined_because = ${because.trim()}
     where (community_id, id) = (${ctx.community}, ${id})`
  await afterEvent(ctx, id, 'decline')
}

/** The invoice was taken back by a red one (开具红字发票). Its payments may be asked for again, as far as nothing of them went back. */
export async function redLetterInvoice(ctx: Ctx, id: InvoiceRequestId, number: string): Promise<void> {
  await lockForEvent(ctx, id, 'redLetter')
  await ctx.tx.run`
    update invoice_request set state = 'red_lettered', red_number = ${number.trim()}, red_at = ${ctx.now}
     where (community_id, id) = (${ctx.community}, ${id})`
  await afterEvent(ctx, id, 'redLetter')
}
