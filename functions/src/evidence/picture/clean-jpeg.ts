import { orientationIn, orientationSegment } from './orientation.ts'
import { isDrawable } from './pixels.ts'

// Markers of ISO/IEC 10918-1, table B.1.
const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const quantization = 0xdb
const huffman = 0xc4
const restartInterval = 0xdd
/** Baseline, extended, progressive: what phones write and viewers read. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2]
const app0 = 0xe0
const app1 = 0xe1
const app14 = 0xee

interface Segment {
  readonly marker: number
  /** After marker and length. */
  readonly content: Buffer
  /** Marker, length, content, and of a scan what is drawn. */
  readonly whole: Buffer
}

/** A JPEG with only what draws it. Undefined when it is not whole. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const segments = segmentsOf(file)
  if (!segments) return undefined
  const of = (...markers: readonly number[]) => segments.filter(({ marker }) => markers.includes(marker))
  const [frame, ...moreFrames] = of(...frames)
  if (!frame || moreFrames.length > 0 || !isFrame(frame.content)) return undefined
  if (of(quantization).length === 0 || of(startOfScan).length === 0) return undefined
  const orientation = of(app1)
    .map(({ content }) => orientationIn(content))
    .find(Boolean)
  return Buffer.concat([
    Buffer.of(0xff, startOfImage),
    ...(orientation ? [orientationSegment(orientation)] : []),
    ...segments.flatMap(drawing),
    Buffer.of(0xff, endOfImage),
  ])
}

/** Everything between start and end; what stands behind the end (other pictures, a film) is left. */
function segmentsOf(file: Buffer): Segment[] | undefined {
  if (file[0] !== 0xff || file[1] !== startOfImage) return undefined
  const segments: Segment[] = []
  for (let at = 2; ; ) {
    if (file[at] !== 0xff) return undefined
    while (file[at + 1] === 0xff) at++
    const marker = file[at + 1]
    if (marker === endOfImage) return segments
    const segment = marker !== undefined && marker >= 0xc0 && segmentAt(file, at, marker)
    if (!segment) return undefined
    segments.push(segment)
    at += segment.whole.length
  }
}

function segmentAt(file: Buffer, at: number, marker: number): Segment | undefined {
  // Those that stand alone have no place here: restarts belong into a scan, a second start to another picture.
  if (marker >= 0xd0 && marker <= startOfImage) return undefined
  if (at + 4 > file.length) return undefined
  const length = file.readUInt16BE(at + 2)
  const contentEnd = at + 2 + length
  if (length < 2 || contentEnd > file.length) return undefined
  const end = marker === startOfScan ? endOfScan(file, contentEnd) : contentEnd
  if (end === undefined) return undefined
  return { marker, content: file.subarray(at + 4, contentEnd), whole: file.subarray(at, end) }
}

/** Where the next marker begins behind the coded data of a scan; none in a file that was cut off. */
function endOfScan(file: Buffer, from: number): number | undefined {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1]
    if (next === undefined) return undefined
    const isData = next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isData) return at
  }
  return undefined
}

const isFrame = (content: Buffer): boolean =>
  content.length >= 6 && isDrawable(content.readUInt16BE(3), content.readUInt16BE(1))

/** What of a segment is kept. The marks of JFIF and Adobe say how colours are meant; their thumbnails go. */
function drawing({ marker, content, whole }: Segment): Buffer[] {
  const drawn = [...frames, huffman, quantization, restartInterval, startOfScan]
  if (drawn.includes(marker)) return [whole]
  if (marker === app0 && content.length >= 14 && content.toString('latin1', 0, 5) === 'JFIF\0')
    return [Buffer.of(0xff, app0, 0, 16), content.subarray(0, 12), Buffer.of(0, 0)]
  if (marker === app14 && content.length === 12 && content.toString('latin1', 0, 5) === 'Adobe')
    return [whole]
  return []
}
