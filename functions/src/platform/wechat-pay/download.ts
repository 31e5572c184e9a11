import { boundedBody } from '../bounded-body.ts'
import { answerBytesMax } from './config.ts'
import { type CallFailure, failureOf, unknownOutcome } from './outcomes.ts'

/** A file that has begun to arrive. Its bytes are not signed: only a hash that came in a signed answer proves them. */
export type Opened = { readonly kind: 'opened'; readonly bytes: AsyncIterable<Uint8Array> } | CallFailure

export type Open = (url: string, headers: Readonly<Record<string, string>>) => Promise<Opened>

/** However slowly it drips, a file is not waited for longer than this. */
const wholeFileMs = 10 * 60_000

/**
 * Opens a download at WeChat's path on our base URL, once. The first answer, and after it each piece, must come within
 * `timeoutMs`; the time that our side takes between two pieces does not count. Errors of the bytes are thrown as they come.
 */
export function createDownloads(baseUrl: string, timeoutMs: number): Open {
  const base = baseUrl.replace(/\/$/, '')
  return async (url, headers) => {
    const { pathname, search } = new URL(url)
    const abort = new AbortController()
    const inTime = async <T>(waiting: Promise<T>): Promise<T> => {
      const timer = setTimeout(
        () => abort.abort(new DOMException('no piece came', 'TimeoutError')),
        timeoutMs,
      )
      try {
        return await waiting
      } finally {
        clearTimeout(timer)
      }
    }
    try {
      const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(wholeFileMs)])
      const response = await inTime(fetch(base + pathname + search, { headers, redirect: 'error', signal }))
      if (response.status === 200) return { kind: 'opened', bytes: pieces(response, inTime) }
      const body = await inTime(boundedBody(response, answerBytesMax))
      const requestId = response.headers.get('request-id') ?? undefined
      return body
        ? failureOf(response.status, body, requestId)
        : unknownOutcome('unreadable-answer', requestId)
    } catch (error) {
      return unknownOutcome(isTimeout(error) ? 'timeout' : 'network')
    }
  }
}

async function* pieces(
  response: Response,
  inTime: <T>(waiting: Promise<T>) => Promise<T>,
): AsyncGenerator<Uint8Array, void> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read())
      if (done) return
      yield value
    }
  } finally {
    // Whoever stops reading lets the line go; after an error there is nothing left to let go.
    await reader.cancel().catch(() => {})
  }
}

export const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError'
