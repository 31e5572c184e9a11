import { ApiError, paramError } from './api-error.ts'
import { checkBody } from './body-rules.ts'
import type { Answer, Exchange } from './exchange.ts'
import { type Order, tradeState, transactionOf } from './order.ts'
import { requireSameMerchant } from './same-merchant.ts'
import type { World } from './world.ts'

/** 商户订单号查询订单, 微信支付订单号查询订单. */
export function answerQuery(world: World, exchange: Exchange, order: Order | undefined): Answer {
  const mchid = exchange.query.get('mchid')
  if (!mchid)
    throw paramError(
      '/query/mchid',
      '输入源“/query/mchid”映射到值字段“直连商户号”规则校验失败，此字段为必填项',
    )
  if (mchid !== world.keys.mchid) throw new ApiError(400, 'PARAM_ERROR', '商户号与订单不匹配', 268447843)
  return { status: 200, body: transactionOf(existing(order, undefined), world.clock.now().getTime()) }
}

/** 关闭订单: 204; repeating it is fine, a paid order refuses. */
export function closeOrder(world: World, exchange: Exchange, found: Order | undefined): Answer {
  const json = requireSameMerchant(world.keys, exchange)
  const mchid = { kind: 'text', label: '直连商户号', max: 32 } as const
  checkBody({ kind: 'object', label: '请求体', fields: { mchid } }, json)
  return settleClose(world, existing(found, undefined))
}

export function settleClose(world: World, order: Order): Answer {
  const state = tradeState(order, world.clock.now().getTime())
  if (state === 'SUCCESS' || state === 'REFUND') {
    throw new ApiError(400, 'ORDERPAID', '该订单已支付', 268498689)
  }
  if (!order.closed) world.orders.put({ ...order, closed: true })
  return { status: 204 }
}

/** The order, of this sub-merchant or of none. */
export function existing(order: Order | undefined, subMchid: string | undefined): Order {
  if (order?.partner?.subMchid !== subMchid || !order) {
    throw new ApiError(404, 'ORDER_NOT_EXIST', '订单不存在', 268512771)
  }
  return order
}
