import { type CounterPayment, type CounterTaking, counterMethods } from '@anjiao/shared/contract/counter'
import type { HouseholdId, MoneyPlaceId, PaymentId, PersonId } from '@anjiao/shared/ids'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { lockHome } from '../community/index.ts'
import { chooseAmount, storedChoice } from '../payments/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { bookVoucher, type Voucher } from './book-voucher.ts'
import { paymentOf } from './counter-payments.ts'
import { lockOwnTill } from './lock-till.ts'
import { paidAtOn } from './paid-on.ts'
import { usablePlace } from './places.ts'

export interface Taking extends CounterTaking {
  readonly householdId: HouseholdId
  readonly takenBy: PersonId
  readonly intentKey: string
}

/**
 * 柜台收款. A clerk takes cash, a transfer or a card for a home; what it pays is computed from the books. The same key takes
 * it once and answers the same. Refused as `not-found`, `no-open-till`, `place-not-usable`, `voucher-missing`,
 * `voucher-used`, `amount-changed` when what is due is not what the clerk has seen, `paid-on-too-far`, `day-closed`,
 * `idempotency-key-reused`, and as `chooseAmount` is.
 */
export async function takePayment(ctx: Ctx, taking: Taking): Promise<CounterPayment> {
  const { householdId, takenBy, intentKey, method } = taking
  await lockHome(ctx, householdId)
  const asked = JSON.stringify({ ...taking, choice: storedChoice(taking.choice) })
  const before = await takenBefore(ctx, { takenBy, intentKey, asked })
  if (before) return paymentOf(ctx, before)

  const paidAt = await paidAtOn(ctx, taking.paidOn)
  const into = await intoPlace(ctx, taking)
  const { chargeIds, amountFen } = await chooseAmount(ctx, householdId, taking.choice, taking.paidOn)
  refuseUnseen(amountFen, taking.seenFen)
  const paymentId = await bookVoucher(ctx, {
    ...into,
    method,
    householdId,
    amountFen,
    picked: chargeIds,
    paidAt,
    payerName: taking.payerName,
    takenBy,
    intentKey,
    asked,
  })
  return paymentOf(ctx, paymentId)
}

/** What is due may have changed since the clerk looked: nobody books another sum than lies on the counter. */
export function refuseUnseen(amountFen: Fen, seenFen: Fen): void {
  if (amountFen !== seenFen) throw new Refusal('amount-changed', { yuan: formatYuan(amountFen) })
}

async function takenBefore(
  { tx, community }: Ctx,
  { takenBy, intentKey, asked }: Pick<Voucher, 'takenBy' | 'intentKey' | 'asked'>,
): Promise<PaymentId | undefined> {
  const before = await tx.maybe<{ paymentId: PaymentId; same: boolean }>`
    select payment_id, asked = ${asked}::jsonb as same from counter_payment
     where (community_id, taken_by, intent_key) = (${community}, ${takenBy}, ${intentKey})`
  if (before && !before.same) throw new Refusal('idempotency-key-reused')
  return before?.paymentId
}

/** Where it goes, and by which number: cash into the clerk's own till, which numbers it. */
async function intoPlace(ctx: Ctx, taking: Taking): Promise<Pick<Voucher, 'place' | 'number' | 'till'>> {
  const { method, placeId } = taking
  if (method === 'cash') {
    const { till, sessionId } = await lockOwnTill(ctx, taking.takenBy)
    const serial = await nextSerial(ctx, till.id)
    const number = `${till.id}-${ctx.today.replaceAll('-', '')}-${String(serial).padStart(3, '0')}`
    return { place: till, number, till: { sessionId, serial } }
  }
  const place = await usablePlace(ctx, method === 'transfer' ? 'bank' : 'pos', placeId)
  const number = taking.voucherNumber.trim().toUpperCase()
  if (number === '') throw new Refusal('voucher-missing', { method: counterMethods[method] })
  return { place, number }
}

/** Of a till's day, without gaps; the till is locked. */
async function nextSerial({ tx, community, today }: Ctx, placeId: MoneyPlaceId): Promise<number> {
  const { serial } = await tx.one<{ serial: number }>`
    select coalesce(max(serial), 0) + 1 as serial from counter_payment
     where (community_id, place_id, taken_on) = (${community}, ${placeId}, ${today})`
  return serial
}
