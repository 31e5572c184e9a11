import { type Fen, fen } from '@anjiao/shared/money'
import { asObject, asText, type JsonObject } from './json-shape.ts'
import { readWechatTime } from './wechat-time.ts'

/** 退款单. What WeChat says about a refund. Nothing of it has been compared with our own books yet. */
export type RefundRecord = RefundFacts & RefundState

interface RefundFacts {
  /** 微信支付退款单号. */
  readonly refundId: string
  readonly outRefundNo: string
  /** 微信支付订单号 of the payment that it gives back. */
  readonly transactionId: string
  readonly outTradeNo: string
  /** 退款金额: what we asked to give back. */
  readonly amountFen: Fen
  /** 订单金额: the whole of the payment. */
  readonly totalFen: Fen
  /** 用户退款金额: below the refund's amount when WeChat's own coupons had paid a part. */
  readonly payerRefundFen: Fen
  readonly currency: string
  /** 退款入账账户, as WeChat words and masks it: `招商银行信用卡0403`, `支付用户零钱`. */
  readonly receivedBy?: string
}

/**
 * 退款状态.
 * - `PROCESSING`: taken, and nothing more. A wallet takes minutes, a bank one to three working days.
 * - `SUCCESS`: the payer has it.
 * - `CLOSED`: nothing was given back, and this number is spent: another try needs a new one.
 * - `ABNORMAL`: the money has left the merchant and does not reach the payer, whose card is cancelled or frozen. What
 *   WeChat offers next (申请异常退款) may take a card number and a name that are nobody's business here: staff do it
 *   in the merchant platform (商户平台), where the payer's bank is asked for, and note it. The state then goes on.
 */
type RefundState =
  | { readonly state: 'SUCCESS'; readonly refundedAt: Date }
  | { readonly state: 'PROCESSING' | 'CLOSED' | 'ABNORMAL' }

/**
 * Checks the shape of a refund; `status` is what WeChat calls `status` in an answer and `refund_status` in a notice.
 * Undefined when a field that money hangs on is missing or odd. A notice names no currency: domestic refunds are CNY.
 * 微信支付 APIv3 "申请退款", "查询单笔退款", "退款结果通知", read 2026-11.
 */
export function readRefund(refund: JsonObject | undefined, status: unknown): RefundRecord | undefined {
  const amount = asObject(refund?.amount)
  const refundId = asText(refund?.refund_id, 32)
  const outRefundNo = asText(refund?.out_refund_no, 64)
  const transactionId = asText(refund?.transaction_id, 32)
  const outTradeNo = asText(refund?.out_trade_no, 32)
  const amountFen = wholeFen(amount?.refund)
  const totalFen = wholeFen(amount?.total)
  const payerRefundFen = amount?.payer_refund === undefined ? amountFen : wholeFen(amount.payer_refund)
  const currency = amount?.currency === undefined ? 'CNY' : asText(amount.currency, 16)
  const state = readState(status, refund?.success_time)
  if (!refundId || !outRefundNo || !transactionId || !outTradeNo || !currency || !state) return undefined
  if (!amountFen || !totalFen || payerRefundFen === undefined) return undefined
  if (amountFen > totalFen || payerRefundFen > amountFen) return undefined

  const receivedBy = asText(refund?.user_received_account, 64)
  return {
    refundId,
    outRefundNo,
    transactionId,
    outTradeNo,
    amountFen,
    totalFen,
    payerRefundFen,
    currency,
    ...(receivedBy && { receivedBy }),
    ...state,
  }
}

function readState(status: unknown, successTime: unknown): RefundState | undefined {
  switch (status) {
    case 'SUCCESS': {
      const refundedAt = readWechatTime(asText(successTime, 64) ?? '')
      return refundedAt && { state: status, refundedAt }
    }
    case 'PROCESSING':
    case 'CLOSED':
    case 'ABNORMAL':
      return { state: status }
    default:
      return undefined
  }
}

const wholeFen = (value: unknown): Fen | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? fen(value) : undefined
