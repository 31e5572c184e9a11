import Type, { type Static } from 'typebox'
import { Parse } from 'typebox/value'
import { ApiError, paramError } from './api-error.ts'
import { checkBody, object, optional, text } from './body-rules.ts'
import type { Answer, Exchange } from './exchange.ts'
import type { EmulatorKeys } from './keys.ts'
import { type Order, transactionOf } from './order.ts'
import { existing, settleClose } from './order-interfaces.ts'
import { appidMismatch, type Ordered, takeOrder } from './prepay.ts'
import { partnerOrderRules } from './prepay-rules.ts'
import { requireSameMerchant } from './same-merchant.ts'
import type { World } from './world.ts'

/** 服务商模式: the merchant of this emulator is a service provider too, and has one sub-merchant. */

const PartnerOrder = Type.Object({
  sp_appid: Type.String(),
  sub_appid: Type.Optional(Type.String()),
  sub_mchid: Type.Optional(Type.String()),
  payer: Type.Object({
    sp_openid: Type.Optional(Type.String()),
    sub_openid: Type.Optional(Type.String()),
  }),
})

/** JSAPI下单 of a service provider. */
export function partnerPrepay(world: World, exchange: Exchange): Answer {
  const json = requireSameMerchant(world.keys, exchange)
  checkBody(partnerOrderRules, json)
  return takeOrder(world, json, orderedFor(world.keys, Parse(PartnerOrder, json)))
}

/** People have openids of one mini-program only here: it is the provider's, or the sub-merchant's. */
function orderedFor(keys: EmulatorKeys, body: Static<typeof PartnerOrder>): Ordered {
  const { sp_appid: spAppid, sub_appid: subAppid, payer } = body
  const subMchid = requireSubMerchant(keys, body.sub_mchid)
  if (![keys.appid, keys.partner.spAppid].includes(spAppid)) throw appidMismatch()
  if (subAppid !== undefined && subAppid !== keys.appid) throw appidMismatch()
  if (payer.sub_openid !== undefined) {
    if (subAppid === undefined) throw paramError('/body/sub_appid', '传入sub_openid时sub_appid必填')
    const partner = { spAppid, subAppid, subMchid }
    return { appid: subAppid, openid: payer.sub_openid, payerField: 'sub_openid', partner }
  }
  if (payer.sp_openid === undefined) {
    throw paramError('/body/payer', 'sp_openid和sub_openid不能同时为空', 268501013)
  }
  if (spAppid !== keys.appid) throw paramError('/body/payer/sp_openid', 'appid与openid不匹配')
  const partner = { spAppid, ...(subAppid !== undefined && { subAppid }), subMchid }
  return { appid: spAppid, openid: payer.sp_openid, payerField: 'sp_openid', partner }
}

/** 商户订单号查询订单, 微信支付订单号查询订单. */
export function partnerQuery(world: World, { query }: Exchange, order: Order | undefined): Answer {
  const spMchid = query.get('sp_mchid')
  if (!spMchid)
    throw paramError(
      '/query/sp_mchid',
      '输入源“/query/sp_mchid”映射到值字段“服务商户号”规则校验失败，此字段为必填项',
    )
  if (spMchid !== world.keys.mchid) throw new ApiError(400, 'PARAM_ERROR', '商户号与订单不匹配', 268447843)
  const subMchid = requireSubMerchant(world.keys, query.get('sub_mchid') ?? undefined)
  return { status: 200, body: transactionOf(existing(order, subMchid), world.clock.now().getTime()) }
}

const closeRules = object('请求体', {
  sp_mchid: text('服务商户号', 32),
  sub_mchid: optional(text('子商户号', 32)),
})
const CloseBody = Type.Object({ sub_mchid: Type.Optional(Type.String()) })

/** 关闭订单. */
export function partnerClose(world: World, exchange: Exchange, order: Order | undefined): Answer {
  const json = requireSameMerchant(world.keys, exchange)
  checkBody(closeRules, json)
  const subMchid = requireSubMerchant(world.keys, Parse(CloseBody, json).sub_mchid)
  return settleClose(world, existing(order, subMchid))
}

/** Throws WeChat's error unless this is the sub-merchant of this service provider (受理关系). */
export function requireSubMerchant({ mchid, partner }: EmulatorKeys, subMchid: string | undefined): string {
  if (!subMchid) throw new ApiError(400, 'INVALID_REQUEST', '服务商模式下子商户号必填', 268443704)
  if (subMchid === mchid)
    throw new ApiError(400, 'INVALID_REQUEST', '子商户号不能与服务商户号相同', 268443705)
  if (subMchid !== partner.subMchid) throw new ApiError(400, 'INVALID_REQUEST', '受理关系不存在', 268443701)
  return subMchid
}
