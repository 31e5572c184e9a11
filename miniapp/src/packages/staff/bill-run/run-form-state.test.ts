import { businessDate } from '@anjiao/shared/calendar'
import { expect, test } from 'vitest'
import { monthsToOffer, runPeriodText, suggestedDueDate, suggestedRun } from './run-form-state'

const today = businessDate('2026-11-23')

test.each([
  ['monthly', '2026-11-01', '2026年11月'],
  ['quarterly', '2026-10-01', '2026年10月–12月'],
  ['yearly', '2026-01-01', '2026年'],
] as const)('a %s run begins with the period under way', (cycle, fromDate, period) => {
  const run = suggestedRun(cycle, today)
  expect(run.fromDate).toBe(fromDate)
  expect(runPeriodText(run)).toBe(period)
})

test('bills are due at the end of their first month, but never without fifteen days of notice', () => {
  expect(suggestedDueDate(businessDate('2027-01-01'), today)).toBe('2027-01-31')
  expect(suggestedDueDate(businessDate('2026-11-01'), today)).toBe('2026-12-08')
})

test('a year back and a year ahead are offered', () => {
  const months = monthsToOffer(today)
  expect(months[0]).toEqual({ value: '2027-11-01', label: '2027年11月' })
  expect(months[months.length - 1]?.value).toBe('2025-11-01')
})
