import { createTokenAsker } from './access-token.ts'
import type { WechatMpConfig } from './config.ts'
import { type MpPhone, phoneOf } from './phone-of.ts'
import { type MpSendQuota, sendQuota } from './send-quota.ts'
import { type MpSent, type SubscribeMessage, sendSubscribe } from './send-subscribe.ts'
import { type MpSession, sessionOf } from './session-of.ts'
import { type MpTemplates, templates } from './templates.ts'
import { type MpTextCheck, type TextToCheck, textCheck } from './text-check.ts'
import { type MpTradeManaged, tradeManaged } from './trade-managed.ts'
import { type MpShipped, type Shipping, uploadShipping } from './upload-shipping.ts'

export type { WechatMpConfig } from './config.ts'
export type { MpFailure } from './outcomes.ts'
export type { MpPhone } from './phone-of.ts'
export type { MpSendQuota } from './send-quota.ts'
export type { MpSent, SubscribeMessage } from './send-subscribe.ts'
export type { MpSession } from './session-of.ts'
export type { MpTemplate, MpTemplateField, MpTemplates } from './templates.ts'
export type { MpTextCheck, TextToCheck } from './text-check.ts'
export type { MpTradeManaged } from './trade-managed.ts'
export type { MpShipped, Shipping } from './upload-shipping.ts'

/** The mini-program's side of the open platform (微信开放平台 服务端接口). Calls resolve to a closed union; none throws. */
export interface WechatMp {
  /** Turns the code of `wx.login` into the user's openid. */
  sessionOf(code: string): Promise<MpSession>
  /** Turns the code of a `getPhoneNumber` button into the user's phone number. */
  phoneOf(code: string): Promise<MpPhone>
  /** Hands one subscription message to WeChat. Never repeated by itself, except after a refused access token. */
  sendSubscribe(message: SubscribeMessage): Promise<MpSent>
  /** The subscription templates of this account. */
  templates(): Promise<MpTemplates>
  /** What is left of today's messages, before WeChat answers 45009. */
  sendQuota(): Promise<MpSendQuota>
  /** Whether each payment must be reported as delivered before WeChat lets its money go. Decided by WeChat, and may change. */
  isTradeManaged(): Promise<MpTradeManaged>
  /** Reports a payment as delivered. Repeating it does no harm. */
  uploadShipping(shipping: Shipping): Promise<MpShipped>
  /** What WeChat makes of a text that others will read. */
  textCheck(text: TextToCheck): Promise<MpTextCheck>
}

export function createWechatMp(config: WechatMpConfig): WechatMp {
  const askWithToken = createTokenAsker(config)
  return {
    sessionOf: (code) => sessionOf(config, code),
    phoneOf: (code) => phoneOf(askWithToken, code),
    sendSubscribe: (message) => sendSubscribe(askWithToken, message),
    templates: () => templates(askWithToken),
    sendQuota: () => sendQuota(askWithToken),
    isTradeManaged: () => tradeManaged(askWithToken, config.appid),
    uploadShipping: (shipping) => uploadShipping(askWithToken, shipping),
    textCheck: (text) => textCheck(askWithToken, text),
  }
}
