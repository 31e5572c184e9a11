import { withoutSpaces } from './cell-text.ts'

/** 房屋. Where a home is, however the file wrote it. */
export interface RoomName {
  /** The same for every way of writing one home: `8幢2单元1203室` and `8栋 / 2 / 1203` are both `8/2/1203`. */
  readonly key: string
  /** As people say it: `8幢`, `A座`; empty for a home that belongs to no building. */
  readonly building: string
  /** `2单元`, or empty where a building has none. */
  readonly unit: string
  readonly roomNo: string
}

/** What the columns of a row say about where a home is; texts without spaces. Only the room must be there. */
export interface WrittenRoom {
  readonly building: string
  readonly unit: string
  readonly room: string
}

type Parts = WrittenRoom

/** Of all that says where a home is; whatever is longer is a sentence. */
const longestRoom = 100

const buildingWord = '(?:栋|幢|座|号楼|号院|#楼|#|楼|号)'
const unitWord = '(?:单元|门|梯)'
const buildingFirst = new RegExp(String.raw`^(.*?${buildingWord})-?(?=.*\d)(.+)$`)
const unitFirst = new RegExp(`^([^-]+?)${unitWord}-?(.+)$`)
const floor = /^\d+[层楼F]-?(?=.*\d)/
const roomSuffix = /(?<=[0-9A-Z])(?:室|号房|号|房|户)$/

/**
 * Reads where a home is from split columns (楼栋, 单元, 房号), from one joined column (`3-1-502`, `3栋1单元502`,
 * `3栋502`, `A座1201`), or from a mixture. Undefined when the text does not say which building a number is in.
 */
export function readRoom(written: WrittenRoom): RoomName | undefined {
  const building = tidy(written.building)
  const unit = tidy(written.unit)
  const room = tidy(written.room)
  if (room === '' || building.length + unit.length + room.length > longestRoom) return undefined
  if (building === '') {
    const parts = splitJoined(room)
    return parts && roomName({ ...parts, unit: parts.unit || unit })
  }
  const joined = splitJoined(room)
  if (joined && buildingKey(joined.building) === buildingKey(building)) {
    return roomName({ building, unit: joined.unit || unit, room: joined.room })
  }
  const inner = unit === '' ? splitUnit(room) : { unit, room }
  return roomName({ building, ...inner })
}

function splitJoined(text: string): Parts | undefined {
  const [, building, rest] = buildingFirst.exec(text) ?? []
  if (building !== undefined && rest !== undefined) return { building, ...splitUnit(rest) }
  const dashed = text.split(/[-_/]/)
  const [first = '', second = '', third] = dashed
  if (dashed.some((part) => part === '')) return undefined
  if (dashed.length === 2) return { building: first, unit: '', room: second }
  if (dashed.length === 3) return { building: first, unit: second, room: third ?? '' }
  // `商铺05`, `B15`: a home of its own name. Digits alone could be any building's.
  return dashed.length === 1 && /\D/.test(text.replace(roomSuffix, ''))
    ? { building: '', unit: '', room: text }
    : undefined
}

function splitUnit(text: string): Pick<Parts, 'unit' | 'room'> {
  const [, unit, room] = unitFirst.exec(text) ?? /^([^-]+)-([^-]+)$/.exec(text) ?? []
  return { unit: unit ?? '', room: (room ?? text).replace(floor, '') }
}

function roomName({ building, unit, room }: Parts): RoomName | undefined {
  const roomNo = room.replace(roomSuffix, '').replace(/\.0+$/, '')
  if (roomNo === '') return undefined
  const inBuilding = buildingKey(building)
  const inUnit = plainNumber(unit.replace(new RegExp(`${unitWord}$`), ''))
  return {
    key: [inBuilding, inUnit, plainNumber(roomNo)].join('/'),
    building: /^[0-9A-Z]+$/.test(building) ? `${building}栋` : building,
    unit: inUnit === '' ? '' : `${inUnit}单元`,
    roomNo,
  }
}

const buildingKey = (building: string) => plainNumber(building.replace(new RegExp(`${buildingWord}$`), ''))

const tidy = (text: string) => withoutSpaces(text).replace(/[—–―]/g, '-').toUpperCase()

const digits = '零一二三四五六七八九'

/** A number as its plainest text: `03` → `3`, `三` → `3`, `十二` → `12`; other text unchanged. */
function plainNumber(text: string): string {
  if (/^\d+$/.test(text)) return text.replace(/^0+(?=\d)/, '')
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? []
  if (text === '' || (tens && ones && !ten)) return text
  const value = ten
    ? digits.indexOf(tens ?? '一') * 10 + Math.max(0, digits.indexOf(ones ?? '零'))
    : digits.indexOf(tens ?? ones ?? '零')
  return value > 0 ? String(value) : text
}

/** A building named by a sheet (`3栋`), for rolls that give each building a sheet of its own; else empty. */
export const buildingOfSheet = (sheet: string): string =>
  new RegExp(`^[0-9A-Z一二三四五六七八九十]{1,4}${buildingWord}$`).test(tidy(sheet)) ? tidy(sheet) : ''

/** A room for people to read: `8幢2单元1203`. */
export const sayRoom = ({ building, unit, roomNo }: RoomName): string => building + unit + roomNo
