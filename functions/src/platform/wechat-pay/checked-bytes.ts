import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BillInterrupted } from './bill-interrupted.ts'
import { isTimeout } from './download.ts'

/** A million lines are 300 MB; a small gzip can unpack to any size. */
export const billBytesMax = 1024 ** 3

/**
 * The bytes of a bill, unpacked where they are gzip, as they come. Throws `BillInterrupted` instead of ending when they
 * are not those of the SHA-1, so that whoever reads to the end has read the genuine file.
 */
export async function* checkedBytes(
  arriving: AsyncIterable<Uint8Array>,
  sha1: string,
  bytesMax = billBytesMax,
): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha1')
  let length = 0
  try {
    for await (const chunk of unpacked(arriving)) {
      length += chunk.byteLength
      if (length > bytesMax) throw new BillInterrupted('too-large')
      hash.update(chunk)
      yield chunk
    }
  } catch (error) {
    throw error instanceof BillInterrupted ? error : new BillInterrupted(whyOf(error))
  }
  if (hash.digest('hex') !== sha1.toLowerCase()) throw new BillInterrupted('wrong-hash')
}

/** gzip says so in its first two bytes, which no text begins with; what the headers call it differs. */
async function* unpacked(arriving: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const source = arriving[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  let ended = false
  while (head.length < 2 && !ended) {
    const next = await source.next()
    if (next.done) ended = true
    else head = Buffer.concat([head, next.value])
  }
  async function* whole(): AsyncGenerator<Uint8Array, void> {
    try {
      yield head
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
    } finally {
      await source.return?.()
    }
  }
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* whole()
    return
  }
  // An error of the source reaches the reader through the gunzip, which the pipeline destroys with it.
  yield* pipeline(Readable.from(whole()), createGunzip(), () => {})
}

function whyOf(error: unknown): 'timeout' | 'network' | 'unreadable-answer' {
  if (isTimeout(error)) return 'timeout'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') ? 'unreadable-answer' : 'network'
}
