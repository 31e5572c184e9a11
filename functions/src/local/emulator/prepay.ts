import Type from 'typebox'
import { Parse } from 'typebox/value'
import { ApiError, paramError } from './api-error.ts'
import { checkBody } from './body-rules.ts'
import type { Answer, Exchange } from './exchange.ts'
import { checkNotifyUrl } from './notify-url.ts'
import { type Order, tradeState } from './order.ts'
import { newPrepayId } from './order-book.ts'
import { directOrderRules } from './prepay-rules.ts'
import { requireSameMerchant } from './same-merchant.ts'
import type { World } from './world.ts'

const AnyOrder = Type.Object({
  description: Type.String(),
  out_trade_no: Type.String(),
  time_expire: Type.Optional(Type.String()),
  attach: Type.Optional(Type.String()),
  notify_url: Type.String(),
  amount: Type.Object({ total: Type.Integer() }),
})
const DirectOrder = Type.Object({ appid: Type.String(), payer: Type.Object({ openid: Type.String() }) })

const minuteMs = 60_000
const prepayLifeMs = 120 * minuteMs
const defaultLifeMs = 7 * 24 * 60 * minuteMs

/** JSAPI下单 of a direct merchant. */
export function prepay(world: World, exchange: Exchange): Answer {
  const json = requireSameMerchant(world.keys, exchange)
  checkBody(directOrderRules, json)
  const { appid, payer } = Parse(DirectOrder, json)
  if (appid !== world.keys.appid) throw appidMismatch()
  return takeOrder(world, json, { appid, openid: payer.openid, payerField: 'openid' })
}

export const appidMismatch = (): ApiError =>
  new ApiError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配，请检查后再试', 268445527)

/** Who pays in which mini-program, and for which sub-merchant if for any. */
export interface Ordered extends Pick<Order, 'appid' | 'openid' | 'partner'> {
  readonly payerField: string
}

/** Takes an order. The same number with the same parameters is answered again; with others it is refused. */
export function takeOrder(world: World, json: unknown, { payerField, ...ordered }: Ordered): Answer {
  const body = Parse(AnyOrder, json)
  const { keys, orders, people } = world
  checkNotifyUrl(body.notify_url)
  if (!people.byOpenid(ordered.openid)) throw paramError(`/body/payer/${payerField}`, '无效的openid')

  const nowMs = world.clock.now().getTime()
  const orderedAs = JSON.stringify(json)
  const known = orders.byNumber(body.out_trade_no)
  if (known) return reorder(world, known, orderedAs, nowMs)

  const order: Order = {
    ...ordered,
    outTradeNo: body.out_trade_no,
    mchid: keys.mchid,
    description: body.description,
    ...(body.attach !== undefined && { attach: body.attach }),
    notifyUrl: body.notify_url,
    amountFen: body.amount.total,
    orderedAs,
    expiresAtMs: expiry(body.time_expire, nowMs),
    prepay: { id: newPrepayId(nowMs), atMs: nowMs },
  }
  orders.put(order)
  return { status: 200, body: { prepay_id: order.prepay.id } }
}

function reorder({ orders }: World, known: Order, orderedAs: string, nowMs: number): Answer {
  const state = tradeState(known, nowMs)
  if (state === 'CLOSED') throw new ApiError(400, 'ORDER_CLOSED', '该订单已失效', 268447914)
  if (state !== 'NOTPAY') throw new ApiError(400, 'ORDERPAID', '该订单已支付', 268449538)
  if (known.orderedAs !== orderedAs) {
    throw new ApiError(403, 'OUT_TRADE_NO_USED', '商户订单号重复', 268498688)
  }
  if (nowMs < known.prepay.atMs + prepayLifeMs) return { status: 200, body: { prepay_id: known.prepay.id } }
  const renewed = { ...known, prepay: { id: newPrepayId(nowMs), atMs: nowMs } }
  orders.put(renewed)
  return { status: 200, body: { prepay_id: renewed.prepay.id } }
}

/** A time less than a minute ahead is moved to one minute. */
const expiry = (timeExpire: string | undefined, nowMs: number): number =>
  timeExpire === undefined ? nowMs + defaultLifeMs : Math.max(Date.parse(timeExpire), nowMs + minuteMs)

/** Whether a prepay id still opens the cashier: two hours. */
export const prepayIsFresh = (order: Order, nowMs: number): boolean =>
  nowMs < order.prepay.atMs + prepayLifeMs
