import type { Api } from '@anjiao/shared/contract/api'
import type { JsonKey, ReplyOf, RequestOf } from '@anjiao/shared/contract/endpoint'
import { refused } from './failure'
import { newIntention } from './intention'
import { type OnSent, sendFile } from './send-file'
import { renewSession, storedTokens } from './session'
import { exactBytes, type HttpReply, send } from './transport'

export type EndpointKey = JsonKey<Api>
export type Reply<Key extends EndpointKey> = ReplyOf<Api[Key]>
export type Request<Key extends EndpointKey> = RequestOf<Api[Key]>

export interface CallOptions {
  /** One per intention of the person, the same for every retry. Made anew when left out. */
  intention?: string
  /** For the few things that take the server long. */
  timeoutMs?: number
  /** Told while a file is on its way. */
  onSent?: OnSent
}

interface Parts {
  params?: Readonly<Record<string, string | number>>
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  body?: object
}

const usualTimeoutMs = 15_000
/** A large file on a slow line, and the server's work on it. */
export const longTimeoutMs = 120_000

/**
 * Asks the server, typed by the contract. Signs in again silently when the session has ended.
 * Throws RequestFailed: the server's refusal, or `offline`, `too-slow`, `not-understood`.
 */
export async function call<Key extends EndpointKey>(
  key: Key,
  request: Request<Key>,
  { intention = newIntention(), ...options }: CallOptions = {},
): Promise<Reply<Key>> {
  const parts = request as Parts
  const tokens = storedTokens() ?? (isAnonymous(key) ? undefined : await renewSession())
  let answer = await ask(key, parts, tokens?.accessToken, { intention, ...options })
  if (answer.status === 401 && tokens) {
    const renewed = await renewSession()
    if (renewed) answer = await ask(key, parts, renewed.accessToken, { intention, ...options })
  }
  if (answer.status !== 200) throw refused(answer.status, answer.reply)
  return answer.reply as Reply<Key>
}

function ask(
  key: EndpointKey,
  { params = {}, query = {}, body }: Parts,
  accessToken: string | undefined,
  { intention, timeoutMs, onSent = () => undefined }: CallOptions & { intention: string },
): Promise<HttpReply> {
  const [method, template] = key.split(' ') as [HttpMethod, string]
  const isFile = body instanceof Uint8Array
  const request = {
    method,
    url: API_ORIGIN + fillPath(template, params) + queryText(query),
    header: {
      ...(body && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      ...(method !== 'GET' && { 'idempotency-key': intention }),
    },
  }
  return isFile
    ? sendFile({ ...request, body: exactBytes(body), timeoutMs: timeoutMs ?? longTimeoutMs }, onSent)
    : send({ ...request, body, timeoutMs: timeoutMs ?? usualTimeoutMs })
}

type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** The few endpoints that are open to people who have not signed in; asking them must not sign anybody in. */
const isAnonymous = (key: EndpointKey): boolean =>
  key === 'GET /v1/client-config' || key === 'POST /v1/device' || key === 'POST /v1/device/poll'

const fillPath = (template: string, params: Parts['params'] = {}): string =>
  template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))

function queryText(query: Parts['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
