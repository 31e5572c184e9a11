import type { subscriptionAnswers } from '@anjiao/shared/contract/subscriptions'

/** What the phone answered about one template (订阅消息). */
export interface TemplateAnswer {
  readonly templateId: string
  readonly answer: keyof typeof subscriptionAnswers
}

/** Why nobody was asked. */
export type NotAsked =
  /** This WeChat, or this browser, does not know the question. */
  | 'unsupported'
  /** Nothing reached WeChat. */
  | 'offline'
  /** The mini-program is not in sight, or nobody has just pressed anything. */
  | 'not-now'
  /** The person has switched messages of this mini-program off. */
  | 'switched-off'
  /** WeChat does not let this mini-program send messages. */
  | 'banned'
  /** The templates are none of this mini-program's, or do not go together. */
  | 'misconfigured'
  | 'unknown'

/** `left`: the browser has gone to another page, and comes back with the answers in its address. */
export type Asked =
  | { readonly kind: 'answered'; readonly answers: readonly TemplateAnswer[] }
  | { readonly kind: 'not-asked'; readonly why: NotAsked }
  | { readonly kind: 'left' }

/** Error codes of wx.requestSubscribeMessage (小程序订阅消息, 2026-11). */
const reasons: Readonly<Record<number, NotAsked>> = {
  10001: 'misconfigured',
  10002: 'offline',
  10003: 'offline',
  10004: 'misconfigured',
  10005: 'not-now',
  20001: 'misconfigured',
  20002: 'misconfigured',
  20003: 'misconfigured',
  20004: 'switched-off',
  20005: 'banned',
  20013: 'misconfigured',
}

/**
 * Reads what wx.requestSubscribeMessage has told, were it a result or an error. `acceptWithAudio` and the like are ways
 * to accept; what is none of WeChat's words is no answer.
 */
export function readAsked(told: unknown): Asked {
  const said: Readonly<Record<string, unknown>> = typeof told === 'object' && told !== null ? { ...told } : {}
  const { errMsg = '', errCode = 0, ...answers } = said
  if (String(errMsg).endsWith(':ok'))
    return { kind: 'answered', answers: Object.entries(answers).flatMap(answerOf) }
  const isUntapped = /TAP gesture/i.test(String(errMsg))
  return { kind: 'not-asked', why: reasons[Number(errCode)] ?? (isUntapped ? 'not-now' : 'unknown') }
}

function answerOf([templateId, said]: [string, unknown]): TemplateAnswer[] {
  if (typeof said !== 'string') return []
  if (said.startsWith('accept')) return [{ templateId, answer: 'accept' }]
  return said === 'reject' || said === 'ban' || said === 'filter' ? [{ templateId, answer: said }] : []
}
