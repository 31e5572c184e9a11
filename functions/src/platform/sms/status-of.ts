import { asObject, asText, type JsonObject } from '../wechat-pay/json-shape.ts'
import { call } from './call.ts'
import type { SmsConfig } from './config.ts'
import { lost, type SmsFailure } from './outcomes.ts'
import { withCountry } from './send.ts'
import { unixSeconds } from './tc3-signature.ts'

export interface SentSms {
  readonly phone: string
  readonly serialNo: string
  readonly sentAt: Date
}

/** What became of a message. `why` is the carrier's own word: `DELIVRD`, `UNDELIV`, `MK:0001`. */
export type SmsStatus =
  | { readonly kind: 'delivered' | 'failed'; readonly at: Date; readonly why: string }
  | { readonly kind: 'not-yet' }
  | SmsFailure

/** Reports are kept for seven days. */
const keptMs = 7 * 86_400_000
/** Carriers' clocks need not be ours. */
const marginMs = 60_000

/** 腾讯云短信 PullSmsSendStatusByPhoneNumber (2021-01-11), 20 calls a second, read 2026-11. */
export async function statusOf(config: SmsConfig, { phone, serialNo, sentAt }: SentSms): Promise<SmsStatus> {
  const nowMs = config.clock.now().getTime()
  const beginMs = Math.max(sentAt.getTime() - marginMs, nowMs - keptMs + marginMs)
  const reply = await call(config, 'PullSmsSendStatusByPhoneNumber', {
    BeginTime: unixSeconds(new Date(beginMs)),
    Offset: 0,
    Limit: 100,
    PhoneNumber: withCountry(phone),
    SmsSdkAppId: config.sdkAppId,
  })
  if (reply.kind !== 'answer') return reply
  const { PullSmsSendStatusSet: reports } = reply.response
  if (!Array.isArray(reports)) return lost('unreadable-answer')
  const report = reports.map(asObject).find((each) => each?.SerialNo === serialNo)
  return report ? readReport(report) : { kind: 'not-yet' }
}

function readReport({ ReportStatus, UserReceiveTime, Description }: JsonObject): SmsStatus {
  if (ReportStatus !== 'SUCCESS' && ReportStatus !== 'FAIL') return { kind: 'not-yet' }
  if (typeof UserReceiveTime !== 'number') return lost('unreadable-answer')
  return {
    kind: ReportStatus === 'SUCCESS' ? 'delivered' : 'failed',
    at: new Date(UserReceiveTime * 1_000),
    why: asText(Description, 200) ?? '',
  }
}
