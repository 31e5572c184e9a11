import { Refusal } from '../../../platform/refusal.ts'
import type { RollLimits } from '../limits.ts'
import { damaged } from './damaged.ts'

/** One file inside the zip, as the table of contents describes it. */
export interface ZipPart {
  readonly name: string
  readonly packed: Buffer
  readonly isDeflated: boolean
  readonly bytes: number
  readonly crc: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const partMark = 0x04034b50
const endBytes = 22
const longestComment = 0xffff

/**
 * Reads the table of contents at the end of a zip (PKWARE APPNOTE 4.3.12, 4.3.16), so that parts can be read in any
 * order and their sizes are known before anything is unpacked. Zip64 is not read: a file within our limit never
 * needs it. Names are lower-cased, since part names of a workbook differ in nothing but case (ECMA-376-2 6.2.2.3).
 * Refuses a file that is cut short, and one that would unpack beyond the limit.
 */
export function openZip(file: Buffer, limits: RollLimits): ReadonlyMap<string, ZipPart> {
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  if (count > limits.parts) throw new Refusal('roll-too-complex', { limit: `${limits.parts} 个部分` })
  const parts = new Map<string, ZipPart>()
  let at = file.readUInt32LE(end + 16)
  let bytes = 0
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || file.readUInt32LE(at) !== entryMark) throw damaged('zip')
    const nameBytes = file.readUInt16LE(at + 28)
    const part = partAt(file, at, nameBytes)
    bytes += part.bytes
    if (bytes > limits.unzippedBytes) throw unpacksTooLarge(limits)
    parts.set(part.name, part)
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

function findEnd(file: Buffer): number {
  const earliest = Math.max(0, file.length - endBytes - longestComment)
  for (let at = file.length - endBytes; at >= earliest; at--) {
    if (file.readUInt32LE(at) === endMark) return at
  }
  throw damaged('zip')
}

function partAt(file: Buffer, at: number, nameBytes: number): ZipPart {
  const name = file
    .toString('utf8', at + 46, at + 46 + nameBytes)
    .replaceAll('\\', '/')
    .toLowerCase()
  const isLocked = (file.readUInt16LE(at + 8) & 1) === 1
  const method = file.readUInt16LE(at + 10)
  const headerAt = file.readUInt32LE(at + 42)
  if (isLocked) throw new Refusal('roll-locked')
  if (method !== 0 && method !== 8) throw damaged(name)
  if (headerAt + 30 > file.length || file.readUInt32LE(headerAt) !== partMark) throw damaged(name)
  const from = headerAt + 30 + file.readUInt16LE(headerAt + 26) + file.readUInt16LE(headerAt + 28)
  const to = from + file.readUInt32LE(at + 20)
  if (to > file.length) throw damaged(name)
  return {
    name,
    packed: file.subarray(from, to),
    isDeflated: method === 8,
    bytes: file.readUInt32LE(at + 24),
    crc: file.readUInt32LE(at + 16),
  }
}

const unpacksTooLarge = (limits: RollLimits) =>
  new Refusal('roll-unpacks-too-large', { limit: `${Math.floor(limits.unzippedBytes / 1024 / 1024)} MB` })
