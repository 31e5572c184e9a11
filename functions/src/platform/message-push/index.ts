import { asText } from '../wechat-pay/json-shape.ts'
import type { MessagePushConfig } from './config.ts'
import { openMessage } from './open-message.ts'
import { isSignature, pushSignature } from './push-signature.ts'
import { readBody } from './read-body.ts'
import { type PushedEvent, readEvent } from './read-event.ts'

export type { MessagePushConfig } from './config.ts'
export type { PushedAnswer, PushedEvent, SentResult } from './read-event.ts'

/**
 * What a pushed body turns out to be.
 * - `unsigned`, `bad-signature`, `stale`, `plain`: not taken for WeChat's. A plain body carries no signature over itself.
 * - `undecryptable`: signed with our token, sealed with another key. A person must act.
 * - `foreign`: meant for another mini-program.
 * - `unreadable`: no pushed body at all.
 * - `unknown-message`: WeChat's, but nothing that this was written to read.
 */
export type Pushed =
  | { readonly kind: 'event'; readonly event: PushedEvent }
  | {
      readonly kind:
        | 'unsigned'
        | 'bad-signature'
        | 'stale'
        | 'plain'
        | 'undecryptable'
        | 'foreign'
        | 'unreadable'
        | 'unknown-message'
    }

export type PushQuery = Readonly<Record<string, string | undefined>>

/** WeChat's way to us: 消息推送 in 安全模式. Fetches nothing, never throws. */
export interface MessagePush {
  /** What to answer when WeChat tries an address (`echostr`); undefined when it is not WeChat who asks. */
  echo(query: PushQuery): string | undefined
  read(query: PushQuery, rawBody: Buffer): Pushed
}

/** A push is repeated within seconds. Later, somebody replays what they have seen: every one of them once more than we remember. */
const windowMs = 3_600_000

/** Events are a few hundred bytes, in cipher and in 兼容模式 also plain. */
const bodyBytesMax = 65_536

/** "消息推送", read 2026-11. */
export function createMessagePush({ appid, token, aesKey, clock }: MessagePushConfig): MessagePush {
  const stamp = (query: PushQuery) => {
    const timestamp = query.timestamp ?? ''
    const nonce = asText(query.nonce, 64)
    return /^\d{10}$/.test(timestamp) && nonce ? { timestamp, nonce } : undefined
  }
  const isStale = (timestamp: string) =>
    Math.abs(clock.now().getTime() - Number(timestamp) * 1_000) > windowMs

  return {
    echo: (query) => {
      const stamped = stamp(query)
      if (!stamped || !query.signature) return undefined
      const expected = pushSignature(token, stamped.timestamp, stamped.nonce)
      return isSignature(expected, query.signature) ? asText(query.echostr, 256) : undefined
    },
    read: (query, rawBody) => {
      const stamped = stamp(query)
      if (!stamped) return { kind: 'unsigned' }
      const body = rawBody.length > bodyBytesMax ? undefined : readBody(rawBody.toString('utf8'))
      if (!body) return { kind: 'unreadable' }
      const cipherText = asText(body.Encrypt, bodyBytesMax)
      if (!cipherText) return { kind: 'plain' }
      if (!query.msg_signature) return { kind: 'unsigned' }
      const expected = pushSignature(token, stamped.timestamp, stamped.nonce, cipherText)
      if (!isSignature(expected, query.msg_signature)) return { kind: 'bad-signature' }
      if (isStale(stamped.timestamp)) return { kind: 'stale' }
      const opened = openMessage(aesKey, cipherText)
      if (opened.kind !== 'opened') return opened
      if (opened.appid !== appid) return { kind: 'foreign' }
      const message = readBody(opened.message.toString('utf8'))
      const event = message && readEvent(message)
      return event ? { kind: 'event', event } : { kind: 'unknown-message' }
    },
  }
}
