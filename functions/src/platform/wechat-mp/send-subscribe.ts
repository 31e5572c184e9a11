import { asText } from '../wechat-pay/json-shape.ts'
import type { AskWithToken } from './access-token.ts'
import { lost } from './ask.ts'
import { type MpFailure, ridIn } from './outcomes.ts'

/** 订阅消息, to one person. */
export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** Where a tap on it leads: a page with its query, without a leading slash. */
  readonly page: string
  /** What stands in each field of the template, by its key: `thing1`. */
  readonly data: Readonly<Record<string, string>>
}

/**
 * What becomes of a message that is handed to WeChat.
 * - `ok`: taken. Whether it arrives is told later, by a pushed event with the same id; an answer may lack the id.
 * - `refused`: this person has no accept of this template left, or wants none of our messages.
 * - `banned`: WeChat lets this person receive nothing from us.
 * - `bad-recipient`: nobody by that openid uses this mini-program.
 * - `bad-template`: the template is not there (any more).
 * - `bad-content`: the field named does not take what it was given; of forbidden words WeChat names no field.
 * - `busy`: nothing was sent, and it may be tried again.
 * - `limited`: no more today (until midnight in Shanghai), or in this minute.
 * - `config`: our id, secret, address or permission is wrong, or the page behind the message is not there. A person must act.
 * - `unreachable`: WeChat could not be asked, for want of a connection, or of anybody who gave us an access token. Nothing was sent.
 * - `unknown-outcome`: no readable answer came. It may have been sent.
 */
export type MpSent =
  | { readonly kind: 'ok'; readonly msgId: string | undefined }
  | ({ readonly kind: 'refused' | 'banned' | 'bad-recipient' | 'bad-template' | 'busy' } & Refused)
  | ({ readonly kind: 'bad-content'; readonly field: string | undefined } & Refused)
  | ({ readonly kind: 'limited'; readonly until: 'day' | 'minute' } & Refused)
  | ({ readonly kind: 'config' } & Refused)
  | Extract<MpFailure, { kind: 'unreachable' | 'unknown-outcome' }>

interface Refused {
  /** Undefined when WeChat was not even asked, for want of an access token. */
  readonly errcode: number | undefined
  readonly rid: string | undefined
}

const kinds: ReadonlyMap<number, 'refused' | 'banned' | 'bad-recipient' | 'bad-template' | 'busy'> = new Map([
  [43101, 'refused'],
  [43107, 'banned'],
  [40003, 'bad-recipient'],
  [40037, 'bad-template'],
  [43108, 'busy'],
  [-1, 'busy'],
] as const)

/** 小程序 "发送订阅消息" (subscribe/send) and "全局返回码", read 2026-11. */
export async function sendSubscribe(askWithToken: AskWithToken, message: SubscribeMessage): Promise<MpSent> {
  const { openid, templateId, page, data } = message
  const reply = await askWithToken({
    path: '/cgi-bin/message/subscribe/send',
    body: {
      touser: openid,
      template_id: templateId,
      page,
      data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
      // The document calls both required, and names defaults.
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    },
  })
  if (reply.kind === 'no-token') return withoutToken(reply.failure)
  if (reply.kind !== 'answer') return reply
  const { errcode, json } = reply
  if (errcode !== 0) return refusal(errcode, json.errmsg)
  // An answer that says neither that it went well nor that it did not is none.
  return 'errcode' in json ? { kind: 'ok', msgId: msgIdIn(json.msgid) } : lost('unreadable-answer')
}

function refusal(errcode: number, errmsg: unknown): MpSent {
  const refused: Refused = { errcode, rid: ridIn(errmsg) }
  const kind = kinds.get(errcode)
  if (kind) return { kind, ...refused }
  switch (errcode) {
    case 47003:
      return { kind: 'bad-content', field: fieldIn(errmsg), ...refused }
    case 45168:
      return { kind: 'bad-content', field: undefined, ...refused }
    case 45009:
      return { kind: 'limited', until: 'day', ...refused }
    case 45011:
      return { kind: 'limited', until: 'minute', ...refused }
    default:
      return { kind: 'config', ...refused }
  }
}

/** Without a token nothing was sent, whatever became of the token. */
function withoutToken(failure: MpFailure): MpSent {
  if (failure.kind === 'config') return failure
  if (failure.kind === 'unreachable' || failure.kind === 'unknown-outcome') return { kind: 'unreachable' }
  return { kind: 'busy', errcode: undefined, rid: undefined }
}

/** `argument invalid! data.thing3.value invalid`. */
const fieldIn = (errmsg: unknown): string | undefined =>
  typeof errmsg === 'string' ? /data\.(\w{1,40})\.value/.exec(errmsg)?.[1] : undefined

/** The same id as in the pushed result, where it is a text. */
const msgIdIn = (msgid: unknown): string | undefined =>
  typeof msgid === 'number' ? String(msgid) : asText(msgid, 40)
