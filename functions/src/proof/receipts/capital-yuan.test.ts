import { type Fen, fen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yuan } from '../../local/testing/given.ts'
import { capitalYuan } from './capital-yuan.ts'

describe('an amount in capitals', () => {
  it.each([
    ['1952.28', '壹仟玖佰伍拾贰元贰角捌分'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['100500', '壹拾万零伍佰元整'],
    ['10', '壹拾元整'],
    ['10000000', '壹仟万元整'],
    ['100010000', '壹亿零壹万元整'],
    ['1000000001', '壹拾亿零壹元整'],
    ['0.50', '伍角整'],
    ['0.08', '捌分'],
    ['0', '零元整'],
  ])('%s is %s', (amount, words) => {
    expect(capitalYuan(yuan(amount))).toBe(words)
  })

  it('is refused for less than nothing', () => {
    expect(() => capitalYuan(fen(-1))).toThrow(RangeError)
  })
})

const amounts = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.maxSafeNat(),
  // Many noughts: where 零 is easily forgotten, or written twice.
  fc
    .array(fc.constantFrom(0, 0, 0, 1, 9), { minLength: 1, maxLength: 15 })
    .map((figures) => Number(figures.join(''))),
)

describe('any amount in capitals', () => {
  it('says that amount and no other: a reader who adds its words up comes to it', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readCapitals(capitalYuan(fen(amount)))).toBe(amount)
      }),
    )
  })

  it('says no nought twice, none before its unit, and ends so that nothing can be added', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const words = capitalYuan(fen(amount))
        expect(words).not.toMatch(/零零|零[仟佰拾万亿角分整]|^零[^元]/)
        expect(words).toMatch(amount % 10 === 0 ? /[元角]整$/ : /分$/)
      }),
    )
  })
})

/** Reads capitals as a person does: a digit times its place, four by four. */
function readCapitals(words: string): Fen {
  const [, whole = '', jiao = '', cents = ''] = /^(?:(.*)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(words) ?? []
  return fen(Number(readWhole(whole)) * 100 + digit(jiao) * 10 + digit(cents))
}

const digit = (word: string): number => Math.max('零壹贰叁肆伍陆柒捌玖'.indexOf(word), 0)

function readWhole(words: string): bigint {
  for (const [name, unit] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = words.lastIndexOf(name)
    if (at >= 0) return readWhole(words.slice(0, at)) * unit + readWhole(words.slice(at + 1))
  }
  const units: Readonly<Record<string, number>> = { 仟: 1_000, 佰: 100, 拾: 10 }
  const parts = words.matchAll(/([壹贰叁肆伍陆柒捌玖])([仟佰拾]?)/g)
  return [...parts].reduce(
    (sum, [, word = '', unit = '']) => sum + BigInt(digit(word) * (units[unit] ?? 1)),
    0n,
  )
}
