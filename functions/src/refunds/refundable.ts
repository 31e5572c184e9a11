import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PaymentId, RefundId } from '@anjiao/shared/ids'
import { addFen, type Fen, formatYuan, maxFen, subtractFen, sumFen, zeroFen } from '@anjiao/shared/money'
import {
  isTooOldForWechat,
  type RefundRoute,
  refundCounts,
  wechatRefundsMost,
} from '@anjiao/shared/refund-life'
import type { Ctx } from '../platform/context.ts'
import type { PaymentMethod } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { RefundPart } from './stored-refund.ts'

/** A payment, and what of it has not gone back. */
export interface Refundable {
  readonly paymentId: PaymentId
  readonly householdId: HouseholdId
  readonly method: PaymentMethod
  /** Of WeChat its transaction id, also where it was held in suspense first. */
  readonly externalId: string
  readonly amountFen: Fen
  readonly paidAt: Date
  /** 商户号, till or bank account that it came to. */
  readonly place: string
  /** Who took it, as the books name them: who booked it, and of a cheque also who received it. */
  readonly takenBy: readonly string[]
  /** Whether the entry that booked it was taken back. */
  readonly reversed: boolean
  /** What of it has not left us: what a refund moved to the advance is with us still. */
  readonly restFen: Fen
  /** How many refunds of it WeChat was or is asked for. */
  readonly refunds: number
  /** What it settled of each charge and has not been given back; a cancelled charge's part is in the advance. */
  readonly charges: readonly { readonly chargeId: ChargeId; readonly settledFen: Fen }[]
  /** What the home has paid ahead now. */
  readonly advanceFen: Fen
  /** What refunds that were asked for earlier, and wait for a second person, will take of the advance. */
  readonly spokenForFen: Fen
}

/**
 * What may still go back of a payment; of refunds, all count that have not failed, but for `except`. Refused as `not-found`. The home must be
 * locked for the answer to hold.
 */
export async function refundableOf(
  ctx: Ctx,
  paymentId: PaymentId,
  except: RefundId | null = null,
): Promise<Refundable> {
  const [payment] = await refundables(ctx, [paymentId], except)
  if (!payment) throw new Refusal('not-found')
  return payment
}

/** The same of several payments, the newest first. */
export async function refundables(
  ctx: Ctx,
  paymentIds: readonly PaymentId[],
  except: RefundId | null = null,
): Promise<Refundable[]> {
  const payments = await ctx.tx.rows<Omit<Refundable, 'restFen'> & { readonly givenFen: Fen }>`
    select p.id as payment_id, p.household_id, p.method, coalesce(held.external_id, p.external_id) as external_id, p.amount_fen, p.paid_at,
           payment_takers(p.community_id, p.id) as taken_by,
           coalesce(held.place, (
             select place from posting where (community_id, entry_id) = (p.community_id, p.entry_id)
                                         and account in ('wechat', 'cash', 'bank', 'pos'))) as place,
           exists (select from entry r where (r.community_id, r.reverses_id, r.kind) = (p.community_id, p.entry_id, 'reversal')) as reversed,
           h.advance_fen,
           (select coalesce(sum(amount_fen), 0)::bigint from refund
             where (community_id, payment_id) = (p.community_id, p.id) and state = any(${refundCounts}::refund_state[])
               and route <> 'advance' and id is distinct from ${except}) as given_fen,
           (select count(*) from refund where (community_id, payment_id, route) = (p.community_id, p.id, 'wechat')
                                          and id is distinct from ${except}) as refunds,
           asked_of_advance(p.community_id, p.household_id, ${except}) as spoken_for_fen,
           coalesce((
             select json_agg(json_build_object('chargeId', s.charge_id, 'settledFen', s.settled_fen - s.given_fen) order by s.charge_id)
               from (select g.charge_id, -g.amount_fen as settled_fen,
                            (select coalesce(sum(x.amount_fen), 0)::bigint
                               from refund_part x join refund r on (r.community_id, r.id) = (x.community_id, x.refund_id)
                              where (x.community_id, x.charge_id) = (g.community_id, g.charge_id) and r.payment_id = p.id
                                and r.state = any(${refundCounts}::refund_state[]) and r.id is distinct from ${except}) as given_fen
                       from posting g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
                      where (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'receivable')
                        and c.cancelled_by is null) s
              where s.settled_fen > s.given_fen), '[]') as charges
      from payment p
      join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
      join household h on (h.community_id, h.id) = (p.community_id, p.household_id)
      left join suspense_resolution placed on (placed.community_id, placed.payment_id) = (p.community_id, p.id)
      left join suspense_item held on (held.community_id, held.id) = (placed.community_id, placed.item_id)
     where p.community_id = ${ctx.community} and p.id = any(${paymentIds}::bigint[])
     order by p.id desc`
  return payments.map(({ givenFen, ...payment }) => ({
    ...payment,
    restFen: subtractFen(payment.amountFen, givenFen),
  }))
}

/** What of the advance nobody has asked for before. */
export const freeAdvance = ({
  advanceFen,
  spokenForFen,
}: Pick<Refundable, 'advanceFen' | 'spokenForFen'>): Fen =>
  maxFen(zeroFen, subtractFen(advanceFen, spokenForFen))

/** What somebody wants to give back of a payment, and by which way. */
export interface Wanted {
  readonly route: RefundRoute
  /** Charges that open again. */
  readonly parts: readonly RefundPart[]
  readonly fromAdvanceFen: Fen
}

export const wantedFen = ({ parts, fromAdvanceFen }: Wanted): Fen =>
  addFen(sumFen(parts.map((part) => part.amountFen)), fromAdvanceFen)

/**
 * Refuses what cannot be given back: more than is left of the payment (`refund-over-rest`), of a charge that it settled
 * (`refund-over-charge`) or of the advance (`refund-over-advance`); a way that it cannot go (`refund-route`); by WeChat
 * after a year (`refund-too-old`) or in more than 50 parts (`refund-too-many`); of a payment taken back as an error
 * (`payment-reversed`). Pure. 微信支付 APIv3 "申请退款", read 2026-11.
 */
export function refuseUnrefundable(payment: Refundable, wanted: Wanted, today: BusinessDate): void {
  const amountFen = wantedFen(wanted)
  if (payment.reversed) throw new Refusal('payment-reversed')
  if (amountFen <= 0) throw new Refusal('bad-input', { detail: '退款金额要大于 0' })
  if (amountFen > payment.restFen)
    throw new Refusal('refund-over-rest', { yuan: formatYuan(payment.restFen) })
  refuseWay(payment, wanted, today)
  const settled = new Map(payment.charges.map(({ chargeId, settledFen }) => [chargeId, settledFen]))
  if (new Set(wanted.parts.map(({ chargeId }) => chargeId)).size < wanted.parts.length)
    throw new Refusal('bad-input', { detail: '同一笔账单只能选一次' })
  for (const part of wanted.parts) {
    const settledFen = settled.get(part.chargeId)
    if (settledFen === undefined || part.amountFen > settledFen) throw new Refusal('refund-over-charge')
  }
  if (wanted.fromAdvanceFen > freeAdvance(payment))
    throw new Refusal('refund-over-advance', { yuan: formatYuan(freeAdvance(payment)) })
}

function refuseWay(payment: Refundable, { route, fromAdvanceFen }: Wanted, today: BusinessDate): void {
  if (route === 'advance' && fromAdvanceFen > 0) throw new Refusal('refund-route')
  if (route !== 'wechat') return
  if (payment.method !== 'wechat') throw new Refusal('refund-route')
  if (isTooOldForWechat(payment.paidAt, today)) throw new Refusal('refund-too-old')
  if (payment.refunds >= wechatRefundsMost) throw new Refusal('refund-too-many', { most: wechatRefundsMost })
}
