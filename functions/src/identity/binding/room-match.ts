/** A home as a list of what its name counts: `3栋 1单元 502` is 3, 1, 502. */
type RoomKeys = readonly string[]

const digits = '零一二三四五六七八九'
const chineseNumber = /([零一二三四五六七八九十]+)(?=号|栋|幢|座|楼|单元|门|梯|层|室)/g

/** The numbers and letters of a room as somebody wrote it: `三栋１单元0502室`, `3-1-502` and `3#1-502` all give 3, 1, 502. Pure. */
export function roomKeys(text: string): RoomKeys {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(chineseNumber, (written) => String(numberOf(written)))
  return (plain.match(/[A-Z]+|\d+/g) ?? []).map((key) => key.replace(/^0+(?=\d)/, ''))
}

/** 1 to 99, as buildings and units are counted. */
function numberOf(written: string): number {
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['零', written]
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + Math.max(0, digits.indexOf(ones))
}

/**
 * How well what somebody wrote fits a room: 0 when it does not, else the more the better. Both must end in the same
 * number, the room's own; before it one may say less than the other (`502` for 3栋 1单元 502) or more (`二期3栋5楼502`),
 * but nothing different. Pure.
 */
export function roomMatch(written: RoomKeys, room: RoomKeys): number {
  if (written.length === 0 || written.at(-1) !== room.at(-1)) return 0
  const [shorter, longer] = written.length <= room.length ? [written, room] : [room, written]
  if (!isWithin(shorter, longer)) return 0
  return shorter.length * 2 + (shorter.length === longer.length ? 1 : 0)
}

/** Whether one list is the other with some left out. */
function isWithin(shorter: RoomKeys, longer: RoomKeys): boolean {
  let at = 0
  for (const key of longer) if (key === shorter[at]) at++
  return at === shorter.length
}
