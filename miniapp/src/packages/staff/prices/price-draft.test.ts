import { businessDate } from '@anjiao/shared/calendar'
import { expect, test } from 'vitest'
import { type PriceDraft, readPrice } from './price-draft'
import { priceWords, samplePricing } from './price-words'

const draft = (over: Partial<PriceDraft>): PriceDraft => ({
  method: 'area',
  rate: '',
  fixed: '',
  tiers: [],
  fromDate: businessDate('2026-12-01'),
  publishedAs: '',
  ...over,
})
const tiers = (...rows: readonly (readonly [upTo: string, rate: string])[]) =>
  draft({ method: 'tier', tiers: rows.map(([upTo, rate]) => ({ upTo, rate })) })

test.each([
  [draft({ rate: '2.2' }), { method: 'area', rate: 22_000 }, '2.20 元/㎡·月'],
  [draft({ rate: '２．３５５' }), { method: 'area', rate: 23_550 }, '2.355 元/㎡·月'],
  [draft({ method: 'fixed', fixed: '1,300' }), { method: 'fixed', fixedFen: 130_000 }, '1,300.00 元/月'],
  [
    tiers(['10', '1'], ['30.5', '1.5'], ['', '3']),
    {
      method: 'tier',
      tiers: [
        { upTo: 1_000, rate: 10_000 },
        { upTo: 3_050, rate: 15_000 },
        { upTo: null, rate: 30_000 },
      ],
    },
    '0–10：1.00 元；10–30.5：1.50 元；30.5 以上：3.00 元',
  ],
] as const)('a price is read as typed and said back: %#', (typed, price, words) => {
  const read = readPrice(typed)
  expect(read).toEqual(price)
  expect(read && !('wrong' in read) && priceWords(read)).toBe(words)
})

test.each([
  ['a letter', draft({ rate: '2.2x' })],
  ['nothing at all to pay', draft({ rate: '0' })],
  ['five decimals', draft({ rate: '2.20001' })],
  ['half a fen', draft({ method: 'fixed', fixed: '1.005' })],
  ['tiers that do not rise', tiers(['30', '1'], ['10', '2'], ['', '3'])],
  ['an end of the last tier', tiers(['10', '1'], ['20', '2'])],
  ['a tier without an end before the last', tiers(['', '1'], ['', '2'])],
  ['tiers that are all free', tiers(['10', '0'], ['', '0'])],
])('%s is no price', (_, typed) => {
  expect(readPrice(typed)).toHaveProperty('wrong')
})

test('what is not typed yet is not called wrong', () => {
  expect(readPrice(draft({}))).toBeUndefined()
  expect(readPrice(tiers(['', ''], ['', '']))).toBeUndefined()
})

test.each([
  [{ method: 'area', rate: 22_000 }, '2.20 元/㎡·月 × 98.60 ㎡ × 1 个月 = 216.92 元'],
  [{ method: 'fixed', fixedFen: 30_000 }, '300.00 元/月 × 1 个月 = 300.00 元'],
  [
    {
      method: 'tier',
      tiers: [
        { upTo: 1_000, rate: 10_000 },
        { upTo: null, rate: 25_000 },
      ],
    },
    '(1.00 元 × 10 + 2.50 元 × 10) × 1 个月 = 35.00 元',
  ],
])('the formula is shown as those who pay will read it: %#', (price, formula) => {
  const read = readPrice(draft({ rate: '1' }))
  expect(read).toBeDefined()
  expect(samplePricing(price as Parameters<typeof samplePricing>[0]).formula).toBe(formula)
})
