import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** One request as it came in: raw bytes, and path and query exactly as on the wire, since signatures cover them. */
export interface Exchange {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** What goes back. `body` is given as bytes or as something to write as JSON. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string | object
  /** A good answer that WeChat does not sign. */
  readonly unsigned?: true
}

/** Bodies here are orders and clicks; anything longer is a mistake. */
const maxBodyBytes = 1_048_576

/** Reads a request whole; undefined when it is too long. */
export async function readExchange(request: IncomingMessage): Promise<Exchange | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > maxBodyBytes) return undefined
    chunks.push(bytes)
  }
  const target = request.url ?? '/'
  const [path = '/', query = ''] = target.split('?', 2)
  return {
    method: request.method ?? 'GET',
    target,
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    body: Buffer.concat(chunks),
  }
}

export function bodyBytes(answer: Answer): Buffer {
  if (answer.body === undefined) return Buffer.alloc(0)
  if (Buffer.isBuffer(answer.body)) return answer.body
  return Buffer.from(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
}

/** WeChat Pay's Request-ID: its last part is an inner error number, 0 when all is well. */
export const requestId = (errorNumber: number): string =>
  `08${randomBytes(19).toString('hex').toUpperCase()}-${errorNumber}`
