import { describe, expect, it } from 'vitest'
import { roomsInText } from './rooms-in-text.ts'

describe('a remark', () => {
  it.each([
    ['3-1-502物业费', ['3/1/502']],
    ['3栋1单元502室 王小明', ['3/1/502']],
    ['三栋一单元502', ['3/1/502']],
    ['８幢２单元１２０３ 物业费', ['8/2/1203']],
    ['A座1201租金', ['A//1201']],
    ['12号楼 3门 0402 及 12号楼3门401', ['12/3/402', '12/3/401']],
    ['代付 5-801 车位', ['5//801']],
  ])('%s speaks of a home', (text, keys) => {
    expect(roomsInText(text)).toEqual(keys)
  })

  it.each(['物业费', '转账', '13900000001', '2026-11-23', '', '尾号1234'])('%s speaks of none', (text) => {
    expect(roomsInText(text)).toEqual([])
  })
})
