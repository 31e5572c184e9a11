import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roomKeys, roomMatch } from './room-match.ts'

describe('a room as somebody writes it', () => {
  it.each([
    ['3栋1单元502'],
    ['3栋 1单元 502室'],
    ['3-1-502'],
    ['03-01-0502'],
    ['３－１－５０２'],
    ['三栋一单元502'],
    ['3号楼1门502号'],
    ['3#1单元502'],
    ['3/1/502'],
    ['3幢 一单元502房'],
  ])('%s is 3, 1, 502', (text) => {
    expect(roomKeys(text)).toEqual(['3', '1', '502'])
  })

  it.each([
    ['十二栋2101', ['12', '2101']],
    ['二十栋101', ['20', '101']],
    ['二十一幢101', ['21', '101']],
    ['a座12b', ['A', '12', 'B']],
    ['三里屯小区5栋', ['5']],
    ['我家', []],
  ])('%s is %j', (text, keys) => {
    expect(roomKeys(text)).toEqual(keys)
  })
})

describe('a room that was meant', () => {
  const fit = (written: string, room: string) => roomMatch(roomKeys(written), roomKeys(room))

  it.each([
    ['less than the room has', '502', '3/1/502'],
    ['no unit', '3栋502', '3/1/502'],
    ['a floor besides', '3栋1单元5楼502', '3/1/502'],
    ['a phase besides', '2期3-502', '3//502'],
  ])('may be written with %s', (_, written, room) => {
    expect(fit(written, room)).toBeGreaterThan(0)
  })

  it.each([
    ['another room', '3-1-501', '3/1/502'],
    ['another building', '4-1-502', '3/1/502'],
    ['another unit', '3-2-502', '3/1/502'],
    ['building and unit changed about', '1-3-502', '3/1/502'],
    ['a number that ends the same', '3-1-1502', '3/1/502'],
    ['no number', '我家', '3/1/502'],
  ])('is not %s', (_, written, room) => {
    expect(fit(written, room)).toBe(0)
  })

  it('is the better, the more of it was written', () => {
    expect(fit('3-1-502', '3/1/502')).toBeGreaterThan(fit('3-502', '3/1/502'))
    expect(fit('3-502', '3/1/502')).toBeGreaterThan(fit('502', '3/1/502'))
    expect(fit('3-502', '3//502')).toBeGreaterThan(fit('3-502', '3/1/502'))
  })

  it('is found by its own name, whichever numbers it has and however they are written', () => {
    const number = fc.integer({ min: 1, max: 99 }).map(String)
    const separator = fc.constantFrom('-', '/', ' ', '栋', '单元', '#')
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), separator, (numbers, mark) => {
        expect(roomMatch(roomKeys(numbers.join(mark)), numbers)).toBe(numbers.length * 2 + 1)
      }),
    )
  })
})
