import { isDrawable } from './pixels.ts'

interface Chunk {
  readonly type: string
  readonly content: Buffer
}

/** In VP8X: the picture has transparency; it moves. */
const alphaFlag = 0x10
const animationFlag = 0x02

/** A WebP (RFC 9649) with only what draws it. Undefined when it is not whole, or moves. */
export function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!chunks) return undefined
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L')
  if (pictures.length !== 1 || !pictures.every(isPicture)) return undefined
  const [first] = chunks
  if (first?.type !== 'VP8X') return written(pictures)
  const flags = first.content[0] ?? 0
  if (first.content.length !== 10 || flags & animationFlag) return undefined
  const extended = Buffer.from(first.content)
  extended[0] = flags & alphaFlag
  const alpha = chunks.filter(({ type }) => type === 'ALPH')
  return written([{ type: 'VP8X', content: extended }, ...alpha.slice(0, 1), ...pictures])
}

/** Every chunk as far as the header says; what stands behind is left. */
function chunksOf(file: Buffer): Chunk[] | undefined {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return undefined
  const end = 8 + file.readUInt32LE(4)
  if (end > file.length) return undefined
  const chunks: Chunk[] = []
  for (let at = 12; at < end; ) {
    if (at + 8 > end) return undefined
    const length = file.readUInt32LE(at + 4)
    if (at + 8 + length > end) return undefined
    chunks.push({
      type: file.toString('latin1', at, at + 4),
      content: file.subarray(at + 8, at + 8 + length),
    })
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** A key frame of VP8 (RFC 6386, 9.1) or a VP8L picture, with sides that can be drawn. */
function isPicture({ type, content }: Chunk): boolean {
  if (content.length < 10) return false
  if (type === 'VP8 ') {
    const begins = content.readUIntBE(3, 3) === 0x9d012a && ((content[0] ?? 1) & 1) === 0
    return begins && isDrawable(content.readUInt16LE(6) & 0x3fff, content.readUInt16LE(8) & 0x3fff)
  }
  const sides = content.readUInt32LE(1)
  return content[0] === 0x2f && isDrawable((sides & 0x3fff) + 1, ((sides >>> 14) & 0x3fff) + 1)
}

function written(chunks: readonly Chunk[]): Buffer {
  const body = Buffer.concat(
    chunks.flatMap(({ type, content }) => {
      const head = Buffer.alloc(8)
      head.write(type, 'latin1')
      head.writeUInt32LE(content.length, 4)
      return [head, content, Buffer.alloc(content.length % 2)]
    }),
  )
  const head = Buffer.alloc(12)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(4 + body.length, 4)
  head.write('WEBP', 8, 'latin1')
  return Buffer.concat([head, body])
}
