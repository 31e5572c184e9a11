import { type Fen, fen } from '@anjiao/shared/money'
import { asObject, asText } from './json-shape.ts'
import { readWechatTime } from './wechat-time.ts'
import { readNamed, readPayer } from './whose-money.ts'

/** What WeChat says about an order that was paid. Nothing of it has been compared with our own books yet. */
export interface PaidOrder {
  /** Whose money it is: of a 特约商户 its own number (子商户号). */
  readonly mchid: string
  /** 服务商户号, where it was paid under one. */
  readonly spMchid?: string
  /** Of the mini-program that it was paid in. */
  readonly appid: string
  readonly outTradeNo: string
  /** 微信支付订单号. */
  readonly transactionId: string
  /** 订单金额: what we asked for. */
  readonly amountFen: Fen
  /** 用户支付金额: below the order's amount when WeChat's own coupons paid a part. */
  readonly payerTotalFen: Fen
  readonly currency: string
  /** Who paid, under that appid: not always who the bill belongs to. */
  readonly openid: string
  readonly paidAt: Date
  readonly bankType?: string
  readonly attach?: string
}

/**
 * Checks the shape of a paid transaction, from a notice or a query alike. Undefined when a field that money hangs on
 * is missing or odd. WeChat documents currency and payer_total as optional: domestic orders are CNY, and without
 * coupons the payer pays the whole. 微信支付 APIv3 "查询订单", "支付通知".
 */
export function readPaidOrder(value: unknown): PaidOrder | undefined {
  const transaction = asObject(value)
  const amount = asObject(transaction?.amount)
  const named = readNamed(transaction)
  const payer = readPayer(transaction)
  const outTradeNo = asText(transaction?.out_trade_no, 32)
  const transactionId = asText(transaction?.transaction_id, 32)
  const paidAt = readWechatTime(asText(transaction?.success_time, 64) ?? '')
  const amountFen = positiveFen(amount?.total)
  const payerTotalFen = amount?.payer_total === undefined ? amountFen : wholeFen(amount.payer_total)
  const currency = amount?.currency === undefined ? 'CNY' : asText(amount.currency, 16)
  if (!named || !payer || !outTradeNo || !transactionId || !paidAt || !currency) return undefined
  if (amountFen === undefined || payerTotalFen === undefined || payerTotalFen > amountFen) return undefined

  const bankType = asText(transaction?.bank_type, 32)
  const attach = asText(transaction?.attach, 128)
  return {
    ...named,
    ...payer,
    outTradeNo,
    transactionId,
    amountFen,
    payerTotalFen,
    currency,
    paidAt,
    ...(bankType && { bankType }),
    ...(attach && { attach }),
  }
}

const wholeFen = (value: unknown): Fen | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? fen(value) : undefined

const positiveFen = (value: unknown): Fen | undefined => (value === 0 ? undefined : wholeFen(value))
