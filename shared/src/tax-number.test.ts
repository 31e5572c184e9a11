import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditCodeCheck, readTaxNumber } from './tax-number.ts'

const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'.split(''))
const first17 = fc.array(sign, { minLength: 17, maxLength: 17 }).map((signs) => signs.join(''))

describe('a tax number', () => {
  test.each([
    ['91350100M000100Y43', '91350100M000100Y43'],
    [' 91350100m000100y43 ', '91350100M000100Y43'],
    ['9135 0100 M000 100Y 43', '91350100M000100Y43'],
    ['110101700101123', '110101700101123'],
    ['11010119700101123400', '11010119700101123400'],
  ])('%s is read', (typed, read) => {
    expect(readTaxNumber(typed)).toBe(read)
  })

  test.each([
    '',
    '91350100M000100Y44',
    '12345678901234',
    '123456789012345678901',
    '91350100I000100Y43',
    '统一社会信用代码不是这样写的吧对',
  ])('%s is none', (typed) => {
    expect(readTaxNumber(typed)).toBeUndefined()
  })

  test('of eighteen is right with one last character alone, and one wrong sign, or two that changed places, is found', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), sign, (first, at, other) => {
        const check = creditCodeCheck(first)
        expect(readTaxNumber(`${first}${check}`)).toBe(`${first}${check}`)
        const wrong = first.slice(0, at) + other + first.slice(at + 1)
        if (wrong !== first) expect(readTaxNumber(`${wrong}${check}`)).toBeUndefined()
        const swapped =
          first.slice(0, at) + first.slice(at + 1, at + 2) + first.charAt(at) + first.slice(at + 2)
        if (swapped !== first) expect(readTaxNumber(`${swapped}${check}`)).toBeUndefined()
      }),
    )
  })
})
