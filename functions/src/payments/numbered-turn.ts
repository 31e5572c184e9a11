import type { Ctx } from '../platform/context.ts'
import type { PaymentMethod } from '../platform/database-types.ts'

export interface Turn {
  /** The number itself; with a turn behind it where it was booked by before. */
  readonly externalId: string
  /** When the payment was made that is booked under it and stands. */
  readonly standingSince: Date | undefined
}

/** Under which number a payment is booked whose voucher, or whose transaction, may have been booked before and taken back. */
export async function numberedTurn(
  { tx, community }: Ctx,
  method: PaymentMethod,
  number: string,
): Promise<Turn> {
  const before = await tx.rows<{ paidAt: Date; reversed: boolean }>`
    select paid_at, exists (select from entry r where (r.community_id, r.reverses_id) = (p.community_id, p.entry_id)
                                                  and r.kind = 'reversal') as reversed
      from payment p
     where p.community_id = ${community} and p.method = ${method}
       and (p.external_id = ${number} or starts_with(p.external_id, ${`${number}/`}))`
  return {
    externalId: before.length === 0 ? number : `${number}/${before.length + 1}`,
    standingSince: before.find(({ reversed }) => !reversed)?.paidAt,
  }
}
