import { businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { Payout } from '@anjiao/shared/contract/refunds'
import type { MoneyPlaceId, PersonId, RefundId, TillSessionId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { refundStates } from '@anjiao/shared/refund-life'
import { booksOf, lockOwnTill, paidAtOn, tillStanding, usablePlace } from '../counter/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { postPaid } from './post-refund.ts'
import { refundableOf } from './refundable.ts'
import { lockRefundOfHome, type RefundOfHome, stateAfter, subjectOf } from './stored-refund.ts'
import { tellPaid } from './tell-paid.ts'
import { whyNotPayOut } from './who-may-pay-out.ts'
import { refuseInterested } from './who-may-refund.ts'

/**
 * 付出退款. Pays out what we owe: in cash from the till that the payer has open, or by a transfer that has left a bank account.
 * Once; the same payer with the same voucher once more is answered as done. Refused as `refund-moved-on`, `refund-route` when it
 * goes to WeChat, `own-refund` to who asked for it, `own-receipt`, `own-application`, `not-allowed`, `no-open-till`, `till-too-low`,
 * `place-not-usable`, `refund-voucher-used`, `refund-paid-too-early`, `paid-on-too-far` and `day-closed`.
 */
export async function payOutRefund(ctx: Ctx, id: RefundId, payer: PersonId, payout: Payout): Promise<void> {
  const refund = await lockRefundOfHome(ctx, id)
  const voucher = payout.voucherNumber.toUpperCase()
  if (await isDone(ctx, id, payer, voucher)) return
  await refuseToPay(ctx, refund, payer)
  const paidAt = await whenPaid(ctx, refund, payout)
  const { place, sessionId } = await leavesFrom(ctx, refund, payer, payout)
  await postPaid(ctx, refund, { from: booksOf(place), on: businessDateAt(paidAt) })
  await ctx.tx.run`
    update refund set state = ${stateAfter(refund.state, 'payOut')}, paid_at = ${paidAt}, paid_by = ${payer}, place_id = ${place.id},
                      session_id = ${sessionId}, voucher = ${voucher}, received_by = ${payout.receiverName.trim()}
     where (community_id, id) = (${ctx.community}, ${id})`.catch((error: unknown) => {
    throw brokenConstraint(error) === 'refund_voucher_once'
      ? new Refusal('refund-voucher-used', { number: voucher })
      : error
  })
  await logAction(ctx, 'refund-paid-out', subjectOf(id), {
    amountFen: refund.amountFen,
    placeId: place.id,
    voucher,
  })
  await tellPaid(ctx, refund)
}

async function isDone(
  { tx, community }: Ctx,
  id: RefundId,
  payer: PersonId,
  voucher: string,
): Promise<boolean> {
  const done = await tx.maybe`
    select from refund where (community_id, id, paid_by, voucher) = (${community}, ${id}, ${payer}, ${voucher})`
  return done !== undefined
}

async function refuseToPay(ctx: Ctx, refund: RefundOfHome, payer: PersonId): Promise<void> {
  const payment = await refundableOf(ctx, refund.paymentId, refund.id)
  const refusal = whyNotPayOut(ctx, { ...refund, takenBy: payment.takenBy })
  if (refusal) throw new Refusal(refusal, { state: refundStates[refund.state].label })
  await refuseInterested(ctx, payment, payer)
}

/** Cash is paid now; a transfer left on its day, which is none before we owed it. */
async function whenPaid(ctx: Ctx, { id, route }: RefundOfHome, { paidOn }: Payout): Promise<Date> {
  if (route === 'cash') return ctx.now
  const paidAt = await paidAtOn(ctx, paidOn)
  const { owedAt } = await ctx.tx.one<{ owedAt: Date }>`
    select checked_at as owed_at from refund where (community_id, id) = (${ctx.community}, ${id})`
  const owedOn = businessDateAt(owedAt)
  if (paidOn < owedOn) throw new Refusal('refund-paid-too-early', { from: formatDate(owedOn) })
  return paidAt
}

interface Leaves {
  readonly place: { readonly id: MoneyPlaceId; readonly kind: 'cash' | 'bank' | 'pos' }
  readonly sessionId: TillSessionId | null
}

/** Where the money leaves: whoever counts the till or moves its cash waits until it is booked. */
async function leavesFrom(
  ctx: Ctx,
  { route, amountFen }: RefundOfHome,
  payer: PersonId,
  { placeId }: Payout,
): Promise<Leaves> {
  if (route !== 'cash') return { place: await usablePlace(ctx, 'bank', placeId), sessionId: null }
  const { till, sessionId } = await lockOwnTill(ctx, payer)
  await refuseShort(ctx, till.id, amountFen)
  return { place: till, sessionId }
}

/** How much is in the till is not told: nobody counts towards it. */
async function refuseShort(ctx: Ctx, tillId: MoneyPlaceId, amountFen: Fen): Promise<void> {
  const { heldFen } = await tillStanding(ctx, tillId)
  if (amountFen > heldFen) throw new Refusal('till-too-low')
}
