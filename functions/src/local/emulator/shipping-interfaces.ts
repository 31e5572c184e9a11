import Type, { type Static } from 'typebox'
import type { Answer, Exchange } from './exchange.ts'
import { errcodeAnswer, good, parse, tokenFault } from './open-platform-answer.ts'
import type { Order } from './order.ts'
import type { World } from './world.ts'

const OfApp = Type.Object({ appid: Type.String() })

/** 查询小程序是否已开通发货信息管理服务 (is_trade_managed). */
export function isTradeManaged(world: World, exchange: Exchange): Answer {
  const fault = tokenFault(world, exchange)
  if (fault) return fault
  const asked = parse(OfApp, exchange.body)
  if (!asked) return errcodeAnswer(47001, 'data format error')
  if (asked.appid !== world.keys.appid) return errcodeAnswer(40013, 'invalid appid')
  return good({ errcode: 0, errmsg: 'ok', is_trade_managed: world.shipping.managed() })
}

const ShippingBody = Type.Object({
  order_key: Type.Object({
    order_number_type: Type.Integer(),
    transaction_id: Type.Optional(Type.String()),
    mchid: Type.Optional(Type.String()),
    out_trade_no: Type.Optional(Type.String()),
  }),
  logistics_type: Type.Integer(),
  delivery_mode: Type.Integer(),
  is_all_delivered: Type.Optional(Type.Boolean()),
  shipping_list: Type.Array(Type.Object({ item_desc: Type.Optional(Type.String()) })),
  upload_time: Type.String(),
  payer: Type.Object({ openid: Type.String() }),
})
type ShippingBody = Static<typeof ShippingBody>

/** With milliseconds or without. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/

/** 发货信息录入 (upload_shipping_info): once, and one change of it. */
export function uploadShippingInfo(world: World, exchange: Exchange): Answer {
  const fault = tokenFault(world, exchange)
  if (fault) return fault
  const asked = parse(ShippingBody, exchange.body)
  if (!asked) return errcodeAnswer(47001, 'data format error')
  const misfit = misfitIn(asked)
  if (misfit) return misfit
  const order = orderOf(world, asked.order_key)
  if (!order?.paid) return errcodeAnswer(10060001, '支付单不存在')
  if (order.openid !== asked.payer.openid)
    return errcodeAnswer(10060031, '该笔支付单不属于openid所指定的用户')
  if (order.refunded) return errcodeAnswer(10060004, '支付单处于不可发货的状态')
  return ship(world, order.paid.transactionId, asked)
}

function ship({ shipping }: World, transactionId: string, asked: ShippingBody): Answer {
  const description = asked.shipping_list[0]?.item_desc ?? ''
  const uploadedAtMs = Date.parse(asked.upload_time)
  const before = shipping.of(transactionId)
  const isNews = !before || (before.description !== description && before.uploadedAtMs < uploadedAtMs)
  if (!isNews) return errcodeAnswer(10060023, '发货信息未更新')
  if (before?.changed) return errcodeAnswer(10060003, '支付单已使用重新发货机会')
  shipping.put({
    transactionId,
    openid: asked.payer.openid,
    description,
    uploadedAtMs,
    changed: before !== undefined,
  })
  return good({ errcode: 0, errmsg: 'ok' })
}

function orderOf({ orders, keys }: World, key: ShippingBody['order_key']): Order | undefined {
  if (key.order_number_type === 2) return orders.byTransactionId(key.transaction_id ?? '')
  return key.mchid === keys.mchid ? orders.byNumber(key.out_trade_no ?? '') : undefined
}

function misfitIn({ order_key, shipping_list, ...asked }: ShippingBody): Answer | undefined {
  const { order_number_type: by, transaction_id, mchid, out_trade_no } = order_key
  if (by !== 1 && by !== 2) return errcodeAnswer(268485194, '订单单号类型order_number_type有误')
  if (by === 2 && !transaction_id) return errcodeAnswer(268485195, '缺少transaction_id')
  if (by === 1 && !mchid) return errcodeAnswer(268485196, '缺少mchid')
  if (by === 1 && !out_trade_no) return errcodeAnswer(268485197, '缺少out_trade_no')
  if (asked.logistics_type < 1 || asked.logistics_type > 4) return errcodeAnswer(10060005, '物流类型有误')
  if (asked.delivery_mode === 2 && asked.logistics_type !== 1)
    return errcodeAnswer(10060006, '非快递发货时不允许分拆发货')
  if (asked.delivery_mode === 2 && asked.is_all_delivered === undefined)
    return errcodeAnswer(10060007, '分拆发货模式下必须填写is_all_delivered')
  if (asked.delivery_mode !== 1 && asked.delivery_mode !== 2)
    return errcodeAnswer(268485224, '发货模式delivery_mode有误')
  if (shipping_list.length > 15) return errcodeAnswer(10060024, '物流信息列表太长')
  if (asked.delivery_mode === 1 && shipping_list.length !== 1)
    return errcodeAnswer(268485228, '统一发货模式下物流信息列表长度必须为1')
  if (!rfc3339.test(asked.upload_time))
    return errcodeAnswer(268485216, '上传时间upload_time不符合RFC 3339格式')
  if (shipping_list.some(({ item_desc }) => !item_desc))
    return errcodeAnswer(10060008, '商品描述item_desc字段不能为空')
  if (shipping_list.some(({ item_desc = '' }) => item_desc.length > 120))
    return errcodeAnswer(10060009, '商品描述item_desc字段太长')
  return undefined
}
