import type { Clock } from '../clock.ts'

/** 消息推送配置, as it was entered in the console of the mini-program, in 安全模式. */
export interface MessagePushConfig {
  readonly appid: string
  /** 令牌 (Token). */
  readonly token: string
  /** EncodingAESKey: 43 characters of base64, 32 bytes. */
  readonly aesKey: string
  readonly clock: Clock
}
