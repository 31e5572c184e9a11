import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildingOfSheet, readRoom, sayRoom } from './read-room.ts'

const joined = (room: string) => readRoom({ building: '', unit: '', room })

describe('one joined column', () => {
  it.each([
    ['3-1-502', '3/1/502'],
    ['3栋1单元502', '3/1/502'],
    ['3栋 1单元 502室', '3/1/502'],
    ['3幢-1单元-502', '3/1/502'],
    ['８幢２单元１２０３室', '8/2/1203'],
    ['8号楼2单元1203房', '8/2/1203'],
    ['8#楼-2-1203', '8/2/1203'],
    ['三栋一单元5层502', '3/1/502'],
    ['十二栋502', '12//502'],
    ['3栋502', '3//502'],
    ['3栋5楼502', '3//502'],
    ['A座1201', 'A//1201'],
    ['a座1201', 'A//1201'],
    ['A-1201', 'A//1201'],
    ['3/1/502', '3/1/502'],
    ['88弄12号302室', '88弄12//302'],
    ['3栋商铺05', '3//商铺05'],
    ['商铺05', '//商铺05'],
    ['B15', '//B15'],
  ])('%s is the home %s', (text, key) => {
    expect(joined(text)?.key).toBe(key)
  })

  it.each(['502', '502室', '', '3--502', '1-2-3-4'])(
    '%j does not say which building, so it is refused',
    (text) => {
      expect(joined(text)).toBeUndefined()
    },
  )

  it('is said as the file says it', () => {
    const said = (text: string) => {
      const room = joined(text)
      return room && sayRoom(room)
    }
    expect(said('8幢2单元1203室')).toBe('8幢2单元1203')
    expect(said('3-1-502')).toBe('3栋1单元502')
    expect(said('A座1201')).toBe('A座1201')
  })
})

describe('split columns', () => {
  it('need only the room; the building may also stand in the room', () => {
    expect(readRoom({ building: '3栋', unit: '1单元', room: '502' })?.key).toBe('3/1/502')
    expect(readRoom({ building: '03', unit: '01', room: '0502室' })?.key).toBe('3/1/502')
    expect(readRoom({ building: '3栋', unit: '', room: '3-1-502' })?.key).toBe('3/1/502')
    expect(readRoom({ building: '3栋', unit: '', room: '1-502' })?.key).toBe('3/1/502')
    expect(readRoom({ building: '3栋', unit: '1', room: '3-502' })?.key).toBe('3/1/502')
    expect(readRoom({ building: '别墅', unit: '', room: '12号' })?.key).toBe('别墅//12')
  })

  it('a room kept as a number with decimals is the same room', () => {
    expect(readRoom({ building: '1栋', unit: '1单元', room: '103.0' })?.roomNo).toBe('103')
  })
})

it('every way of writing a home names the same home', () => {
  const small = fc.integer({ min: 1, max: 99 })
  fc.assert(
    fc.property(small, small, fc.integer({ min: 101, max: 9999 }), (building, unit, room) => {
      const key = `${building}/${unit}/${room}`
      for (const text of [
        `${building}-${unit}-${room}`,
        `${building}栋${unit}单元${room}`,
        `${building}幢${unit}单元${room}室`,
        `${building}号楼-${unit}-${room}`,
        ` ${building} 栋 ${unit} 单元 ${room} 号`,
      ]) {
        expect(joined(text)?.key).toBe(key)
      }
      const split = readRoom({ building: `${building}座`, unit: String(unit), room: `${room}房` })
      expect(split?.key).toBe(key)
    }),
  )
})

it('takes the building from the name of a sheet only when it is nothing but that', () => {
  expect(buildingOfSheet('3栋')).toBe('3栋')
  expect(buildingOfSheet('Ａ座')).toBe('A座')
  expect(buildingOfSheet('业主档案')).toBe('')
  expect(buildingOfSheet('3栋欠费')).toBe('')
})
