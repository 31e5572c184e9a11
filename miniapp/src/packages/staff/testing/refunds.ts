import type { StaffAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import type { RefundablePayment, StaffRefund } from '@anjiao/shared/contract/refunds'
import type { HouseholdId, PaymentId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'
import { day, id } from './values'

const charge = {
  chargeId: id(1),
  feeItem: '物业服务费',
  fromDate: day('2026-01-01'),
  toDate: day('2026-09-30'),
} as const satisfies Partial<StaffRefund['parts'][number]>

/** 40.00 yuan of a bill of household 42, asked for by the front desk. */
export const aStaffRefund = (over: Partial<StaffRefund> = {}): StaffRefund => ({
  id: id(8),
  householdId: id<HouseholdId>(42),
  roomName: '3栋 1单元 502',
  paymentId: id<PaymentId>(5),
  method: 'wechat',
  amountFen: fen(4_000),
  route: 'wechat',
  state: 'asked',
  reason: '多缴了',
  parts: [{ ...charge, amountFen: fen(4_000) }],
  askedBy: '陈前台',
  askedByMe: false,
  askedAt: '2026-11-23T02:00:00Z',
  checkedBy: null,
  checkedAt: null,
  declinedBecause: null,
  receivedBy: null,
  paidAt: null,
  standsBecause: null,
  paidOut: null,
  together: null,
  mayPayOut: false,
  ...over,
})

/** A payment of 2,452.28 yuan by WeChat: 1,952.28 settled a bill, 500.00 are in the advance. */
export const aRefundable = (over: Partial<RefundablePayment> = {}): RefundablePayment => ({
  paymentId: id(5),
  method: 'wechat',
  externalId: '4200002345202611231234567890',
  amountFen: fen(245_228),
  paidAt: new Date().toISOString(),
  receiptNumber: 12,
  reversed: false,
  restFen: fen(245_228),
  charges: [{ ...charge, settledFen: fen(195_228) }],
  advanceFen: fen(50_000),
  ...over,
})

/** 500.00 yuan paid ahead, 300.00 of them by WeChat and 200.00 in cash; its owner asks for them, and owes nothing. */
export const anAdvanceReturn = (over: Partial<StaffAdvanceReturn> = {}): StaffAdvanceReturn => ({
  request: {
    id: id(3),
    cause: 'moved_out',
    words: '12月5日搬走',
    askedAt: '2026-11-23T02:00:00Z',
    replyBy: day('2026-11-30'),
  },
  checking: null,
  freeFen: fen(50_000),
  openFen: fen(0),
  aloneFen: fen(5_000),
  sources: [
    {
      paymentId: id(6),
      method: 'cash',
      paidAt: '2026-10-08T02:00:00Z',
      receiptNumber: 13,
      mostFen: fen(20_000),
      byWechat: false,
    },
    {
      paymentId: id(5),
      method: 'wechat',
      paidAt: '2026-10-05T02:00:00Z',
      receiptNumber: 12,
      mostFen: fen(30_000),
      byWechat: true,
    },
  ],
  ...over,
})

/** All that the pages of refunds ask for, beside what is known of the home. */
export const refundScript: Script = {
  [`GET ${community}/refunds?state=asked`]: { refunds: [aStaffRefund()], more: false },
  [`GET ${community}/refunds?state=owed`]: {
    refunds: [
      aStaffRefund({
        id: id(7),
        state: 'owed',
        checkedBy: '林会计',
        checkedAt: '2026-11-23T03:00:00Z',
        standsBecause: 'not-enough-balance',
      }),
    ],
    more: false,
  },
  [`GET ${community}/refunds`]: { refunds: [], more: false },
  [`GET ${community}/refunds/8`]: aStaffRefund(),
  [`GET ${community}/refunds/9`]: aStaffRefund({
    id: id(9),
    state: 'found',
    parts: [],
    reason: '在微信商户平台退款',
    askedBy: '微信商户平台',
    amountFen: fen(6_000),
    receivedBy: '支付用户零钱',
    paidAt: '2026-11-23T02:00:00Z',
  }),
  [`GET ${community}/refunds/10`]: aStaffRefund({
    id: id(10),
    route: 'cash',
    method: 'cash',
    state: 'owed',
    checkedBy: '林会计',
    checkedAt: '2026-11-23T03:00:00Z',
    mayPayOut: true,
  }),
  [`GET ${community}/refunds/11`]: aStaffRefund({
    id: id(11),
    route: 'transfer',
    method: 'transfer',
    state: 'owed',
    checkedBy: '林会计',
    checkedAt: '2026-11-23T03:00:00Z',
    mayPayOut: true,
  }),
  [`GET ${community}/households/42/refundable`]: [
    aRefundable(),
    aRefundable({ paymentId: id(4), method: 'cash', receiptNumber: 11 }),
    aRefundable({ paymentId: id(3), restFen: fen(0), charges: [] }),
  ],
  [`GET ${community}/households/42/advance-return`]: anAdvanceReturn(),
  [`GET ${community}/households/42/refund-limit`]: { aloneFen: fen(5_000) },
  [`GET ${community}/advance-policies`]: [
    {
      id: 2,
      monthsMost: 12,
      mostFen: fen(500_000),
      publishedAs: '市物业条例第20条',
      publishedAt: '2026-11-23T02:00:00Z',
    },
  ],
  [`GET ${community}/refund-limit`]: { aloneUpToFen: fen(5_000) },
}
