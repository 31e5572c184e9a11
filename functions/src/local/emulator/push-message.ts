import { createHash, randomInt } from 'node:crypto'
import type { EmulatorKeys } from './keys.ts'
import { sealMessage } from './seal-message.ts'

/** What WeChat tells by a push. */
export type Told =
  | {
      readonly kind: 'popup' | 'change'
      readonly openid: string
      readonly answers: readonly { readonly templateId: string; readonly status: 'accept' | 'reject' }[]
      /** All answers were kept from an earlier dialog: none appeared. */
      readonly withoutDialog?: boolean
    }
  | {
      readonly kind: 'sent'
      readonly openid: string
      readonly templateId: string
      readonly msgId: string
      readonly errorCode?: number
      readonly errorStatus?: string
    }

export type PushFormat = 'json' | 'xml'

const events = {
  popup: ['subscribe_msg_popup_event', 'SubscribeMsgPopupEvent'],
  change: ['subscribe_msg_change_event', 'SubscribeMsgChangeEvent'],
  sent: ['subscribe_msg_sent_event', 'SubscribeMsgSentEvent'],
} as const

/** 小程序账号原始 id. */
const toUser = 'gh_97417a04a28d'

type Entry = Readonly<Record<string, string>>

/** The message inside: in JSON one entry stands alone and several in a list, in XML each is a `<List>` in a wrapper. */
export function messageText(told: Told, createdAt: Date, format: PushFormat): string {
  const [event, wrapper] = events[told.kind]
  const entries = entriesOf(told)
  const seconds = Math.floor(createdAt.getTime() / 1_000)
  if (format === 'json') {
    const head = { ToUserName: toUser, FromUserName: told.openid, CreateTime: seconds, MsgType: 'event' }
    return JSON.stringify({ ...head, Event: event, List: entries.length === 1 ? entries[0] : entries })
  }
  const lists = entries.map((entry) => `<List>${elements(entry)}</List>`).join('')
  const head = elements({ ToUserName: toUser, FromUserName: told.openid })
  const tail = elements({ MsgType: 'event', Event: event })
  return `<xml>${head}<CreateTime>${seconds}</CreateTime>${tail}<${wrapper}>${lists}</${wrapper}></xml>`
}

function entriesOf(told: Told): Entry[] {
  if (told.kind === 'sent') {
    const { templateId, msgId, errorCode = 0, errorStatus = errorCode === 0 ? 'success' : 'fail' } = told
    return [{ TemplateId: templateId, MsgID: msgId, ErrorCode: String(errorCode), ErrorStatus: errorStatus }]
  }
  return told.answers.map(({ templateId, status }) => ({
    TemplateId: templateId,
    SubscribeStatusString: status,
    ...(told.kind === 'popup' && { PopupScene: '0' }),
  }))
}

const elements = (entry: Entry): string =>
  Object.entries(entry)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')

/** What is wrong with a push on purpose. */
export interface Spoiled {
  readonly signature?: boolean
  readonly appid?: string
  readonly aesKey?: string
  readonly plain?: boolean
}

/** Address and body of one push, sealed and signed. "消息推送" 安全模式. */
export function writePush(
  { appid, push }: EmulatorKeys,
  { url, format, openid }: { readonly url: string; readonly format: PushFormat; readonly openid: string },
  text: string,
  now: Date,
  spoiled: Spoiled = {},
): { readonly url: string; readonly headers: Record<string, string>; readonly body: Buffer } {
  const encrypt = sealMessage({ appid: spoiled.appid ?? appid, aesKey: spoiled.aesKey ?? push.aesKey }, text)
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const nonce = String(randomInt(100_000_000, 2_000_000_000))
  const signature = signatureOver(push.token, timestamp, nonce)
  const genuine = signatureOver(push.token, timestamp, nonce, encrypt)
  const query = new URLSearchParams({
    signature,
    timestamp,
    nonce,
    openid,
    ...(!spoiled.plain && {
      encrypt_type: 'aes',
      msg_signature: spoiled.signature ? signatureOver(genuine) : genuine,
    }),
  })
  const sealed =
    format === 'json'
      ? JSON.stringify({ ToUserName: toUser, Encrypt: encrypt })
      : `<xml>${elements({ ToUserName: toUser, Encrypt: encrypt })}</xml>`
  return {
    url: `${url}?${query.toString()}`,
    headers: { 'content-type': format === 'json' ? 'application/json' : 'text/xml' },
    body: Buffer.from(spoiled.plain ? text : sealed),
  }
}

/** What is signed when WeChat tries an address. */
export function echoQuery({ push }: EmulatorKeys, echostr: string, now: Date): URLSearchParams {
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const nonce = String(randomInt(100_000_000, 2_000_000_000))
  return new URLSearchParams({
    signature: signatureOver(push.token, timestamp, nonce),
    timestamp,
    nonce,
    echostr,
  })
}

const signatureOver = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex')
