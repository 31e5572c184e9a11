import { describe, expect, it } from 'vitest'
import { draftFen, noCount, readCount } from './count-draft'

describe('a count of notes and coins', () => {
  it('is what was typed, and nothing where nothing was', () => {
    expect(readCount(noCount)).toEqual([])
    expect(readCount({ 10000: '3', 50: '１２', 1: ' ' })).toEqual([
      { denomination: 10_000, pieces: 3 },
      { denomination: 50, pieces: 12 },
    ])
    expect(draftFen({ 10000: '3', 50: '2', 1: '7' })).toBe(30_107)
  })

  it('is no count while something in it is no number of pieces', () => {
    for (const typed of ['1.5', '-1', '三', '100001', '1e3'])
      expect(readCount({ 100: typed })).toBeUndefined()
  })
})
