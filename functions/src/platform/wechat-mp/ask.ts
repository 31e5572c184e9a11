import { boundedBody } from '../bounded-body.ts'
import { failedToConnect } from '../failed-to-connect.ts'
import { parseWholeIds } from '../parse-whole-ids.ts'
import { answerBytesMax } from '../wechat-pay/config.ts'
import { asObject, type JsonObject } from '../wechat-pay/json-shape.ts'
import { openPlatformHost, type WechatMpConfig } from './config.ts'
import type { MpFailure } from './outcomes.ts'

export type MpReply =
  | { readonly kind: 'answer'; readonly errcode: number; readonly json: JsonObject }
  | Unreachable
  | LostReply
type Unreachable = Extract<MpFailure, { kind: 'unreachable' }>
type LostReply = Extract<MpFailure, { kind: 'unknown-outcome' }>

export interface Question {
  readonly path: string
  /** Goes into the query. Holds secrets: never logged, never part of an error. */
  readonly query?: Readonly<Record<string, string>>
  /** When present the question is a POST. */
  readonly body?: JsonObject
}

const defaultTimeoutMs = 5_000

/** Asks the open platform once. Answers come as JSON under any content type, errors with HTTP 200. Never throws. */
export async function ask(config: WechatMpConfig, { path, query, body }: Question): Promise<MpReply> {
  const url = new URL(path, config.baseUrl ?? openPlatformHost)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  const hush = new AbortController()
  // Taken back when the answer is there: many thousand questions a minute shall not be kept until their time is up.
  const timer = setTimeout(
    () => hush.abort(new DOMException('no answer in time', 'TimeoutError')),
    config.timeoutMs ?? defaultTimeoutMs,
  )
  let status: number
  let json: JsonObject | undefined
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: hush.signal,
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    status = response.status
    const bytes = await boundedBody(response, answerBytesMax)
    json = asObject(parseWholeIds(bytes?.toString('utf8') ?? ''))
  } catch (error) {
    if (failedToConnect(error)) return { kind: 'unreachable' }
    return lost(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network')
  } finally {
    clearTimeout(timer)
  }
  if (status !== 200) return lost('server-error')
  const errcode = json?.errcode ?? 0
  if (!json || typeof errcode !== 'number') return lost('unreadable-answer')
  return { kind: 'answer', errcode, json }
}

export const lost = (why: LostReply['why']): LostReply => ({ kind: 'unknown-outcome', why })
