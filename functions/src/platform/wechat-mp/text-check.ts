import { asObject } from '../wechat-pay/json-shape.ts'
import type { AskWithToken } from './access-token.ts'
import { lost } from './ask.ts'
import { failureOfErrcode, type MpFailure, ridIn } from './outcomes.ts'

/** A text that others will read, at most 2,500 characters, and who wrote it. */
export interface TextToCheck {
  readonly openid: string
  readonly text: string
}

/**
 * What WeChat makes of a text: `risky` is not to be published, `review` is for a person to judge. `not-here`: it judges only
 * what somebody writes who has been in the mini-program within two hours, and has not seen this one.
 */
export type MpTextCheck =
  | { readonly kind: 'ok'; readonly suggest: 'pass' | 'review' | 'risky' }
  | { readonly kind: 'not-here'; readonly rid: string | undefined }
  | MpFailure

/** 评论. */
const scene = 2
/** Not seen for two hours; nobody of this mini-program. */
const notHere: ReadonlySet<number> = new Set([61010, 40003])

/** 小程序 "文本内容安全识别" 2.0 (msgSecCheck), read 2026-11. */
export async function textCheck(
  askWithToken: AskWithToken,
  { openid, text }: TextToCheck,
): Promise<MpTextCheck> {
  const reply = await askWithToken({
    path: '/wxa/msg_sec_check',
    body: { openid, scene, version: 2, content: text },
  })
  if (reply.kind === 'no-token') return reply.failure
  if (reply.kind !== 'answer') return reply
  const { errcode, json } = reply
  if (notHere.has(errcode)) return { kind: 'not-here', rid: ridIn(json.errmsg) }
  if (errcode !== 0) return failureOfErrcode(errcode, json.errmsg)
  const suggest = asObject(json.result)?.suggest
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky'
    ? { kind: 'ok', suggest }
    : lost('unreadable-answer')
}
