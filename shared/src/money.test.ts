import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, formatYuan, parseYuan, plainYuan, splitEqually, splitFen, sumFen } from './money.ts'

describe('parseYuan', () => {
  it.each([
    ['1234.5', 123450],
    ['1,234.50', 123450],
    ['¥4088.61', 408861],
    ['￥ 12', 1200],
    ['１２３４．５６', 123456],
    ['88元', 8800],
    ['-88.5', -8850],
    ['¥-3', -300],
    ['0.10', 10],
    ['12.3400', 1234],
    ['7.', 700],
  ])('reads %s', (text, amount) => {
    expect(parseYuan(text)).toBe(amount)
  })

  it.each(['', '见附件', '1.234', '1.2.3', '--3', '1e3', '99999999999999999', '元', '.5.'])(
    'does not take %s for an amount',
    (text) => {
      expect(parseYuan(text)).toBeUndefined()
    },
  )

  it('reads back every amount that was written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(parseYuan(formatYuan(fen(amount)))).toBe(amount === 0 ? 0 : amount)
        expect(parseYuan(plainYuan(fen(amount)))).toBe(amount === 0 ? 0 : amount)
      }),
    )
  })
})

it('writes yuan with thousands and two decimals', () => {
  expect(formatYuan(fen(435166170))).toBe('4,351,661.70')
  expect(formatYuan(fen(-5))).toBe('-0.05')
})

it('refuses a fraction of a fen', () => {
  expect(() => fen(0.5)).toThrow(RangeError)
  expect(() => sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow(RangeError)
})

describe('splitEqually', () => {
  it('is splitting by equal weights, on phones that know no BigInt', () => {
    const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), (amount, parts) => {
        const weights = Array.from({ length: parts }, () => 1)
        expect(splitEqually(fen(amount), parts)).toEqual(splitFen(fen(amount), weights))
      }),
    )
  })

  it('refuses to split into nothing', () => {
    expect(() => splitEqually(fen(1), 0)).toThrow(RangeError)
    expect(() => splitEqually(fen(-1), 2)).toThrow(RangeError)
  })
})

describe('splitFen', () => {
  it('gives what cannot be shared to the largest remainders, earlier first', () => {
    expect(splitFen(fen(100), [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitFen(fen(10), [1, 2, 4])).toEqual([1, 3, 6])
  })

  it('neither loses nor makes a fen, and no part is a fen away from its exact share', () => {
    const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    const weights = fc
      .array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 40 })
      .filter((each) => each.some((weight) => weight > 0))
    fc.assert(
      fc.property(amounts, weights, (amount, parts) => {
        const shares = splitFen(fen(amount), parts)
        expect(sumFen(shares)).toBe(amount)
        const total = BigInt(parts.reduce((sum, weight) => sum + weight, 0))
        shares.forEach((share, at) => {
          const off = BigInt(share) * total - BigInt(amount) * BigInt(parts[at] ?? 0)
          expect(off < total && off > -total).toBe(true)
        })
      }),
    )
  })

  it('refuses to split by nothing', () => {
    expect(() => splitFen(fen(1), [0])).toThrow(RangeError)
    expect(() => splitFen(fen(-1), [1])).toThrow(RangeError)
  })
})
