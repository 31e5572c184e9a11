import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { Refusal } from '../../../platform/refusal.ts'

/** A path, an upload as it arrives, or a file already at hand. */
export type RollSource = string | Readable | Uint8Array

/**
 * Brings the whole file into memory: a zip keeps its table of contents at its end, so nothing can be read safely
 * before all of it is there. Refuses as soon as the limit is passed, without reading on.
 */
export async function gatherFile(source: RollSource, limitBytes: number): Promise<Buffer> {
  if (source instanceof Uint8Array) {
    if (source.length > limitBytes) throw tooLarge(limitBytes)
    return Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  }
  const stream: AsyncIterable<unknown> = typeof source === 'string' ? createReadStream(source) : source
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of stream) {
      const piece = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk))
      bytes += piece.length
      if (bytes > limitBytes) throw tooLarge(limitBytes)
      chunks.push(piece)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (typeof source === 'string' && isMissing(error)) throw new Refusal('roll-not-found', { path: source })
    throw new Refusal('roll-not-readable', { detail: error instanceof Error ? error.message : String(error) })
  }
  return Buffer.concat(chunks, bytes)
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const tooLarge = (limitBytes: number) =>
  new Refusal('too-large', { limit: `${Math.floor(limitBytes / 1024 / 1024)} MB` })
