import { expect, it } from 'vitest'
import { maskedRoom } from './masked-room.ts'

it.each([
  ['8栋 2单元 1203', '8栋 12**'],
  ['8栋 1203室', '8栋 12**'],
  ['12栋 302', '12栋 3**'],
  ['3 1 502', '3 5**'],
  ['别墅区 7', '别墅区 **'],
  ['1203', '12**'],
  ['', '**'],
])('%s is read on a locked phone as %s: which building, and never which home', (room, masked) => {
  expect(maskedRoom(room)).toBe(masked)
})
