import { expect, test } from 'vitest'
import { decimalText, readDecimal } from './decimal'

test.each([
  ['2.20', 4, 22_000],
  ['２．２', 4, 22_000],
  ['1,200', 2, 120_000],
  ['2.2000000', 4, 22_000],
  ['7.', 0, 7],
])('%s is read exactly', (text, places, value) => {
  expect(readDecimal(text, places)).toBe(value)
})

test.each([
  ['', 2],
  ['-1', 2],
  ['1.005', 2],
  ['1e3', 2],
  ['二', 2],
  ['12345678901', 2],
])('%s is not a number of so many decimals', (text, places) => {
  expect(readDecimal(text, places)).toBeUndefined()
})

test.each([
  [22_000, 4, 2, '2.20'],
  [5, 4, 2, '0.0005'],
  [300, 2, 0, '3'],
  [350, 2, 0, '3.5'],
])('%i is written as people write it', (value, places, shown, text) => {
  expect(decimalText(value, places, shown)).toBe(text)
})
