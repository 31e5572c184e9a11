import { Refusal } from '../../platform/refusal.ts'
import { billLineMax } from './limits.ts'

/**
 * The lines of a bill as its bytes come in, those of one chunk together: UTF-8 with or without a byte order mark, ended by CRLF
 * or LF, the last one by either or nothing. A chunk may end anywhere, inside a character as well. Keeps one unfinished line.
 */
export async function* billLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string[], void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let unfinished = ''
  for await (const chunk of bytes) {
    const pieces = decoded(() => decoder.decode(chunk, { stream: true })).split('\n')
    pieces[0] = unfinished + pieces[0]
    unfinished = pieces.pop() ?? ''
    if (unfinished.length > billLineMax) throw tooLong()
    if (pieces.length > 0) yield pieces.map(ended)
  }
  unfinished += decoded(() => decoder.decode())
  if (unfinished !== '') yield [ended(unfinished)]
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new Refusal('bill-not-text')
  }
}

function ended(line: string): string {
  if (line.length > billLineMax) throw tooLong()
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

const tooLong = (): Refusal => new Refusal('bill-line-too-long', { limit: billLineMax })
