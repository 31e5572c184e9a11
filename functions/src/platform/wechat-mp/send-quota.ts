import { asObject } from '../wechat-pay/json-shape.ts'
import type { AskWithToken } from './access-token.ts'
import { lost } from './ask.ts'
import { failureOfErrcode, type MpFailure } from './outcomes.ts'

/** How many subscription messages this account may send today, has sent, and may still send. */
export type MpSendQuota =
  | { readonly kind: 'ok'; readonly dailyLimit: number; readonly used: number; readonly remain: number }
  | MpFailure

/** "查询API调用额度" (openapi/quota/get), read 2026-11. */
export async function sendQuota(askWithToken: AskWithToken): Promise<MpSendQuota> {
  const reply = await askWithToken({
    path: '/cgi-bin/openapi/quota/get',
    body: { cgi_path: '/cgi-bin/message/subscribe/send' },
  })
  if (reply.kind === 'no-token') return reply.failure
  if (reply.kind !== 'answer') return reply
  if (reply.errcode !== 0) return failureOfErrcode(reply.errcode, reply.json.errmsg)
  const { daily_limit, used, remain } = asObject(reply.json.quota) ?? {}
  return isCount(daily_limit) && isCount(used) && isCount(remain)
    ? { kind: 'ok', dailyLimit: daily_limit, used, remain }
    : lost('unreadable-answer')
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
