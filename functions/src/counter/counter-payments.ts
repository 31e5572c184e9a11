import type { BusinessDate } from '@anjiao/shared/calendar'
import { businessDateAt } from '@anjiao/shared/calendar'
import type { CounterPayment } from '@anjiao/shared/contract/counter'
import type { PaymentId, PersonId } from '@anjiao/shared/ids'
import type { PaymentMethod } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { type TakenReceipt, whyNotReverse } from './why-not-reverse.ts'

export interface PaymentFilter {
  readonly day: BusinessDate
  readonly method?: PaymentMethod | undefined
  readonly clerk?: PersonId | undefined
  /** Of the page before: its last. */
  readonly before?: PaymentId | undefined
}

/** How many a page of a day's list holds. */
const pageSize = 50

/** One payment of the counter, for who asks. Refused as `not-found` when the counter did not take it. */
export async function paymentOf(ctx: Ctx, paymentId: PaymentId): Promise<CounterPayment> {
  const [payment] = await payments(ctx, { fromId: paymentId, toId: paymentId, limit: 1 })
  if (!payment) throw new Refusal('not-found')
  return payment
}

/** What the counter took on a day, newest first. */
export async function paymentsOfDay(
  ctx: Ctx,
  filter: PaymentFilter,
): Promise<{ payments: CounterPayment[]; more: boolean }> {
  const toId = filter.before === undefined ? Number.MAX_SAFE_INTEGER : filter.before - 1
  const found = await payments(ctx, { ...filter, fromId: 1, toId, limit: pageSize + 1 })
  return { payments: found.slice(0, pageSize), more: found.length > pageSize }
}

type Stored = Omit<CounterPayment, 'paidOn' | 'takenAt' | 'reversed' | 'mayReverse'> &
  TakenReceipt & {
    readonly paidAt: Date
    readonly takenAt: Date
    readonly reversed: { readonly at: string; readonly by: string; readonly reason: string } | null
  }

async function payments(
  ctx: Ctx,
  {
    fromId,
    toId,
    limit,
    day = null,
    method = null,
    clerk = null,
  }: {
    fromId: number
    toId: number
    limit: number
    day?: BusinessDate | null
    method?: PaymentMethod | null | undefined
    clerk?: PersonId | null | undefined
  },
): Promise<CounterPayment[]> {
  const stored = await ctx.tx.rows<Stored>`
    select p.id, p.household_id, home.room_name, p.method, place.name as place_name, p.amount_fen, p.paid_at,
           c.taken_at, c.taken_on, c.taken_by as taken_by_id, coalesce(clerk.name, '已离职') as taken_by, c.voucher_number,
           receipt.number as receipt_number, c.payer_name, q.settled_by as cleared_by_id,
           c.session_id is null or session.counted_at is null as till_open,
           (select json_build_object('at', r.posted_at, 'by', coalesce(s.name, '已离职'), 'reason', r.memo)
              from entry r left join staff s on (s.community_id, 'staff:' || s.person_id) = (r.community_id, r.posted_by)
             where (r.community_id, r.reverses_id) = (p.community_id, p.entry_id) and r.kind = 'reversal') as reversed
      from counter_payment c
      join payment p on (p.community_id, p.id) = (c.community_id, c.payment_id)
      left join receipt on (receipt.community_id, receipt.payment_id) = (c.community_id, c.payment_id)
      join money_place place on (place.community_id, place.id) = (c.community_id, c.place_id)
      join home_name home on (home.community_id, home.household_id) = (p.community_id, p.household_id)
      left join till_session session on (session.community_id, session.id) = (c.community_id, c.session_id)
      left join cheque q on (q.community_id, q.payment_id) = (c.community_id, c.payment_id)
      left join staff clerk on (clerk.community_id, clerk.person_id) = (c.community_id, c.taken_by)
     where c.community_id = ${ctx.community} and c.payment_id between ${fromId} and ${toId}
       and (${day}::date is null or c.taken_on = ${day}) and (${method}::payment_method is null or p.method = ${method})
       and (${clerk}::bigint is null or c.taken_by = ${clerk})
     order by c.payment_id desc limit ${limit}`
  return stored.map((payment) => shown(ctx, payment))
}

function shown(ctx: Ctx, stored: Stored): CounterPayment {
  const {
    paidAt,
    takenAt,
    takenById: _,
    clearedById: __,
    takenOn: ___,
    tillOpen: ____,
    reversed,
    ...rest
  } = stored
  return {
    ...rest,
    paidOn: businessDateAt(paidAt),
    takenAt: takenAt.toISOString(),
    reversed: reversed && { ...reversed, at: new Date(reversed.at).toISOString() },
    mayReverse: reversed === null && whyNotReverse(ctx, stored) === undefined,
  }
}
