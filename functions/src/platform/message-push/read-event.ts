import { asObject, asText, type JsonObject } from '../wechat-pay/json-shape.ts'

/**
 * What WeChat tells of by itself. Each may come several times: `key` is the same each time.
 * - `answers`: somebody answered the dialog about subscription messages, or (`change`) turned one off in the settings.
 * - `sent-results`: what became of messages that were taken. Only failures of WeChat's own are told as failures.
 * - `other-event`: nothing that anything of ours follows from.
 */
export type PushedEvent = { readonly key: string; readonly event: string; readonly at: Date } & (
  | {
      readonly kind: 'answers'
      readonly openid: string
      readonly change: boolean
      readonly answers: readonly PushedAnswer[]
    }
  | { readonly kind: 'sent-results'; readonly openid: string; readonly results: readonly SentResult[] }
  | { readonly kind: 'other-event' }
)

export interface PushedAnswer {
  readonly templateId: string
  readonly answer: 'accept' | 'reject'
}

export interface SentResult {
  /** As in the answer to the send. */
  readonly msgId: string
  readonly templateId: string
  /** `0`: it arrived. */
  readonly errorCode: string
}

/** XML wraps the list in an element named after the event, JSON does not: and one entry comes without a list around it. */
const wrappers = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
} as const

/** No dialog asks about more than five templates; a bound for what is read from outside. */
const entriesMax = 100

/** 小程序 "订阅消息" 事件推送, read 2026-11. Undefined when a message is no event at all, or lacks what belongs to it. */
export function readEvent(message: JsonObject): PushedEvent | undefined {
  const openid = asText(message.FromUserName, 128)
  const event = asText(message.Event, 64) ?? asText(message.MsgType, 64)
  const createdAt = secondsOf(message.CreateTime)
  if (!openid || !event || createdAt === undefined) return undefined
  const base = { event, at: new Date(createdAt * 1_000) }
  const keyed = (ids: readonly string[]) => [openid, createdAt, event, ...ids].join(' ')
  switch (event) {
    case 'subscribe_msg_popup_event':
    case 'subscribe_msg_change_event': {
      const answers = entriesOf(message, wrappers[event])?.flatMap((each) => readAnswer(each) ?? [])
      if (!answers) return undefined
      const change = event === 'subscribe_msg_change_event'
      const key = keyed(answers.map(({ templateId }) => templateId).sort())
      return { kind: 'answers', ...base, key, openid, change, answers }
    }
    case 'subscribe_msg_sent_event': {
      const results = entriesOf(message, wrappers[event])?.flatMap((each) => readResult(each) ?? [])
      if (!results) return undefined
      const key = [event, ...results.map(({ msgId }) => msgId)].join(' ')
      return { kind: 'sent-results', ...base, key, openid, results }
    }
    default:
      return { kind: 'other-event', ...base, key: keyed([]) }
  }
}

function entriesOf(message: JsonObject, wrapper: string): JsonObject[] | undefined {
  const list = asObject(message[wrapper])?.List ?? message.List
  const entries: unknown[] = Array.isArray(list) ? list : [list]
  if (entries.length > entriesMax) return undefined
  const read = entries.map(asObject).filter((entry) => entry !== undefined)
  return read.length === entries.length ? read : undefined
}

function readAnswer({ TemplateId, SubscribeStatusString }: JsonObject): PushedAnswer | undefined {
  const templateId = asText(TemplateId, 64)
  if (!templateId || (SubscribeStatusString !== 'accept' && SubscribeStatusString !== 'reject'))
    return undefined
  return { templateId, answer: SubscribeStatusString }
}

function readResult({ MsgID, TemplateId, ErrorCode }: JsonObject): SentResult | undefined {
  const msgId = textOf(MsgID)
  const templateId = asText(TemplateId, 64)
  const errorCode = textOf(ErrorCode)
  return msgId && templateId && errorCode ? { msgId, templateId, errorCode } : undefined
}

/** Numbers come as numbers or as texts, by format and, for JSON, by mood. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : asText(value, 40)

function secondsOf(value: unknown): number | undefined {
  const text = textOf(value)
  return text && /^\d{10}$/.test(text) ? Number(text) : undefined
}
