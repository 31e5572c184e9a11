import { fen, formatYuan, plainYuan } from '@anjiao/shared/money'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Cell } from '../workbook/cell.ts'
import { readAmount } from './read-amount.ts'

const number = (value: number): Cell => ({ kind: 'number', number: value, format: 'plain', serial: value })
const text = (value: string): Cell => ({ kind: 'text', text: value })
const wide = (value: string) =>
  value.replace(/[0-9.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

it('reads back every amount in every way it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), (amount) => {
      const plain = plainYuan(fen(amount))
      const grouped = formatYuan(fen(amount))
      const cells = [
        number(Number(plain)),
        ...[plain, grouped, wide(grouped), `${plain}元`, ` ${grouped} `, `\u200B${plain}`].map(text),
        ...[`¥${grouped}`, `￥ ${plain}`, `${plain}00`].map(text),
      ]
      for (const cell of cells) expect(readAmount(cell)).toBe(amount)
    }),
  )
})

it('drops what floating point left over, as a number or as text, and nothing larger', () => {
  expect(readAmount(number(1938.4200000000001))).toBe(193842)
  expect(readAmount(text('1938.4200000000001'))).toBe(193842)
  expect(readAmount(number(0.1 + 0.2))).toBe(30)
  expect(readAmount(number(1.9999999999999998))).toBe(200)
  expect(readAmount(number(-5e-13))).toBe(0)
  expect(readAmount(number(1938.421))).toBe('too precise')
  expect(readAmount(number(0.125))).toBe('too precise')
  expect(readAmount(text('¥1,938.421'))).toBe('too precise')
})

it('a sum of amounts, made by a formula, is read to the fen', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 7 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(amounts, (list) => {
      const sum = list.reduce((total, amount) => total + amount / 100, 0)
      expect(readAmount(number(sum))).toBe(list.reduce((total, amount) => total + amount, 0))
    }),
  )
})

it.each(['见附件', '12元5', '1.2.3', '1e3', '十元', '--3', '12%', '9'.repeat(20)])(
  'does not take %s for an amount',
  (value) => {
    expect(readAmount(text(value))).toBe('not a number')
  },
)

it('takes no number beyond what is exact', () => {
  expect(readAmount(number(1e300))).toBe('not a number')
  expect(readAmount(number(2 ** 53))).toBe('not a number')
})
