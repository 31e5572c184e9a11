import { readRoom } from '../community/index.ts'

/** More rooms than this in one remark are a text about something else. */
const roomsMost = 4

const number = '[0-9A-Z]{1,4}|[一二三四五六七八九十]{1,3}'
const building = '(?:栋|幢|座|号楼|号院|#楼|#|楼|号)'
const unit = '(?:单元|门|梯)'
const named = new RegExp(`(?:${number})${building}-?(?:(?:${number})${unit}-?)?[0-9]{2,5}`, 'g')
const dashed = /(?<![0-9A-Z-])[0-9A-Z]{1,3}-(?:[0-9]{1,2}-)?[0-9]{2,5}(?![0-9-])/g

/**
 * The homes that a remark or a payer's name speaks of, by the key of their room: `3-1-502物业费`, `3栋1单元502室`, `A座1201`. What
 * reads like a room and is none (a date, a phone) finds no home. Pure.
 */
export function roomsInText(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[—–―_/]/g, '-')
    .toUpperCase()
  const written = [...plain.matchAll(named), ...plain.matchAll(dashed)].map(([room]) => room)
  const keys = written.flatMap((room) => readRoom({ building: '', unit: '', room })?.key ?? [])
  return [...new Set(keys)].slice(0, roomsMost)
}
