import Type from 'typebox'
import { Parse } from 'typebox/value'
import { ApiError, paramError } from './api-error.ts'
import { checkBody, object, optional, text } from './body-rules.ts'
import type { Answer, Exchange } from './exchange.ts'
import { checkNotifyUrl } from './notify-url.ts'
import { type Order, tradeState } from './order.ts'
import { newPrepayId } from './order-book.ts'
import { requireSameMerchant } from './same-merchant.ts'
import type { World } from './world.ts'

/** 微信支付 APIv3 "JSAPI下单", request body. */
const rules = object('请求体', {
  appid: text('公众号ID', 32),
  mchid: text('直连商户号', 32),
  description: text('商品描述', 127),
  out_trade_no: { kind: 'text', label: '商户订单号', min: 6, max: 32, pattern: /^[0-9A-Za-z_\-|*]+$/ },
  time_expire: optional({
    kind: 'text',
    label: '交易结束时间',
    max: 64,
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
  }),
  attach: optional(text('附加数据', 128)),
  notify_url: text('通知地址', 255),
  goods_tag: optional(text('订单优惠标记', 32)),
  support_fapiao: optional({ kind: 'flag', label: '电子发票入口开放标识' }),
  amount: object('订单金额', {
    total: { kind: 'count', label: '总金额', min: 1 },
    currency: optional({ kind: 'text', label: '货币类型', max: 16, pattern: /^CNY$/ }),
  }),
  payer: object('支付者', { openid: text('用户标识', 128) }),
  detail: optional(
    object('优惠功能', {
      cost_price: optional({ kind: 'count', label: '订单原价', min: 0 }),
      invoice_id: optional(text('商品小票ID', 32)),
      goods_detail: optional({
        kind: 'list',
        label: '单品列表',
        of: object('单品', {
          merchant_goods_id: text('商户侧商品编码', 32),
          wechatpay_goods_id: optional(text('微信支付商品编码', 32)),
          goods_name: optional(text('商品名称', 256)),
          quantity: { kind: 'count', label: '商品数量', min: 1 },
          unit_price: { kind: 'count', label: '商品单价', min: 0 },
        }),
      }),
    }),
  ),
  scene_info: optional(
    object('场景信息', {
      payer_client_ip: text('用户终端IP', 45),
      device_id: optional(text('商户端设备号', 32)),
      store_info: optional(
        object('商户门店信息', {
          id: text('门店编号', 32),
          name: optional(text('门店名称', 256)),
          area_code: optional(text('地区编码', 32)),
          address: optional(text('详细地址', 512)),
        }),
      ),
    }),
  ),
  settle_info: optional(
    object('结算信息', { profit_sharing: optional({ kind: 'flag', label: '是否指定分账' }) }),
  ),
})

const PrepayBody = Type.Object({
  appid: Type.String(),
  mchid: Type.String(),
  description: Type.String(),
  out_trade_no: Type.String(),
  time_expire: Type.Optional(Type.String()),
  attach: Type.Optional(Type.String()),
  notify_url: Type.String(),
  amount: Type.Object({ total: Type.Integer() }),
  payer: Type.Object({ openid: Type.String() }),
})

const minuteMs = 60_000
const prepayLifeMs = 120 * minuteMs
const defaultLifeMs = 7 * 24 * 60 * minuteMs

/** JSAPI下单. The same number with the same parameters is answered again; with others it is refused. */
export function prepay(world: World, exchange: Exchange): Answer {
  const json = requireSameMerchant(world.keys, exchange)
  checkBody(rules, json)
  const body = Parse(PrepayBody, json)
  const { keys, orders, people } = world
  if (body.appid !== keys.appid)
    throw new ApiError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配，请检查后再试', 268445527)
  checkNotifyUrl(body.notify_url)
  if (!people.byOpenid(body.payer.openid)) throw paramError('/body/payer/openid', '无效的openid')

  const nowMs = world.clock.now().getTime()
  const orderedAs = JSON.stringify(json)
  const known = orders.byNumber(body.out_trade_no)
  if (known) return reorder(world, known, orderedAs, nowMs)

  const order: Order = {
    outTradeNo: body.out_trade_no,
    appid: body.appid,
    mchid: body.mchid,
    description: body.description,
    ...(body.attach !== undefined && { attach: body.attach }),
    notifyUrl: body.notify_url,
    amountFen: body.amount.total,
    openid: body.payer.openid,
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
