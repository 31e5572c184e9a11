import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Cell } from '../workbook/cell.ts'
import { readArea, readRate } from './read-measure.ts'

const number = (value: number): Cell => ({ kind: 'number', number: value, format: 'plain', serial: value })
const text = (value: string): Cell => ({ kind: 'text', text: value })

it('reads back every area in 0.01 ㎡, with or without its unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 8 }), (hundredths) => {
      const area = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
      const cells = [
        number(Number(area)),
        ...['', '㎡', 'm²', ' 平方米', '平'].map((unit) => text(area + unit)),
      ]
      for (const cell of cells) expect(readArea(cell)).toBe(hundredths)
    }),
  )
})

it.each([
  ['2.2', 22000],
  ['2.20元', 22000],
  ['¥1.88', 18800],
  ['1.88元/㎡·月', 18800],
  ['1.88元/平方米/月', 18800],
  ['２．５０元／平方米．月', 25000],
  ['4.8元/月/㎡', 48000],
  ['1.2345', 12345],
  ['1.23456', 'too precise'],
  ['面议', 'not a number'],
  ['100元/户', 'not a number'],
] as const)('the rate %s is %s', (value, rate) => {
  expect(readRate(text(value))).toBe(rate)
})

it('a rate in a number cell is exact', () => {
  expect(readRate(number(2.2))).toBe(22000)
  expect(readRate(number(1.8800000000000001))).toBe(18800)
  expect(readRate(number(-2))).toBe(-20000)
})

it.each(['待测绘', '', '88.5.1', '约90'])('does not take %j for an area', (value) => {
  expect(readArea(text(value))).toBe('not a number')
})
