import type { InvoiceLine, InvoiceRequest, StaffInvoiceRequest } from '@anjiao/shared/contract/invoices'
import type { HouseholdId, InvoiceRequestId } from '@anjiao/shared/ids'
import type { InvoiceFilter } from '@anjiao/shared/invoice-life'
import { sumFen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { linesOfRequests } from './invoice-lines.ts'

export interface WhichRequests {
  readonly id?: InvoiceRequestId
  readonly householdId?: HouseholdId
  readonly show?: InvoiceFilter
  /** Those asked before this one. */
  readonly before?: InvoiceRequestId
}

interface Found extends Omit<StaffInvoiceRequest, 'askedAt' | 'amountFen' | 'lines'> {
  readonly askedAt: Date
  /** As they were invoiced; null: not yet. */
  readonly lines: InvoiceLine[] | null
}

/** Requests for invoices, newest first, at most `limit`. */
export async function invoiceRequests(
  ctx: Ctx,
  { id, householdId, show, before }: WhichRequests,
  limit: number,
): Promise<StaffInvoiceRequest[]> {
  const found = await ctx.tx.rows<Found>`
    select * from (
      select q.id, q.household_id, home.room_name, home.owner_masked, q.state, q.title_kind, q.title, q.tax_number, q.email,
             q.asked_at, q.declined_because, q.invoice_number, q.issued_on, q.red_number, q.file_type, q.lines,
             array(select r.number from invoice_payment v
                     join receipt r on (r.community_id, r.payment_id) = (v.community_id, v.payment_id)
                    where (v.community_id, v.request_id) = (q.community_id, q.id) order by r.number) as receipts,
             q.state = 'issued' and exists (
               select from invoice_payment v
                where (v.community_id, v.request_id) = (q.community_id, q.id)
                  and invoiceable_fen(v.community_id, v.payment_id) < v.invoiced_fen) as needs_red
        from invoice_request q
        join home_name home on (home.community_id, home.household_id) = (q.community_id, q.household_id)
       where q.community_id = ${ctx.community}
         and (${id ?? null}::bigint is null or q.id = ${id ?? null})
         and (${householdId ?? null}::bigint is null or q.household_id = ${householdId ?? null})
         and (${before ?? null}::bigint is null or q.id < ${before ?? null})) asked
     where ${show ?? null}::text is null
        or (${show ?? null} = 'needs_red' and needs_red)
        or state::text = ${show ?? null}
     order by id desc limit ${limit}`
  const derived = await linesOfRequests(
    ctx,
    found.flatMap(({ id: of, lines }) => (lines ? [] : [of])),
  )
  return found.map((request) => {
    const lines = request.lines ?? derived.get(request.id) ?? []
    const amountFen = sumFen(lines.map((line) => line.amountFen))
    return { ...request, lines, amountFen, askedAt: request.askedAt.toISOString() }
  })
}

/** One of them. Refused as `not-found` when there is none, or it is of another home. */
export async function invoiceRequest(ctx: Ctx, which: WhichRequests): Promise<StaffInvoiceRequest> {
  const [request] = await invoiceRequests(ctx, which, 1)
  if (!request) throw new Refusal('not-found')
  return request
}

/** What a home reads of its own. */
export const asOwnerReads = ({
  householdId: _,
  roomName: __,
  ownerMasked: ___,
  ...request
}: StaffInvoiceRequest): InvoiceRequest => request
