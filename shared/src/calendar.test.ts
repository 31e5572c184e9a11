import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  businessDate,
  businessDateAt,
  dateOf,
  daysBetween,
  formatMonthDay,
  formatPeriod,
  lastOfMonth,
  monthPeriod,
  startOfDay,
  wholeMonths,
} from './calendar.ts'

const day = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(businessDate('1900-01-01'), days))

it('takes the day from Shanghai, wherever the server stands', () => {
  expect(businessDateAt(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22')
  expect(businessDateAt(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
  expect(startOfDay(businessDate('2026-11-23')).toISOString()).toBe('2026-11-22T16:00:00.000Z')
})

it('knows no 30 February and no 29 February outside leap years', () => {
  expect(() => businessDate('2026-02-30')).toThrow(RangeError)
  expect(dateOf(2025, 2, 29)).toBeUndefined()
  expect(dateOf(2024, 2, 29)).toBe('2024-02-29')
  expect(() => businessDate('2026-1-1')).toThrow(RangeError)
})

it('says a day without its year, where that goes without saying', () => {
  expect(formatMonthDay(businessDate('2026-12-05'))).toBe('12月5日')
})

it('adds days and counts them back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -10_000, max: 10_000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days)
    }),
  )
})

it('adds months without skipping one: 31 January + 1 is the end of February', () => {
  expect(addMonths(businessDate('2026-01-31'), 1)).toBe('2026-02-28')
  expect(addMonths(businessDate('2026-03-31'), -1)).toBe('2026-02-28')
  expect(addMonths(businessDate('2026-11-23'), 14)).toBe('2028-01-23')
})

describe('periods', () => {
  it('counts whole months, and none when a day is missing', () => {
    const period = { from: businessDate('2025-01-01'), to: businessDate('2026-09-30') }
    expect(wholeMonths(period)).toBe(21)
    expect(wholeMonths({ ...period, to: businessDate('2026-09-29') })).toBeUndefined()
    expect(monthPeriod('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  })

  it('is said as short as it can be', () => {
    const said = (from: string, to: string) =>
      formatPeriod({ from: businessDate(from), to: businessDate(to) })
    expect(said('2026-01-01', '2026-01-31')).toBe('2026年1月')
    expect(said('2026-01-01', '2026-09-30')).toBe('2026年1月–9月')
    expect(said('2026-01-01', '2026-12-31')).toBe('2026年')
    expect(said('2025-04-01', '2026-03-31')).toBe('2025年4月–2026年3月')
    expect(said('2026-01-05', '2026-01-31')).toBe('2026年1月5日–2026年1月31日')
  })

  it('a month is as long as its days', () => {
    fc.assert(
      fc.property(day, (date) => {
        const last = lastOfMonth(date)
        expect(addDays(last, 1).endsWith('-01')).toBe(true)
        expect(last.slice(0, 7)).toBe(date.slice(0, 7))
      }),
    )
  })
})
