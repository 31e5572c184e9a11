import type { InvoiceLine } from '@anjiao/shared/contract/invoices'
import type { InvoiceRequestId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { taxIn } from './split-tax.ts'

type Found = Omit<InvoiceLine, 'taxFen'> & { readonly requestId: InvoiceRequestId }

/**
 * What the payments of requests settled and did not go back, by fee item, with the rate of the day on which each was paid (增值税暂行条例 19: tax
 * is due when it is paid). Once issued it stands with the request, and is asked here no more.
 */
export async function linesOfRequests(
  { tx, community }: Ctx,
  requestIds: readonly InvoiceRequestId[],
): Promise<ReadonlyMap<InvoiceRequestId, InvoiceLine[]>> {
  const found = await tx.rows<Found>`
    select v.request_id, i.name as fee_item, sum(c.amount_fen)::bigint as amount_fen, rate.treatment, rate.rate_bp
      from invoice_payment v
      join payment p on (p.community_id, p.id) = (v.community_id, v.payment_id)
      join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
      join invoiceable_charge c on (c.community_id, c.payment_id) = (p.community_id, p.id)
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
      left join lateral (
        select treatment, rate_bp from tax_rate
         where (community_id, fee_item_id) = (i.community_id, i.id) and from_date <= e.business_date
         order by from_date desc limit 1) rate on true
     where v.community_id = ${community} and v.request_id = any(${requestIds}::bigint[])
     group by v.request_id, i.id, i.name, rate.treatment, rate.rate_bp
     order by v.request_id, i.name, rate.rate_bp`
  return new Map(
    [...Map.groupBy(found, ({ requestId }) => requestId)].map(([requestId, lines]) => [
      requestId,
      lines.map(withTax),
    ]),
  )
}

const withTax = ({ feeItem, amountFen, treatment, rateBp }: Found): InvoiceLine => ({
  feeItem,
  amountFen,
  treatment,
  rateBp,
  taxFen: rateBp === null ? null : taxIn(amountFen, rateBp),
})
