import type { Clock } from '../clock.ts'
import { newNonce } from './nonce.ts'
import type { SigningClient } from './signed-calls.ts'

/** What `wx.requestPayment` (and `WeixinJSBridge`, which wants the appId too) needs to open the cashier. */
export interface PayParams {
  readonly appId: string
  /** Seconds, as text. */
  readonly timeStamp: string
  readonly nonceStr: string
  /** `prepay_id=…` */
  readonly package: string
  readonly signType: 'RSA'
  readonly paySign: string
}

/** Signs a prepay id for the phone, freshly each time. 微信支付 APIv3 "小程序调起支付". */
export function signPayParams(
  client: SigningClient,
  clock: Clock,
  appId: string,
  prepayId: string,
): PayParams {
  const timeStamp = String(Math.floor(clock.now().getTime() / 1000))
  const nonceStr = newNonce()
  const prepay = `prepay_id=${prepayId}`
  const paySign = client.sign(`${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`)
  return { appId, timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign }
}
