import { boundedBody } from './bounded-body.ts'
import type { Log } from './log.ts'

/** Looks at what people upload before it is kept: viruses, and content that the law forbids. */
export interface ContentCheck {
  /** `unavailable`: nobody could tell. Nothing is to be kept unchecked. */
  check(bytes: Uint8Array, contentType: string): Promise<'pass' | 'refuse' | 'unavailable'>
}

export interface ContentCheckConfig {
  /** Null: this deployment has no checker. */
  readonly url: string | null
  readonly log: Log
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 8_000
const answerBytesMax = 65_536

/**
 * The checker of a deployment's choosing, e.g. a function in front of ClamAV and of WeChat's or a cloud's picture check.
 * It is asked by `POST url` with the very bytes as body under their content type, and answers 200 with
 * `{"verdict":"pass"}` or `{"verdict":"refuse"}`. Any other answer, or none, counts as `unavailable`. Without an address everything
 * passes, and the log says so once; in production somebody has to choose that (config.ts).
 */
export function createContentCheck({
  url,
  log,
  timeoutMs = defaultTimeoutMs,
}: ContentCheckConfig): ContentCheck {
  let said = false
  async function ask(address: string, bytes: Uint8Array, contentType: string) {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: Buffer.from(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const answer = await boundedBody(response, answerBytesMax)
    if (!response.ok || !answer) throw new Error(`the content check answered ${response.status}`)
    return verdictIn(JSON.parse(answer.toString('utf8')))
  }
  return {
    async check(bytes, contentType) {
      if (url === null) {
        if (!said) log.info('uploads are not checked: CONTENT_CHECK_URL is off or not set')
        said = true
        return 'pass'
      }
      try {
        return await ask(url, bytes, contentType)
      } catch (error) {
        log.error('the content check is unavailable', error)
        return 'unavailable'
      }
    },
  }
}

function verdictIn(answer: unknown): 'pass' | 'refuse' {
  const verdict = typeof answer === 'object' && answer !== null && 'verdict' in answer && answer.verdict
  if (verdict !== 'pass' && verdict !== 'refuse') throw new Error('the content check gave no verdict')
  return verdict
}
