import type { Receipt } from '@anjiao/shared/contract/receipts'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** How many receipts a page of the list holds. */
const pageSize = 20

/** Receipts of a home, newest first: those with numbers below `before`. */
export async function receiptsOfHome(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  before?: number,
): Promise<{ receipts: Receipt[]; more: boolean }> {
  const found = await tx.rows<Omit<Receipt, 'paidAt'> & { paidAt: Date }>`
    select p.id as payment_id, r.number, p.method, p.paid_at, p.amount_fen, s.returned_fen, f.key is not null as has_pdf
      from payment p
      join receipt r on (r.community_id, r.payment_id) = (p.community_id, p.id)
      join receipt_standing s on (s.community_id, s.payment_id) = (p.community_id, p.id)
      left join receipt_pdf f on (f.community_id, f.payment_id) = (p.community_id, p.id)
     where (p.community_id, p.household_id) = (${community}, ${householdId})
       and (${before ?? null}::integer is null or r.number < ${before ?? null})
     order by r.number desc limit ${pageSize + 1}`
  return {
    receipts: found
      .slice(0, pageSize)
      .map((receipt) => ({ ...receipt, paidAt: receipt.paidAt.toISOString() })),
    more: found.length > pageSize,
  }
}
