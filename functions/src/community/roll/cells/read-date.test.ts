import { addDays, type BusinessDate, businessDate, daysBetween, lastOfMonth } from '@anjiao/shared/calendar'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Cell } from '../workbook/cell.ts'
import { isAmbiguousMonth, readDate } from './read-date.ts'

const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: number, format: 'plain' | 'two-decimals' | 'date' = 'plain'): Cell => ({
  kind: 'number',
  number: value,
  format,
  serial: value,
})
const day = fc
  .integer({ min: 0, max: daysBetween(businessDate('1990-01-01'), businessDate('2099-12-30')) })
  .map((days) => addDays(businessDate('1990-01-01'), days))
const split = (date: BusinessDate) => date.split('-').map(Number)

it('reads back every day in every way it is written', () => {
  fc.assert(
    fc.property(day, (date) => {
      const [year, month, dayOfMonth] = split(date)
      const packed = date.replaceAll('-', '')
      const serial = daysBetween(businessDate('1970-01-01'), date) + 25569
      const cells = [
        ...[date, date.replaceAll('-', '/'), date.replaceAll('-', '.'), packed, `${date} 00:00:00`].map(text),
        ...[`${date}T00:00:00.000Z`, ` ${year} / ${month} / ${dayOfMonth} `].map(text),
        ...[`${year}-${month}-${dayOfMonth}`, `${year}.${month}.${dayOfMonth}`].map(text),
        text(`${year}年${month}月${dayOfMonth}日`),
        number(serial, 'date'),
        number(serial + 0.75, 'date'),
        number(serial),
        number(Number(packed)),
      ]
      for (const cell of cells) {
        expect(readDate(cell, 'first')).toBe(date)
        expect(readDate(cell, 'last')).toBe(date)
      }
    }),
  )
})

it('a month is its first day where a period begins, its last where it ends', () => {
  fc.assert(
    fc.property(day, (date) => {
      const [year, month] = split(date)
      const two = String(month).padStart(2, '0')
      const packed = `${year}${two}`
      for (const cell of [
        ...[`${year}-${two}`, `${year}.${month}`, `${year}/${month}`, `${year}年${month}月`, packed].map(
          text,
        ),
        ...[`${year}年${two}月份`].map(text),
        number(Number(packed)),
        number(Number(`${year}.${two}`), 'two-decimals'),
      ]) {
        expect(readDate(cell, 'first')).toBe(`${date.slice(0, 7)}-01`)
        expect(readDate(cell, 'last')).toBe(lastOfMonth(date))
      }
    }),
  )
})

it('a year is its first day, or its last', () => {
  for (const cell of [text('2026'), text('2026年'), text('2026年度'), number(2026)]) {
    expect(readDate(cell, 'first')).toBe('2026-01-01')
    expect(readDate(cell, 'last')).toBe('2026-12-31')
  }
})

it('a month as a plain number that may have lost its zero is January, and is said to be doubtful', () => {
  expect(readDate(number(2026.1), 'first')).toBe('2026-01-01')
  expect(isAmbiguousMonth(number(2026.1))).toBe(true)
  expect(isAmbiguousMonth(number(2026.12))).toBe(false)
  expect(isAmbiguousMonth(number(2026.1, 'two-decimals'))).toBe(false)
  expect(isAmbiguousMonth(text('2026.1'))).toBe(false)
  expect(readDate(number(2026.1, 'two-decimals'), 'first')).toBe('2026-10-01')
})

it.each([
  '2026-02-30',
  '2026-13-01',
  '26.1.1',
  '1-9月',
  '至今',
  '20261',
  '3026-01-01',
  '46204',
  '2026-0-1',
  '',
])('does not take %j for a day', (value) => {
  expect(readDate(text(value), 'first')).toBeUndefined()
})
