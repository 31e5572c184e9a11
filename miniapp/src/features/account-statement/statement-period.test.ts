import { businessDate } from '@anjiao/shared/calendar'
import { expect, test } from 'vitest'
import { firstPicked, monthsToOffer, periodOf } from './statement-period'

const today = businessDate('2026-03-31')
const months = (fromMonth: string, toMonth: string) => periodOf({ kind: 'months', fromMonth, toMonth }, today)

test('this year ends today, last year is whole', () => {
  expect(periodOf(firstPicked(today), today)).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(periodOf({ ...firstPicked(today), kind: 'lastYear' }, today)).toEqual({
    from: '2025-01-01',
    to: '2025-12-31',
  })
})

test('months of one’s own begin with the first and end with the last day; the wrong way round they are none', () => {
  expect(months('2025-11', '2026-02')).toEqual({ from: '2025-11-01', to: '2026-02-28' })
  expect(months('2026-02', '2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(months('2026-02', '2026-01')).toBeUndefined()
})

test('three years of months are offered, the newest first, each once', () => {
  const offered = monthsToOffer(today)
  expect(offered[0]).toBe('2026-03')
  expect(offered[35]).toBe('2023-04')
  expect(new Set(offered).size).toBe(36)
})
