import { asObject, asText, type JsonObject } from '../wechat-pay/json-shape.ts'
import { call } from './call.ts'
import type { SmsConfig } from './config.ts'
import { lost, type SmsFailure } from './outcomes.ts'
import { withCountry } from './send.ts'
import { unixSeconds } from './tc3-signature.ts'

export interface SentSms {
  readonly phone: string
  /** Null: it is not known whether it was taken. Then it is found by what we gave along with it. */
  readonly serialNo: string | null
  readonly sessionContext: string
  /** When it was handed over, at the earliest. */
  readonly since: Date
}

/** What became of a message. `why` is the carrier's own word: `DELIVRD`, `UNDELIV`, `MK:0001`. */
export type SmsStatus =
  | {
      readonly kind: 'delivered' | 'failed'
      readonly serialNo: string
      readonly at: Date
      readonly why: string
    }
  | { readonly kind: 'not-yet' }
  | SmsFailure

/** Reports are kept for seven days. */
const keptMs = 7 * 86_400_000
/** Carriers' clocks need not be ours. */
const marginMs = 60_000

/**
 * 腾讯云短信 PullSmsSendStatusByPhoneNumber (2021-01-11), 20 calls a second, read 2026-11. SessionContext comes back with the reports
 * of accounts for which 短信小助手 has switched that on; without it a message of no known number has no report.
 */
export async function statusOf(
  config: SmsConfig,
  { phone, serialNo, sessionContext, since }: SentSms,
): Promise<SmsStatus> {
  const nowMs = config.clock.now().getTime()
  const beginMs = Math.max(since.getTime() - marginMs, nowMs - keptMs + marginMs)
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
  const report = reports
    .map(asObject)
    .find((each) =>
      serialNo === null ? each?.SessionContext === sessionContext : each?.SerialNo === serialNo,
    )
  return report ? readReport(report) : { kind: 'not-yet' }
}

function readReport({ SerialNo, ReportStatus, UserReceiveTime, Description }: JsonObject): SmsStatus {
  if (ReportStatus !== 'SUCCESS' && ReportStatus !== 'FAIL') return { kind: 'not-yet' }
  const serialNo = asText(SerialNo, 128)
  if (serialNo === undefined || typeof UserReceiveTime !== 'number') return lost('unreadable-answer')
  return {
    kind: ReportStatus === 'SUCCESS' ? 'delivered' : 'failed',
    serialNo,
    at: new Date(UserReceiveTime * 1_000),
    why: asText(Description, 200) ?? '',
  }
}
