import { asObject, asText } from '../wechat-pay/json-shape.ts'
import { call } from './call.ts'
import type { SmsConfig } from './config.ts'
import { failureOfCode, lost, type SmsFailure } from './outcomes.ts'

export interface SmsMessage {
  /** Of mainland China, 11 digits. */
  readonly phone: string
  readonly templateId: string
  /** What stands in {1}, {2}, … of the approved template. */
  readonly params: readonly string[]
  /** Ours, given back with every report: up to 511 bytes. */
  readonly sessionContext: string
}

/** Taken to be carried. Whether it arrived is told by `statusOf`. `fee` counts the messages that are charged for. */
export type SmsSent = { readonly kind: 'ok'; readonly serialNo: string; readonly fee: number } | SmsFailure

/** 腾讯云短信 SendSms (2021-01-11), to one number, read 2026-11. */
export async function send(config: SmsConfig, message: SmsMessage): Promise<SmsSent> {
  const reply = await call(config, 'SendSms', {
    PhoneNumberSet: [withCountry(message.phone)],
    SmsSdkAppId: config.sdkAppId,
    SignName: config.signName,
    TemplateId: message.templateId,
    TemplateParamSet: message.params,
    SessionContext: message.sessionContext,
  })
  if (reply.kind !== 'answer') return reply
  const { SendStatusSet } = reply.response
  const status = asObject(Array.isArray(SendStatusSet) ? SendStatusSet[0] : undefined)
  const code = asText(status?.Code, 128)
  if (!code) return lost('unreadable-answer')
  if (code !== 'Ok') return failureOfCode(code, reply.requestId)
  const serialNo = asText(status?.SerialNo, 128)
  const fee = status?.Fee
  return serialNo && typeof fee === 'number' ? { kind: 'ok', serialNo, fee } : lost('unreadable-answer')
}

export const withCountry = (phone: string): string => `+86${phone}`
