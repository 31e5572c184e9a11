import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Cheque, CounterPayment } from '@anjiao/shared/contract/counter'
import type { ChargeId, ChequeId, HouseholdId, MoneyPlaceId, PersonId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { lockHome } from '../community/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { bookVoucher } from './book-voucher.ts'
import { shownCheque } from './cheques.ts'
import { paymentOf } from './counter-payments.ts'
import { paidAtOn } from './paid-on.ts'
import { usablePlace } from './places.ts'

interface WaitingCheque {
  readonly householdId: HouseholdId
  readonly number: string
  readonly amountFen: Fen
  readonly payerName: string
  readonly receivedBy: PersonId
  readonly picked: readonly ChargeId[]
}

export interface Clearing {
  readonly bankId: MoneyPlaceId
  readonly clearedOn: BusinessDate
}

/**
 * 支票到账. The bank has paid a cheque: it is booked to the account, on the day on which it came. Refused as `not-found`,
 * `cheque-settled`, `place-not-usable`, `paid-on-too-far`, `day-closed` and `voucher-used`.
 */
export async function clearCheque(
  ctx: Ctx,
  id: ChequeId,
  settledBy: PersonId,
  { bankId, clearedOn }: Clearing,
): Promise<CounterPayment> {
  const { receivedBy, ...cheque } = await lockWaiting(ctx, id)
  const paymentId = await bookVoucher(ctx, {
    ...cheque,
    method: 'cheque',
    place: await usablePlace(ctx, 'bank', bankId),
    paidAt: await paidAtOn(ctx, clearedOn),
    takenBy: receivedBy,
    intentKey: `cheque:${id}`,
    asked: JSON.stringify({ cheque: id }),
  })
  await ctx.tx.run`
    update cheque set state = 'cleared', settled_by = ${settledBy}, settled_at = ${ctx.now}, payment_id = ${paymentId}
     where (community_id, id) = (${ctx.community}, ${id})`
  await logAction(ctx, 'cheque-cleared', `cheque ${id}`, { paymentId })
  return paymentOf(ctx, paymentId)
}

/** 退票. The bank has not paid it: nothing was booked, and what it was for is open as before. Refused as `not-found`, `cheque-settled`. */
export async function bounceCheque(
  ctx: Ctx,
  id: ChequeId,
  settledBy: PersonId,
  reason: string,
): Promise<Cheque> {
  await lockWaiting(ctx, id)
  await ctx.tx.run`
    update cheque set state = 'bounced', settled_by = ${settledBy}, settled_at = ${ctx.now}, reason = ${reason.trim()}
     where (community_id, id) = (${ctx.community}, ${id})`
  await logAction(ctx, 'cheque-bounced', `cheque ${id}`, { reason: reason.trim() })
  return shownCheque(ctx, id)
}

/** Home first, then the cheque. */
async function lockWaiting(ctx: Ctx, id: ChequeId): Promise<WaitingCheque> {
  const of = await ctx.tx.maybe<Pick<WaitingCheque, 'householdId'>>`
    select household_id from cheque where (community_id, id) = (${ctx.community}, ${id})`
  if (!of) throw new Refusal('not-found')
  await lockHome(ctx, of.householdId)
  const waiting = await ctx.tx.maybe<WaitingCheque>`
    select household_id, number, amount_fen, payer_name, received_by,
           array(select charge_id from cheque_charge where (community_id, cheque_id) = (q.community_id, q.id)) as picked
      from cheque q where (community_id, id) = (${ctx.community}, ${id}) and state = 'waiting' for update`
  if (!waiting) throw new Refusal('cheque-settled')
  return waiting
}
