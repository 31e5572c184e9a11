import type { Clock } from '../clock.ts'

export interface WechatMpConfig {
  readonly appid: string
  /** 小程序密钥 (AppSecret). */
  readonly secret: string
  /** `https://api.weixin.qq.com` unless a local emulator stands in for it. */
  readonly baseUrl?: string
  readonly clock: Clock
  /** The longest an answer may take, body included. */
  readonly timeoutMs?: number
}

export const openPlatformHost = 'https://api.weixin.qq.com'
