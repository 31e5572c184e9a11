import type { SmsConfig } from './config.ts'
import { type SmsMessage, type SmsSent, send } from './send.ts'
import { type SentSms, type SmsStatus, statusOf } from './status-of.ts'

export { type SmsConfig, smsHost } from './config.ts'
export type { SmsFailure } from './outcomes.ts'
export type { SmsMessage, SmsSent } from './send.ts'
export type { SentSms, SmsStatus } from './status-of.ts'

/** 短信. Calls resolve to a closed union; none throws, none repeats itself. */
export interface Sms {
  send(message: SmsMessage): Promise<SmsSent>
  /** What became of a message, for seven days after it was sent. */
  statusOf(sent: SentSms): Promise<SmsStatus>
}

export const createSms = (config: SmsConfig): Sms => ({
  send: (message) => send(config, message),
  statusOf: (sent) => statusOf(config, sent),
})
