import { boundedBody } from '../bounded-body.ts'
import type { Clock } from '../clock.ts'
import { answerBytesMax, wechatPayHost } from './config.ts'
import { parseJson } from './json-shape.ts'
import { type CallFailure, failureOf, unknownOutcome } from './outcomes.ts'
import type { VerificationKeys } from './verification-keys.ts'
import { signatureFault } from './verify-signature.ts'

/** A verified answer (`json` is undefined when it had no body), or why there is none. */
export type Reply =
  | { readonly kind: 'answer'; readonly json: unknown; readonly requestId?: string }
  | CallFailure

export interface TransportConfig {
  readonly baseUrl: string
  readonly keys: VerificationKeys
  readonly clock: Clock
  readonly timeoutMs: number
}

export interface Outgoing {
  readonly method: 'GET' | 'POST'
  /** Written for WeChat's own host; the signature covers path and query only, so the host may be another. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export type Send = (outgoing: Outgoing) => Promise<Reply>

/**
 * Sends one signed request and trusts nothing that comes back: every 2xx must carry WeChat's signature over its raw
 * bytes, whatever breaks on the way leaves the outcome unknown. Never throws, never repeats, and what it returns
 * holds nothing of the request.
 */
export function createTransport({ baseUrl, keys, clock, timeoutMs }: TransportConfig): Send {
  const base = baseUrl.replace(/\/$/, '')
  return async ({ method, url, headers, body }) => {
    let response: Response
    let bytes: Buffer | undefined
    try {
      response = await fetch(base + url.slice(wechatPayHost.length), {
        method,
        headers: { ...headers, 'Wechatpay-Serial': keys.preferredSerial },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body !== undefined && { body }),
      })
      bytes = await boundedBody(response, answerBytesMax)
    } catch (error) {
      return unknownOutcome(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network')
    }
    return judge(response, bytes)
  }

  function judge(response: Response, bytes: Buffer | undefined): Reply {
    const requestId = response.headers.get('request-id') ?? undefined
    if (!bytes) return unknownOutcome('unreadable-answer', requestId)
    if (!response.ok) return failureOf(response.status, bytes, requestId)
    const fault = signatureFault(keys, (name) => response.headers.get(name) ?? undefined, bytes, clock.now())
    if (fault) return unknownOutcome(fault, requestId)
    if (response.status === 202) return { kind: 'accepted', requestId }
    const json = parseJson(bytes)
    if (bytes.length > 0 && json === undefined) return unknownOutcome('unreadable-answer', requestId)
    return { kind: 'answer', json, ...(requestId && { requestId }) }
  }
}
