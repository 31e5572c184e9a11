import { asText } from '../wechat-pay/json-shape.ts'
import { ask, lost } from './ask.ts'
import type { WechatMpConfig } from './config.ts'
import { failureOfErrcode, type MpFailure } from './outcomes.ts'

/** Who logged in: a WeChat user, known by an id that holds for this mini-program only. */
export type MpSession =
  | { readonly kind: 'ok'; readonly openid: string; readonly unionid?: string }
  | MpFailure

/** 小程序登录 (jscode2session). The session_key that WeChat sends along is dropped here: we decrypt nothing with it. */
export async function sessionOf(config: WechatMpConfig, code: string): Promise<MpSession> {
  const reply = await ask(config, {
    path: '/sns/jscode2session',
    query: {
      appid: config.appid,
      secret: config.secret,
      js_code: code,
      grant_type: 'authorization_code',
    },
  })
  if (reply.kind !== 'answer') return reply
  if (reply.errcode !== 0) return failureOfErrcode(reply.errcode, reply.json.errmsg)
  const openid = asText(reply.json.openid, 128)
  const unionid = asText(reply.json.unionid, 128)
  return openid ? { kind: 'ok', openid, ...(unionid && { unionid }) } : lost('unreadable-answer')
}
