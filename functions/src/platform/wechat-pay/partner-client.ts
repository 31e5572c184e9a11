import type { Clock } from '../clock.ts'
import { billCalls } from './bill-calls.ts'
import { ClockedPay } from './clocked-pay.ts'
import { type PartnerMerchant, wechatPayHost } from './config.ts'
import type { Open } from './download.ts'
import type { JsapiOrder, SigningClient } from './signed-calls.ts'
import type { Send } from './transport.ts'

const orders = `${wechatPayHost}/v3/pay/partner/transactions`
const refunds = `${wechatPayHost}/v3/refund/domestic/refunds`

/**
 * 服务商模式, which the library lacks: the service provider signs, and every call says for which sub-merchant.
 * 微信支付 APIv3 合作伙伴平台 "JSAPI下单", "查询订单", "关闭订单", "申请退款", read 2026-11.
 */
export function createPartnerClient(
  merchant: PartnerMerchant,
  clock: Clock,
  send: Send,
  open: Open,
): SigningClient {
  const { spMchid, spAppid, subMchid } = merchant
  const pay = new ClockedPay({ mchid: spMchid, appid: spAppid }, merchant, clock)
  const both = { sp_mchid: spMchid, sub_mchid: subMchid }
  const inQuery = new URLSearchParams(both).toString()
  return {
    jsapi: (order) => send(pay.signed('POST', `${orders}/jsapi`, partnerOrder(merchant, order))),
    query: (outTradeNo) => send(pay.signed('GET', `${orders}/out-trade-no/${outTradeNo}?${inQuery}`)),
    close: (outTradeNo) =>
      send(pay.signed('POST', `${orders}/out-trade-no/${outTradeNo}/close`, { ...both })),
    refund: (order) => send(pay.signed('POST', refunds, { sub_mchid: subMchid, ...order })),
    queryRefund: (outRefundNo) =>
      send(pay.signed('GET', `${refunds}/${outRefundNo}?sub_mchid=${encodeURIComponent(subMchid)}`)),
    ...billCalls(pay, send, open, subMchid),
    sign: (text) => pay.sha256WithRsa(text),
  }
}

/** People pay in the sub-merchant's mini-program where it has one, otherwise in the provider's; their openid is of that. */
const partnerOrder = (
  { spAppid, spMchid, subAppid, subMchid }: PartnerMerchant,
  { payer: { openid }, ...order }: JsapiOrder,
): Record<string, unknown> => ({
  sp_appid: spAppid,
  sp_mchid: spMchid,
  ...(subAppid !== undefined && { sub_appid: subAppid }),
  sub_mchid: subMchid,
  ...order,
  payer: subAppid === undefined ? { sp_openid: openid } : { sub_openid: openid },
})
