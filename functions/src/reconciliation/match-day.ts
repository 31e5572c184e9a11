import type { BusinessDate } from '@anjiao/shared/calendar'
import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { BillId } from '@anjiao/shared/ids'
import { type Fen, negateFen } from '@anjiao/shared/money'
import { post } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { milliFen, roundToFen } from './bill/bill-amounts.ts'

/** What a day came to in a community, by the bill. */
export interface MatchedDay {
  readonly paid: number
  readonly paidFen: Fen
  readonly refunded: number
  readonly refundedFen: Fen
  readonly feeFen: Fen
  /** What the bill and the books do not agree on. */
  readonly differences: number
}

/**
 * Compares a bill with the books of a community, both ways, once: what WeChat has and we have not, what we have and WeChat
 * has not, and sums. Books the day's fees (手续费). What a later bill or a query explains is resolved afterwards. Answers
 * undefined when the day was matched before. Refused as `bill-not-taken` while the bill is not whole.
 */
export async function matchDay(ctx: Ctx, mchid: string, day: BusinessDate): Promise<MatchedDay | undefined> {
  const { tx, community, now } = ctx
  const bill = await tx.maybe<{ id: BillId }>`
    select id from bill where (mchid, day, kind) = (${mchid}, ${day}, 'trade') and state <> 'taking'`
  if (!bill) throw new Refusal('bill-not-taken', { date: day })
  const sums = await tx.one<{ paid: number; paidFen: Fen; refunded: number; refundedFen: Fen; fee: number }>`
    select count(*) filter (where kind = 'paid') as paid,
           coalesce(sum(amount_fen) filter (where kind = 'paid'), 0)::bigint as paid_fen,
           count(*) filter (where kind = 'refund') as refunded,
           coalesce(sum(amount_fen) filter (where kind = 'refund'), 0)::bigint as refunded_fen,
           coalesce(sum(fee_milli_fen), 0)::bigint as fee
      from bill_line where (community_id, bill_id) = (${community}, ${bill.id})`
  const { fee, ...counts } = sums
  const feeFen = roundToFen(milliFen(fee))
  const written = await tx.run`
    insert into matched_day (community_id, mchid, day, matched_at, paid, paid_fen, refunded, refunded_fen, fee_fen)
    values (${community}, ${mchid}, ${day}, ${now}, ${counts.paid}, ${counts.paidFen}, ${counts.refunded}, ${counts.refundedFen}, ${feeFen})
    on conflict do nothing`
  if (written === 0) return undefined
  await bookFees(ctx, mchid, day, feeFen)
  const differences =
    (await comparePayments(ctx, mchid, day, bill.id)) + (await compareRefunds(ctx, mchid, day, bill.id))
  return { ...counts, feeFen, differences }
}

async function bookFees(ctx: Ctx, mchid: string, day: BusinessDate, feeFen: Fen): Promise<void> {
  if (feeFen === 0) return
  await post(ctx, {
    kind: 'fee',
    source: `fee:wechat:${mchid}:${day}`,
    businessDate: day,
    elseNextOpenDay: true,
    lines: [
      { account: 'wechat_fee', place: mchid, amountFen: feeFen },
      { account: 'wechat', place: mchid, amountFen: negateFen(feeFen) },
    ],
  })
}

/** What happened in the last moments of a day may stand in the bill of the next, and the other way round. */
const around = (day: BusinessDate) => ({ before: addDays(day, -1), after: addDays(day, 1) })

/** Money is here when a payment says so, or it waits in suspense. */
async function comparePayments(
  { tx, community, now }: Ctx,
  mchid: string,
  day: BusinessDate,
  billId: BillId,
): Promise<number> {
  const { before, after } = around(day)
  return tx.run`
    with theirs as materialized (
      select transaction_id, out_trade_no, kind, amount_fen from bill_line
       where (community_id, bill_id) = (${community}, ${billId}) and kind in ('paid', 'revoked')
    ), here as materialized (
      select p.external_id as transaction_id, a.out_trade_no, p.amount_fen, p.paid_at,
             exists (select from entry r where (r.community_id, r.reverses_id, r.kind) = (p.community_id, p.entry_id, 'reversal')) as reversed
        from payment p
        join payment_attempt a on (a.community_id, a.id) = (p.community_id, p.attempt_id)
       where p.community_id = ${community} and p.method = 'wechat' and a.mchid = ${mchid}
         and p.paid_at >= ${startOfDay(before)} and p.paid_at < ${startOfDay(addDays(after, 1))}
      union all
      select s.external_id, s.out_trade_no, s.amount_fen, s.paid_at, false
        from suspense_item s
       where s.community_id = ${community} and s.account = 'wechat' and s.place = ${mchid} and s.paid_at >= ${startOfDay(before)} and s.paid_at < ${startOfDay(addDays(after, 1))}
    )
    insert into bill_difference (community_id, mchid, day, kind, transaction_id, out_trade_no, ours_fen, theirs_fen, found_at)
    select ${community}, ${mchid}, ${day},
           case when h.transaction_id is null then 'missing_here'
                when t.transaction_id is null then 'missing_there'
                when t.kind = 'revoked' then 'revoked' else 'amount' end::difference_kind,
           coalesce(t.transaction_id, h.transaction_id), coalesce(t.out_trade_no, h.out_trade_no), h.amount_fen, t.amount_fen, ${now}
      from theirs t full join here h on h.transaction_id = t.transaction_id
     where case
       when h.transaction_id is null then t.kind = 'paid'
       when t.transaction_id is null then
         h.paid_at >= ${startOfDay(day)} and h.paid_at < ${startOfDay(addDays(day, 1))} and not h.reversed
         and not exists (
           select from bill_line l join bill b on b.id = l.bill_id
            where (l.community_id, l.transaction_id, l.kind) = (${community}, h.transaction_id, 'paid')
              and b.mchid = ${mchid} and b.day in (${before}, ${after}))
       when t.kind = 'revoked' then not h.reversed
       else h.amount_fen <> t.amount_fen end
    on conflict do nothing`
}

async function compareRefunds(
  { tx, community, now }: Ctx,
  mchid: string,
  day: BusinessDate,
  billId: BillId,
): Promise<number> {
  const { before, after } = around(day)
  return tx.run`
    with theirs as materialized (
      select transaction_id, out_trade_no, refund_id, out_refund_no, refund_status, amount_fen from bill_line
       where (community_id, bill_id) = (${community}, ${billId}) and kind = 'refund'
    ), here as materialized (
      select r.transaction_id, r.out_refund_no, coalesce(r.wechat_refund_id, '') as refund_id, r.amount_fen, r.state, r.taken_at,
             coalesce(a.out_trade_no, '') as out_trade_no
        from refund r
        left join payment p on (p.community_id, p.id) = (r.community_id, r.payment_id)
        left join payment_attempt a on (a.community_id, a.id) = (p.community_id, p.attempt_id)
       where r.community_id = ${community} and r.route = 'wechat' and r.mchid = ${mchid}
         and r.state in ('owed', 'sent', 'abnormal', 'paid', 'failed', 'found')
         and r.id in (
           select id from refund where community_id = ${community} and out_refund_no in (select out_refund_no from theirs)
           union
           select id from refund
            where community_id = ${community} and taken_at >= ${startOfDay(day)} and taken_at < ${startOfDay(addDays(day, 1))})
    )
    insert into bill_difference (community_id, mchid, day, kind, transaction_id, out_trade_no, refund_id, ours_fen, theirs_fen, found_at)
    select ${community}, ${mchid}, ${day},
           case when h.out_refund_no is null then 'refund_missing_here'
                when t.out_refund_no is null then 'refund_missing_there'
                when h.amount_fen <> t.amount_fen then 'refund_amount' else 'refund_state' end::difference_kind,
           coalesce(t.transaction_id, h.transaction_id), coalesce(t.out_trade_no, h.out_trade_no),
           coalesce(t.refund_id, h.refund_id), h.amount_fen, t.amount_fen, ${now}
      from theirs t full join here h on h.out_refund_no = t.out_refund_no
     where case
       when h.out_refund_no is null then true
       when t.out_refund_no is null then not exists (
         select from bill_line l join bill b on b.id = l.bill_id
          where l.community_id = ${community} and l.transaction_id = h.transaction_id and l.refund_id = h.refund_id
            and b.mchid = ${mchid} and b.day in (${before}, ${after}))
       else h.amount_fen <> t.amount_fen
         or (h.state = 'failed' and t.refund_status = 'success') or (h.state = 'paid' and t.refund_status = 'failed') end
    on conflict do nothing`
}
