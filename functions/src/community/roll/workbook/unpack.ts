import { crc32, createInflateRaw } from 'node:zlib'
import { Refusal } from '../../../platform/refusal.ts'
import { damaged } from './damaged.ts'
import type { ZipPart } from './zip.ts'

const pieceBytes = 64 * 1024

/**
 * Unpacks one part of the zip piece by piece. Refuses the part as damaged as soon as it yields more than its
 * declared size (the table of contents of a zip bomb lies), and at its end when size or checksum differ.
 */
export async function* unpack(part: ZipPart): AsyncGenerator<Buffer> {
  let bytes = 0
  let crc = 0
  try {
    for await (const piece of part.isDeflated ? inflated(part.packed) : pieces(part.packed)) {
      bytes += piece.length
      crc = crc32(piece, crc)
      if (bytes > part.bytes) throw damaged(part.name)
      yield piece
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(part.name)
  }
  if (bytes !== part.bytes || crc !== part.crc) throw damaged(part.name)
}

function inflated(packed: Buffer): AsyncIterable<Buffer> {
  const inflate = createInflateRaw({ chunkSize: pieceBytes })
  inflate.end(packed)
  return inflate
}

async function* pieces(stored: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < stored.length; at += pieceBytes) yield stored.subarray(at, at + pieceBytes)
}
