import { fen, plainYuan } from '@anjiao/shared/money'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fiveDecimals } from '../testing/written-bill.ts'
import { billCount, billFen, billMilliFen, milliFen, roundToFen } from './bill-amounts.ts'

it('reads any amount exactly as it was written', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      expect(billFen(plainYuan(fen(amount)))).toBe(fen(amount))
      expect(billMilliFen(fiveDecimals(milliFen(amount)))).toBe(milliFen(amount))
    }),
  )
})

it.each([
  '',
  '-',
  '.',
  '1.',
  '.5',
  '+1.00',
  '1,000.00',
  '¥1',
  '１',
  '1e3',
  '0.001',
  ' 1',
  '90071992547409.93',
])('takes "%s" for no amount', (text) => {
  expect(billFen(text)).toBeUndefined()
})

it.each([
  ['0', 0],
  ['0.0', 0],
  ['-0.00', 0],
  ['4158.5', 415_850],
  ['4158.50000', 415_850],
])('reads "%s"', (text, amount) => {
  expect(billFen(text)).toBe(amount)
})

it('reads a number of rows as older bills write it, too', () => {
  expect([billCount('20'), billCount('20.0'), billCount('20.5'), billCount('-1')]).toEqual([
    20,
    20,
    undefined,
    undefined,
  ])
})

it.each([
  [499, 0],
  [500, 1],
  [1_499, 1],
  [-500, -1],
  [-499, 0],
  [0, 0],
])('rounds %s thousandths of a fen to %s', (amount, rounded) => {
  expect(roundToFen(milliFen(amount))).toBe(rounded)
})
