/**
 * A room as others may read it on a locked phone: `8栋 2单元 1203` is `8栋 12**`. The building stays, and at most the first
 * half of the number; how long that is, the stars do not say. Pure.
 */
export function maskedRoom(room: string): string {
  const [building = '', ...rest] = room.split(' ')
  const number = Array.from(rest.at(-1) ?? building)
  const begins = number.slice(0, Math.min(2, Math.floor(number.length / 2))).join('')
  return `${rest.length === 0 ? '' : `${building} `}${begins}**`
}
