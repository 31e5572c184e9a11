import { crc32 } from 'node:zlib'
import { isDrawable } from './pixels.ts'

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
/** What draws the picture (PNG, third edition, 5.6). Texts, times, Exif, further frames and private chunks are not among them. */
const drawing = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
])

interface Chunk {
  readonly type: string
  readonly content: Buffer
  readonly whole: Buffer
}

/** A PNG with only what draws it. Undefined when it is not whole, or a chunk's checksum is wrong. */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!chunks) return undefined
  const [header] = chunks
  const { content } = header ?? {}
  if (header?.type !== 'IHDR' || content?.length !== 13) return undefined
  if (!isDrawable(content.readUInt32BE(0), content.readUInt32BE(4))) return undefined
  if (!chunks.some(({ type }) => type === 'IDAT')) return undefined
  // One that a viewer has to understand and we do not know: not a picture we can vouch for.
  if (chunks.some(({ type }) => /^[A-Z]/.test(type) && !drawing.has(type))) return undefined
  return Buffer.concat([
    signature,
    ...chunks.filter(({ type }) => drawing.has(type)).map(({ whole }) => whole),
  ])
}

/** Every chunk up to IEND; what stands behind it is left. */
function chunksOf(file: Buffer): Chunk[] | undefined {
  if (!file.subarray(0, 8).equals(signature)) return undefined
  const chunks: Chunk[] = []
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) return undefined
    const type = file.toString('latin1', at + 4, at + 8)
    if (!/^[A-Za-z]{4}$/.test(type)) return undefined
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined
    chunks.push({ type, content: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) })
    if (type === 'IEND') return chunks
    at = end
  }
  return undefined
}
