import { businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { MoneyPlace } from '@anjiao/shared/contract/counter'
import type { PaymentId, PersonId, TillSessionId } from '@anjiao/shared/ids'
import { bookPayment, lateFeeAgreed, numberedTurn, type Received } from '../payments/index.ts'
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
 * reversed. Refused as `voucher-used`, as `voucher-in-suspense` when the bank's statement has brought that very money, and as
 * `day-closed`.
 */
export async function bookVoucher(ctx: Ctx, voucher: Voucher): Promise<PaymentId> {
  const { method, householdId, amountFen, picked, paidAt, place, number } = voucher
  const { externalId, standingSince } = await numberedTurn(ctx, method, number)
  if (standingSince) throw used(number, standingSince)
  await refuseHeld(ctx, voucher)
  const paymentId = await bookPayment(ctx, {
    method,
    externalId,
    householdId,
    amountFen,
    picked,
    paidAt,
    onlyOnItsDay: true,
    into: booksOf(place),
    lateFeeAgreed: await lateFeeAgreed(ctx),
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

/**
 * What a statement has brought is booked already: whose it is is said there, and nowhere else. The place is kept from whoever
 * would hold a line of it meanwhile; colleagues book beside one another.
 */
async function refuseHeld({ tx, community }: Ctx, { place, number }: Voucher): Promise<void> {
  await tx.run`select from money_place where (community_id, id) = (${community}, ${place.id}) for key share`
  const held = await tx.maybe`
    select from suspense_item
     where (community_id, external_id, account, place) = (${community}, ${number}, ${place.kind}::text::account, ${String(place.id)})`
  if (held) throw new Refusal('voucher-in-suspense', { number })
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
