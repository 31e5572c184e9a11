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

/** `acceptWithAudio` and the like are ways to accept; what is none of WeChat's words is no answer. */
export function answersAbout(templateId: string, said: unknown): TemplateAnswer[] {
  if (typeof said !== 'string') return []
  if (said.startsWith('accept')) return [{ templateId, answer: 'accept' }]
  return said === 'reject' || said === 'ban' || said === 'filter' ? [{ templateId, answer: said }] : []
}
