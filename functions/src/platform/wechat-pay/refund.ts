import type { Fen } from '@anjiao/shared/money'
import { asObject, asText } from './json-shape.ts'
import { requireOutRefundNo } from './out-refund-no.ts'
import { type CallFailure, saysCode, saysUnknownOrder, saysWords, unknownOutcome } from './outcomes.ts'
import { type RefundRecord, readRefund } from './refund-record.ts'
import { requireLength } from './require-length.ts'
import type { DomesticRefund, SigningClient } from './signed-calls.ts'
import { readWechatTime } from './wechat-time.ts'

/** One refund of a payment or of a part of it. The same values always make the same bytes, whenever they are sent again. */
export interface RefundOrder {
  /** 商户退款单号, one per refund: 1–64 of `0-9 A-Z a-z _ -`. */
  readonly outRefundNo: string
  /** 微信支付订单号 of the payment. */
  readonly transactionId: string
  /** The whole of the payment, as it was asked for. */
  readonly totalFen: Fen
  /** What is given back now. */
  readonly amountFen: Fen
  /** 退款原因, at most 80 characters; the payer reads it. */
  readonly reason?: string
}

/** 退款单, and when WeChat took it. */
export type TakenRefund = RefundRecord & { readonly takenAt: Date }

/**
 * - `ok`: WeChat took it. That the payer has the money only `SUCCESS` says, here, by notice or by query.
 * - `not-enough-balance`: the merchant's account holds less than that; nothing was given back. Repeat once it does.
 * - `other-values`: the number was used before with other values, or the payment has another total. A fault of ours.
 * - `more-than-is-left`: of this payment less is left. Somebody may have refunded in the merchant platform.
 * - `too-old`: WeChat refunds for one year after the payment.
 * - `payer-gone`: the payer has closed the account.
 * - `unknown-order`: no payment by that transaction id.
 *
 * WeChat tells some of these apart only in words, so that any of them may come as plain `rejected`. None is final for
 * the refund: only a query under its number is.
 */
export type RefundResult =
  | { readonly kind: 'ok'; readonly refund: TakenRefund }
  | {
      readonly kind:
        | 'not-enough-balance'
        | 'other-values'
        | 'more-than-is-left'
        | 'too-old'
        | 'payer-gone'
        | 'unknown-order'
    }
  | CallFailure

/** 申请退款. Throws RangeError when it breaks WeChat's limits: a caller's fault. */
export async function refund(
  client: SigningClient,
  notifyUrl: string,
  order: RefundOrder,
): Promise<RefundResult> {
  const reply = await client.refund(domesticRefund(order, notifyUrl))
  if (reply.kind !== 'answer') return refusalOf(reply) ?? reply
  const taken = readTakenRefund(reply.json)
  return taken && answers(taken, order)
    ? { kind: 'ok', refund: taken }
    : unknownOutcome('unreadable-answer', reply.requestId)
}

/** Reads what WeChat answers to 申请退款 and 查询单笔退款 alike. */
export function readTakenRefund(json: unknown): TakenRefund | undefined {
  const answer = asObject(json)
  const record = readRefund(answer, answer?.status)
  const takenAt = readWechatTime(asText(answer?.create_time, 64) ?? '')
  return record && takenAt && { ...record, takenAt }
}

/** Whether an answer is about the refund that was asked for. */
const answers = (taken: TakenRefund, asked: RefundOrder): boolean =>
  taken.outRefundNo === asked.outRefundNo &&
  taken.transactionId === asked.transactionId &&
  taken.amountFen === asked.amountFen &&
  taken.totalFen === asked.totalFen

function refusalOf(failure: CallFailure): RefundResult | undefined {
  if (saysCode(failure, 'NOT_ENOUGH')) return { kind: 'not-enough-balance' }
  if (saysCode(failure, 'USER_ACCOUNT_ABNORMAL')) return { kind: 'payer-gone' }
  if (saysCode(failure, 'TRADE_OVERDUE')) return { kind: 'too-old' }
  if (saysUnknownOrder(failure)) return { kind: 'unknown-order' }
  if (saysCode(failure, 'REFUND_FEE_MISMATCH') || saysWords(failure, /不一致/))
    return { kind: 'other-values' }
  return saysWords(failure, /全额退款|可退金额/) ? { kind: 'more-than-is-left' } : undefined
}

/** With a notify URL of its own: without one the result comes in the old XML format, or not at all. */
function domesticRefund(order: RefundOrder, notifyUrl: string): DomesticRefund {
  const { outRefundNo, transactionId, totalFen, amountFen, reason } = order
  requireOutRefundNo(outRefundNo)
  requireLength('transactionId', transactionId, 32)
  if (reason !== undefined) requireLength('reason', reason, 80)
  if (amountFen < 1 || amountFen > totalFen) {
    throw new RangeError(`WeChat refunds 1 fen to the whole of ${totalFen}, not ${amountFen}`)
  }
  return {
    transaction_id: transactionId,
    out_refund_no: outRefundNo,
    notify_url: notifyUrl,
    amount: { refund: amountFen, total: totalFen, currency: 'CNY' },
    ...(reason !== undefined && { reason }),
  }
}
