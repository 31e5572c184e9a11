import { asObject, asText } from '../wechat-pay/json-shape.ts'
import type { AskWithToken } from './access-token.ts'
import { lost } from './ask.ts'
import { failureOfErrcode, type MpFailure } from './outcomes.ts'

/** The number bound to the WeChat account, without the country's prefix: `13800000000`, `86`. */
export type MpPhone =
  | { readonly kind: 'ok'; readonly phone: string; readonly countryCode: string }
  | MpFailure

/** 手机号快速验证 (getuserphonenumber). Its code is another one than the login code; a used one reads as invalid. */
export async function phoneOf(askWithToken: AskWithToken, code: string): Promise<MpPhone> {
  const reply = await askWithToken({ path: '/wxa/business/getuserphonenumber', body: { code } })
  if (reply.kind === 'no-token') return reply.failure
  if (reply.kind !== 'answer') return reply
  if (reply.errcode !== 0) return failureOfErrcode(reply.errcode, reply.json.errmsg)
  const info = asObject(reply.json.phone_info)
  const phone = asText(info?.purePhoneNumber, 20)
  const countryCode = asText(info?.countryCode, 6)
  return phone && countryCode ? { kind: 'ok', phone, countryCode } : lost('unreadable-answer')
}
