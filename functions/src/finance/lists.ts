import { addDays, type Period, startOfDay } from '@anjiao/shared/calendar'
import type { Fen } from '@anjiao/shared/money'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { refundRoutes, refundStates } from '@anjiao/shared/refund-life'
import {
  differenceKinds,
  differenceStates,
  type FinanceList,
  leftStaff,
  moneyRoutes,
  paymentMethods,
  suspenseOutcomes,
  suspenseReasons,
  suspenseStates,
} from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import type {
  DifferenceKind,
  DifferenceState,
  PaymentMethod,
  RefundRoute,
  RefundState,
  SuspenseOutcome,
  SuspenseReason,
} from '../platform/database-types.ts'
import { bankLines } from './bank-lines.ts'
import { moneyByDay } from './money-by-day.ts'
import { instant, type SheetOf, yuan } from './sheet.ts'

/** What each list shows of a period, at most so many rows. */
export const lists: Readonly<
  Record<FinanceList, (ctx: Ctx, period: Period, rowsMost: number) => Promise<SheetOf>>
> = { days, payments, refunds, differences, suspense, bankLines }

async function days(ctx: Ctx, period: Period): Promise<SheetOf> {
  const routes = Object.entries(moneyRoutes)
  return {
    columns: [
      '日期',
      ...routes.map(([, label]) => `${label}（元）`),
      '收款合计（元）',
      '退款（元）',
      '手续费（元）',
    ],
    rows: (await moneyByDay(ctx, period)).map(({ day, received, receivedFen, returnedFen, feeFen }) => [
      day,
      ...routes.map(([route]) => yuan(received.find((each) => each.route === route)?.amountFen ?? null)),
      yuan(receivedFen),
      yuan(returnedFen),
      yuan(feeFen),
    ]),
  }
}

async function payments({ tx, community }: Ctx, { from, to }: Period, rowsMost: number): Promise<SheetOf> {
  const found = await tx.rows<{
    day: string
    paidAt: Date
    roomName: string
    method: PaymentMethod
    place: string
    amountFen: Fen
    number: string
    receiptNumber: number | null
    takenBy: string
    reversedOn: string | null
  }>`
    select e.business_date as day, p.paid_at, home.room_name, p.method, coalesce(m.name, g.place) as place, p.amount_fen,
           coalesce(c.voucher_number, p.external_id) as number, receipt.number as receipt_number,
           case when c.taken_by is not null then coalesce(clerk.name, ${leftStaff}) else '系统' end as taken_by,
           r.business_date as reversed_on
      from entry e
      join payment p on (p.community_id, p.entry_id) = (e.community_id, e.id)
      join home_name home on (home.community_id, home.household_id) = (p.community_id, p.household_id)
      left join posting g on (g.community_id, g.entry_id) = (e.community_id, e.id) and g.account in ('wechat', 'cash', 'bank', 'pos')
      left join money_place m on m.community_id = e.community_id and m.id::text = g.place
      left join counter_payment c on (c.community_id, c.payment_id) = (p.community_id, p.id)
      left join staff clerk on (clerk.community_id, clerk.person_id) = (c.community_id, c.taken_by)
      left join receipt on (receipt.community_id, receipt.payment_id) = (p.community_id, p.id)
      left join entry r on (r.community_id, r.reverses_id) = (e.community_id, e.id) and r.kind = 'reversal'
     where e.community_id = ${community} and e.kind = 'payment' and e.business_date between ${from} and ${to}
     order by e.business_date, p.id limit ${rowsMost}`
  return {
    columns: [
      '入账日期',
      '收款时间',
      '房屋',
      '方式',
      '收款账户',
      '金额（元）',
      '凭证号或交易单号',
      '收据编号',
      '经办',
      '冲销日期',
    ],
    rows: found.map((each) => [
      each.day,
      instant(each.paidAt),
      each.roomName,
      paymentMethods[each.method],
      each.place,
      yuan(each.amountFen),
      each.number,
      each.receiptNumber === null ? '' : receiptNumber(each.receiptNumber),
      each.takenBy,
      each.reversedOn ?? '',
    ]),
  }
}

async function refunds({ tx, community }: Ctx, { from, to }: Period, rowsMost: number): Promise<SheetOf> {
  const found = await tx.rows<{
    askedAt: Date
    roomName: string | null
    route: RefundRoute
    state: RefundState
    amountFen: Fen
    reason: string
    outRefundNo: string
    askedBy: string
    checkedBy: string | null
    paidAt: Date | null
  }>`
    select r.asked_at, home.room_name, r.route, r.state, r.amount_fen, r.reason, r.out_refund_no, r.paid_at,
           case when r.asked_by = 'wechat' then '微信商户平台' else coalesce(asker.name, ${leftStaff}) end as asked_by,
           case when r.checked_by is not null then coalesce(checker.name, ${leftStaff}) end as checked_by
      from refund r
      left join home_name home on (home.community_id, home.household_id) = (r.community_id, r.household_id)
      left join staff asker on asker.community_id = r.community_id and r.asked_by = 'staff:' || asker.person_id
      left join staff checker on checker.community_id = r.community_id and r.checked_by = 'staff:' || checker.person_id
     where r.community_id = ${community} and r.asked_at >= ${startOfDay(from)} and r.asked_at < ${startOfDay(addDays(to, 1))}
     order by r.id limit ${rowsMost}`
  return {
    columns: [
      '申请时间',
      '房屋',
      '退款方式',
      '状态',
      '金额（元）',
      '原因',
      '退款单号',
      '申请人',
      '复核人',
      '退款时间',
    ],
    rows: found.map((each) => [
      instant(each.askedAt),
      each.roomName ?? '',
      refundRoutes[each.route],
      refundStates[each.state].label,
      yuan(each.amountFen),
      each.reason,
      each.outRefundNo,
      each.askedBy,
      each.checkedBy ?? '',
      instant(each.paidAt),
    ]),
  }
}

async function differences({ tx, community }: Ctx, { from, to }: Period, rowsMost: number): Promise<SheetOf> {
  const found = await tx.rows<{
    day: string
    mchid: string
    kind: DifferenceKind
    transactionId: string
    outTradeNo: string
    refundId: string
    oursFen: Fen | null
    theirsFen: Fen | null
    state: DifferenceState
    resolvedAt: Date | null
    resolvedBy: string | null
    reason: string | null
  }>`
    select d.day, d.mchid, d.kind, d.transaction_id, d.out_trade_no, d.refund_id, d.ours_fen, d.theirs_fen, d.state, d.resolved_at,
           case when d.resolved_by like 'staff:%' then coalesce(resolver.name, ${leftStaff})
                when d.resolved_by is not null then '系统' end as resolved_by, d.reason
      from bill_difference d
      left join staff resolver on resolver.community_id = d.community_id and d.resolved_by = 'staff:' || resolver.person_id
     where d.community_id = ${community} and d.day between ${from} and ${to}
     order by d.day, d.id limit ${rowsMost}`
  return {
    columns: [
      '账单日期',
      '商户号',
      '差异',
      '微信订单号',
      '商户订单号',
      '微信退款单号',
      '我方金额（元）',
      '微信金额（元）',
      '状态',
      '处理时间',
      '处理人',
      '说明',
    ],
    rows: found.map((each) => [
      each.day,
      each.mchid,
      differenceKinds[each.kind],
      each.transactionId,
      each.outTradeNo,
      each.refundId,
      yuan(each.oursFen),
      yuan(each.theirsFen),
      differenceStates[each.state],
      instant(each.resolvedAt),
      each.resolvedBy ?? '',
      each.reason ?? '',
    ]),
  }
}

async function suspense({ tx, community }: Ctx, { from, to }: Period, rowsMost: number): Promise<SheetOf> {
  const found = await tx.rows<{
    paidAt: Date
    reason: SuspenseReason
    place: string
    outTradeNo: string | null
    externalId: string
    amountFen: Fen
    remark: string
    outcome: SuspenseOutcome | null
    resolvedAt: Date | null
    resolvedBy: string | null
    roomName: string | null
  }>`
    select s.paid_at, s.reason, coalesce(m.name, s.place) as place, s.out_trade_no, s.external_id, s.amount_fen, s.remark,
           r.outcome, r.resolved_at, case when r.id is not null then coalesce(resolver.name, ${leftStaff}) end as resolved_by,
           home.room_name
      from suspense_item s
      left join money_place m on s.account <> 'wechat' and (m.community_id, m.id::text) = (s.community_id, s.place)
      left join suspense_resolution r on (r.community_id, r.item_id) = (s.community_id, s.id) and r.taken_back_at is null
      left join staff resolver on (resolver.community_id, resolver.person_id) = (r.community_id, r.resolved_by)
      left join payment p on (p.community_id, p.id) = (r.community_id, r.payment_id)
      left join home_name home on (home.community_id, home.household_id) = (p.community_id, p.household_id)
     where s.community_id = ${community} and s.paid_at >= ${startOfDay(from)} and s.paid_at < ${startOfDay(addDays(to, 1))}
     order by s.id limit ${rowsMost}`
  return {
    columns: [
      '到账时间',
      '原因',
      '收款账户',
      '商户订单号',
      '交易单号或流水号',
      '金额（元）',
      '附言',
      '结果',
      '入账房屋',
      '处理时间',
      '处理人',
    ],
    rows: found.map((each) => [
      instant(each.paidAt),
      suspenseReasons[each.reason],
      each.place,
      each.outTradeNo ?? '',
      each.externalId,
      yuan(each.amountFen),
      each.remark,
      each.outcome === null ? suspenseStates.open : suspenseOutcomes[each.outcome],
      each.roomName ?? '',
      instant(each.resolvedAt),
      each.resolvedBy ?? '',
    ]),
  }
}
