import Type, { type Static } from 'typebox'
import { shanghaiTime } from './order.ts'

const states = ['PROCESSING', 'SUCCESS', 'ABNORMAL', 'CLOSED'] as const

/** One refund at WeChat. Amounts in fen, times in milliseconds since 1970. */
export const Refund = Type.Object({
  refundId: Type.String(),
  /** Of the merchant's; what was refunded in the merchant platform has none. */
  outRefundNo: Type.Optional(Type.String()),
  outTradeNo: Type.String(),
  transactionId: Type.String(),
  mchid: Type.String(),
  /** Whose money it is, where `mchid` is a service provider. */
  subMchid: Type.Optional(Type.String()),
  amountFen: Type.Integer(),
  totalFen: Type.Integer(),
  payerTotalFen: Type.Integer(),
  payerRefundFen: Type.Integer(),
  reason: Type.Optional(Type.String()),
  notifyUrl: Type.Optional(Type.String()),
  /** The first call, byte for byte: a later one with the same number must say the same. */
  askedAs: Type.String(),
  takenAtMs: Type.Number(),
  state: Type.Enum(states),
  /** When it ends well by itself, unless it is moved before. */
  dueAtMs: Type.Number(),
  succeededAtMs: Type.Optional(Type.Number()),
})
export type Refund = Readonly<Static<typeof Refund>>
export type RefundState = Refund['state']

/** 退款状态 and where each may go. `ABNORMAL → PROCESSING` is the merchant platform's 异常退款处理. */
export const refundWays: Readonly<Record<RefundState, readonly RefundState[]>> = {
  PROCESSING: ['SUCCESS', 'ABNORMAL', 'CLOSED'],
  ABNORMAL: ['PROCESSING'],
  SUCCESS: [],
  CLOSED: [],
}

/** 申请退款 and 查询单笔退款 tell it so: the state is called `status`. */
export const refundOf = (refund: Refund): Record<string, unknown> => ({
  ...facts(refund),
  channel: 'ORIGINAL',
  create_time: shanghaiTime(refund.takenAtMs),
  status: refund.state,
  funds_account: 'AVAILABLE',
  amount: {
    total: refund.totalFen,
    refund: refund.amountFen,
    from: [],
    payer_total: refund.payerTotalFen,
    payer_refund: refund.payerRefundFen,
    settlement_refund: refund.amountFen,
    settlement_total: refund.totalFen,
    discount_refund: refund.amountFen - refund.payerRefundFen,
    currency: 'CNY',
  },
})

/** 退款结果通知 tells it so: the state is called `refund_status`, and no currency is named. */
export const refundNoticeOf = (refund: Refund): Record<string, unknown> => ({
  ...(refund.subMchid === undefined
    ? { mchid: refund.mchid }
    : { sp_mchid: refund.mchid, sub_mchid: refund.subMchid }),
  ...facts(refund),
  refund_status: refund.state,
  amount: {
    total: refund.totalFen,
    refund: refund.amountFen,
    payer_total: refund.payerTotalFen,
    payer_refund: refund.payerRefundFen,
  },
})

const facts = ({ refundId, outRefundNo, transactionId, outTradeNo, succeededAtMs }: Refund) => ({
  refund_id: refundId,
  out_refund_no: outRefundNo,
  transaction_id: transactionId,
  out_trade_no: outTradeNo,
  user_received_account: '支付用户零钱',
  ...(succeededAtMs !== undefined && { success_time: shanghaiTime(succeededAtMs) }),
})
