import { addDays, businessDate, formatDate, lastOfMonth } from '@anjiao/shared/calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeriod } from './read-period.ts'

const text = (value: string) => ({ kind: 'text', text: value }) as const
const read = (value: string) => {
  const period = readPeriod(text(value))
  return period && `${period.from}..${period.to}`
}
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(businessDate('2000-01-01'), days))

describe('a range', () => {
  it('is read in every way both of its days are written and parted', () => {
    const parted = fc.constantFrom('-', '~', '至', '到', '—', '–', '～', ' 至 ', '--')
    fc.assert(
      fc.property(day, day, parted, (from, to, sign) => {
        const period = `${from}..${to}`
        expect(read(`${from}${sign}${to}`)).toBe(period)
        expect(read(`${from.replaceAll('-', '.')}${sign}${to.replaceAll('-', '.')}`)).toBe(period)
        expect(read(`${from.replaceAll('-', '/')}${sign}${to.replaceAll('-', '/')}`)).toBe(period)
        expect(read(`${formatDate(from)}${sign}${formatDate(to)}`)).toBe(period)
        const months = `${from.slice(0, 7)}-01..${lastOfMonth(to)}`
        for (const mark of ['.', '-', '/', '']) {
          const written = [from, to].map((date) => date.slice(0, 7).replace('-', mark)).join(sign)
          expect(read(written)).toBe(months)
        }
        expect(
          read(
            `${Number(from.slice(0, 4))}年${Number(from.slice(5, 7))}月${sign}${to.slice(0, 4)}年${to.slice(5, 7)}月`,
          ),
        ).toBe(months)
      }),
    )
  })

  it.each([
    ['2025.01-2026.09', '2025-01-01..2026-09-30'],
    ['2025年1月至2026年9月', '2025-01-01..2026-09-30'],
    ['2025-01-01~2026-09-30', '2025-01-01..2026-09-30'],
    ['2025年1-9月', '2025-01-01..2025-09-30'],
    ['2025年1月-9月', '2025-01-01..2025-09-30'],
    ['2025年1月1日至2月15日', '2025-01-01..2025-02-15'],
    ['2024-2025', '2024-01-01..2025-12-31'],
    ['2025年1月1日起至2026年9月30日止', '2025-01-01..2026-09-30'],
  ])('%s is %s', (value, period) => {
    expect(read(value)).toBe(period)
  })
})

it('one month or one year is a period; one day is its month only when it is the first', () => {
  expect(read('2025年2月')).toBe('2025-02-01..2025-02-28')
  expect(read('2025')).toBe('2025-01-01..2025-12-31')
  expect(readPeriod({ kind: 'number', number: 46023, format: 'date', serial: 46023 })).toEqual({
    from: '2026-01-01',
    to: '2026-01-31',
  })
  expect(read('2025-02-15')).toBeUndefined()
})

it.each(['2025.13-2026.01', '2025年1月至今', '第一季度', '2025-01-32~2026-09-30', ''])(
  '%j is no period',
  (value) => {
    expect(read(value)).toBeUndefined()
  },
)
