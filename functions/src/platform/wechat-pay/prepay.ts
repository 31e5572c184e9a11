import type { Fen } from '@anjiao/shared/money'
import type { WechatPayConfig } from './config.ts'
import { asObject, asText } from './json-shape.ts'
import { requireOutTradeNo } from './out-trade-no.ts'
import { type CallFailure, saysCode, saysPaid, unknownOutcome } from './outcomes.ts'
import { type PayParams, signPayParams } from './pay-params.ts'
import { requireLength } from './require-length.ts'
import type { JsapiOrder, SigningClient } from './signed-calls.ts'
import { wechatTime } from './wechat-time.ts'
import { paidIn } from './whose-money.ts'

/** One attempt to pay. The same values always make the same bytes, so that a retry is WeChat's "identical request". */
export interface PrepayOrder {
  /** 商户订单号, one per attempt: 6–32 of `0-9 A-Z a-z _ -`. */
  readonly outTradeNo: string
  /** 商品描述, at most 127 characters; the payer reads it on the payment slip. */
  readonly description: string
  readonly amountFen: Fen
  /** Of the person who pays now, under the appid of the mini-program that they pay in. */
  readonly openid: string
  readonly expiresAt: Date
  /** 商户数据包, at most 128 characters; comes back with the notice and the bill. */
  readonly attach?: string
}

/**
 * - `ok`: valid two hours.
 * - `already-paid`: not a failure. Query now.
 * - `order-closed`: this number is spent; a new attempt needs a new one.
 * - `number-used`: the number was ordered before with other parameters. A fault of ours.
 */
export type PrepayResult =
  | { readonly kind: 'ok'; readonly prepayId: string; readonly payParams: PayParams }
  | { readonly kind: 'already-paid' | 'order-closed' | 'number-used' }
  | CallFailure

/** Orders from WeChat (JSAPI下单). Throws RangeError when the order breaks WeChat's limits: a caller's fault. */
export async function prepay(
  client: SigningClient,
  config: WechatPayConfig,
  order: PrepayOrder,
): Promise<PrepayResult> {
  const reply = await client.jsapi(jsapiOrder(order, config.notifyUrl))
  if (reply.kind !== 'answer') {
    if (saysPaid(reply)) return { kind: 'already-paid' }
    if (saysCode(reply, 'ORDER_CLOSED')) return { kind: 'order-closed' }
    if (saysCode(reply, 'OUT_TRADE_NO_USED')) return { kind: 'number-used' }
    return reply
  }
  const prepayId = asText(asObject(reply.json)?.prepay_id, 64)
  if (!prepayId) return unknownOutcome('unreadable-answer', reply.requestId)
  const payParams = signPayParams(client, config.clock, paidIn(config.merchant), prepayId)
  return { kind: 'ok', prepayId, payParams }
}

function jsapiOrder(order: PrepayOrder, notifyUrl: string): JsapiOrder {
  requireOutTradeNo(order.outTradeNo)
  requireLength('description', order.description, 127)
  requireLength('openid', order.openid, 128)
  if (order.attach !== undefined) requireLength('attach', order.attach, 128)
  if (order.amountFen < 1) throw new RangeError(`WeChat takes no order of ${order.amountFen} fen`)
  return {
    description: order.description,
    out_trade_no: order.outTradeNo,
    time_expire: wechatTime(order.expiresAt),
    notify_url: notifyUrl,
    amount: { total: order.amountFen, currency: 'CNY' },
    payer: { openid: order.openid },
    ...(order.attach !== undefined && { attach: order.attach }),
  }
}
