import type { InvoiceRequestId } from '@anjiao/shared/ids'
import {
  type InvoiceEvent,
  type InvoiceState,
  invoiceEvents,
  invoiceStates,
} from '@anjiao/shared/invoice-life'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/**
 * Locks a request for an event. Refused as `not-found`, and as `invoice-moved-on` when it does not stand where the event
 * begins: another of finance was faster.
 */
export async function lockForEvent(
  { tx, community }: Ctx,
  id: InvoiceRequestId,
  event: InvoiceEvent,
): Promise<void> {
  const request = await tx.maybe<{ state: InvoiceState }>`
    select state from invoice_request where (community_id, id) = (${community}, ${id}) for update`
  if (!request) throw new Refusal('not-found')
  if (request.state !== invoiceEvents[event].from)
    throw new Refusal('invoice-moved-on', { state: invoiceStates[request.state].label })
}

/** What follows every event: its payments are let go where the state holds them no longer, and who did it is written down. */
export async function afterEvent(ctx: Ctx, id: InvoiceRequestId, event: InvoiceEvent): Promise<void> {
  if (!invoiceStates[invoiceEvents[event].to].holdsPayments)
    await ctx.tx.run`
      update invoice_payment set held = false where (community_id, request_id) = (${ctx.community}, ${id})`
  await logAction(ctx, `invoice-${event}`, `invoice-request:${id}`)
}
