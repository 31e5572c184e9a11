import type { Clock } from '../clock.ts'

/** 直连商户, or a 特约商户 under its 服务商. What the merchant platform (商户平台) issues. Everything here but the ids is secret. */
export type Merchant = DirectMerchant | PartnerMerchant

/** Whose keys sign: the merchant's own, or its service provider's. */
interface Keys {
  /** `apiclient_key.pem`. */
  readonly privateKeyPem: string
  /** Serial number of the API certificate, upper-case hex. */
  readonly merchantSerial: string
  /** APIv3 密钥, exactly 32 bytes. */
  readonly apiV3Key: string
  /** `apiclient_cert.pem`. Not needed to work; when given, the self-test compares it with the key and the serial. */
  readonly certificatePem?: string
}

export interface DirectMerchant extends Keys {
  readonly mchid: string
  /** 小程序 AppID bound to the merchant. */
  readonly appid: string
}

/** Signs and verifies by what the service provider was issued; the money is the sub-merchant's. */
export interface PartnerMerchant extends Keys {
  /** 服务商户号. */
  readonly spMchid: string
  /** 服务商应用 AppID. */
  readonly spAppid: string
  /** 子商户号: whose money it is, and what it is booked under. */
  readonly subMchid: string
  /** 子商户应用 AppID, where people pay in a mini-program of the sub-merchant's; otherwise they pay in the provider's. */
  readonly subAppid?: string
}

export interface WechatPayConfig {
  readonly merchant: Merchant
  /**
   * Everything WeChat may sign with: the public key under its `PUB_KEY_ID_…`, platform certificates under their
   * serials. During the switch from one to the other both must be here. Those of a service provider are its own.
   */
  readonly verificationKeys: ReadonlyMap<string, string>
  /** Where WeChat sends payment notices: https, no query. */
  readonly notifyUrl: string
  /** Where it sends refund notices: the same. */
  readonly refundNotifyUrl: string
  /** `https://api.mch.weixin.qq.com` unless a local emulator stands in for it. */
  readonly baseUrl?: string
  readonly clock: Clock
  /** The longest an answer may take, body included. */
  readonly timeoutMs?: number
}

export const wechatPayHost = 'https://api.mch.weixin.qq.com'

/** No answer of WeChat that we ask for is longer than a few KiB. */
export const answerBytesMax = 262_144
