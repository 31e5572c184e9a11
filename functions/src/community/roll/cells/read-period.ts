import { type BusinessDate, dateOf, lastOfMonth, type Period } from '@anjiao/shared/calendar'
import type { Cell } from '../workbook/cell.ts'
import { dateText, dayOf, edgeDay, readDate, writtenDate } from './read-date.ts'

const to = '(?:起?[-~〜—–―至到]+)'
const range = new RegExp(`^${writtenDate}${to}${writtenDate}止?$`)
/** `2025年1-9月`, `2025年1月1日至9月30日`: the year is not said twice. */
const rangeInYear = new RegExp(`^${writtenDate}${to}(\\d{1,2})月(?:(\\d{1,2})日)?止?$`)
const groups = 6

/**
 * Reads a cell that holds a whole period: `2025.01-2026.09`, `2025年1月至2026年9月`, `2025-01-01~2026-09-30`,
 * `2025年1-9月`, or one month or year. Undefined when it is none;
 * whether it ends before it starts is for the caller to say.
 */
export function readPeriod(cell: Cell): Period | undefined {
  const text = dateText(cell)
  const both = range.exec(text)
  if (both) {
    return period(dayOf(both.slice(1, 1 + groups), 'first'), dayOf(both.slice(1 + groups), 'last'))
  }
  const inYear = rangeInYear.exec(text)
  if (inYear) {
    const from = dayOf(inYear.slice(1, 1 + groups), 'first')
    return period(from, laterInYear(from, inYear[1 + groups], inYear[2 + groups]))
  }
  const from = readDate(cell, 'first')
  const last = readDate(cell, 'last')
  return from === last ? monthOf(from) : period(from, last)
}

/** A day where a period should stand means its month, when it is the first; any other day means something else. */
const monthOf = (day: BusinessDate | undefined): Period | undefined =>
  day?.endsWith('-01') ? { from: day, to: lastOfMonth(day) } : undefined

function laterInYear(
  from: BusinessDate | undefined,
  month: string | undefined,
  day: string | undefined,
): BusinessDate | undefined {
  if (!from) return undefined
  const year = Number(from.slice(0, 4))
  const inMonth = Number(month)
  if (inMonth < 1 || inMonth > 12) return undefined
  return dateOf(year, inMonth, day === undefined ? edgeDay(year, inMonth, 'last') : Number(day))
}

const period = (from: BusinessDate | undefined, to: BusinessDate | undefined): Period | undefined =>
  from && to ? { from, to } : undefined
