import type { Clock } from '../clock.ts'

/** 腾讯云短信: one application of one account, with one approved signature. */
export interface SmsConfig {
  readonly secretId: string
  readonly secretKey: string
  /** 短信应用 SdkAppId. */
  readonly sdkAppId: string
  /** 短信签名, as it was approved: what stands in 【】 before every message. */
  readonly signName: string
  readonly region: string
  /** `https://sms.tencentcloudapi.com` unless a local emulator stands in for it. */
  readonly baseUrl?: string
  readonly clock: Clock
  /** The longest an answer may take, body included. */
  readonly timeoutMs?: number
}

export const smsHost = 'https://sms.tencentcloudapi.com'
