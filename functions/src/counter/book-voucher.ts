import { businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { MoneyPlace } from '@anjiao/shared/contract/counter'
import type { PaymentId, PersonId, TillSessionId } from '@anjiao/shared/ids'
import { bookPayment, type Received } from '../payments/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { booksOf } from './places.ts'

export interface Voucher
  extends Pick<Received, 'method' | 'householdId' | 'amountFen' | 'picked' | 'paidAt'> {
  readonly place: Pick<MoneyPlace, 'id' | 'kind'>
  readonly number: string
  /** Of cash: the clerk's time at the till, and which voucher of the till's day it is. */
  readonly till?: { readonly sessionId: TillSessionId; readonly serial: number }
  readonly payerName: string
  readonly takenBy: PersonId
  readonly intentKey: string
  /** What was asked for under the intent key. */
  readonly asked: string
}

/**
 * Books what a voucher stands for. A voucher is booked once, and again only when all that was booked by it before has been
 * reversed. Refused as `voucher-used` and `day-closed`.
 */
export async function bookVoucher(ctx: Ctx, voucher: Voucher): Promise<PaymentId> {
  const { method, householdId, amountFen, picked, paidAt, place, number } = voucher
  const externalId = await unusedId(ctx, voucher)
  const { lateFeeAgreed } = await ctx.tx.one<{ lateFeeAgreed: boolean }>`
    select exists (select from service_contract
                    where community_id = ${ctx.community} and late_fee_clause is not null) as late_fee_agreed`
  const paymentId = await bookPayment(ctx, {
    method,
    externalId,
    householdId,
    amountFen,
    picked,
    paidAt,
    onlyOnItsDay: true,
    into: booksOf(place),
    lateFeeAgreed,
  }).catch((error: unknown) => {
    throw brokenConstraint(error) === 'entry_posts_a_source_once' ? used(number, paidAt) : error
  })
  await record(ctx, paymentId, voucher)
  await logAction(ctx, 'payment-taken', `payment ${paymentId}`, {
    method,
    amountFen,
    placeId: place.id,
    voucher: number,
  })
  return paymentId
}

/** The number itself; with a turn behind it when what it was booked by before has been reversed. */
async function unusedId({ tx, community }: Ctx, { method, number }: Voucher): Promise<string> {
  const before = await tx.rows<{ paidAt: Date; reversed: boolean }>`
    select paid_at, exists (select from entry r where (r.community_id, r.reverses_id) = (p.community_id, p.entry_id)
                                                  and r.kind = 'reversal') as reversed
      from payment p
     where p.community_id = ${community} and p.method = ${method}
       and (p.external_id = ${number} or p.external_id like ${`${number}/%`})`
  const standing = before.find(({ reversed }) => !reversed)
  if (standing) throw used(number, standing.paidAt)
  return before.length === 0 ? number : `${number}/${before.length + 1}`
}

const used = (number: string, paidAt: Date) =>
  new Refusal('voucher-used', { number, day: formatDate(businessDateAt(paidAt)) })

async function record(ctx: Ctx, paymentId: PaymentId, voucher: Voucher): Promise<void> {
  const { place, till, number, payerName, takenBy, intentKey, asked } = voucher
  await ctx.tx.run`
    insert into counter_payment (community_id, payment_id, place_id, session_id, serial, voucher_number, payer_name, taken_by, taken_at,
                                 taken_on, intent_key, asked)
    values (${ctx.community}, ${paymentId}, ${place.id}, ${till?.sessionId ?? null}, ${till?.serial ?? null}, ${number},
            ${payerName.trim()}, ${takenBy}, ${ctx.now}, ${ctx.today}, ${intentKey}, ${asked}::jsonb)`
}
