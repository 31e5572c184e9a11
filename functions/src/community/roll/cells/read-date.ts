import { addDays, type BusinessDate, businessDate, dateOf, daysInMonth } from '@anjiao/shared/calendar'
import type { Cell } from '../workbook/cell.ts'
import { formatDecimal } from './decimal.ts'

/** Which day a month or a year stands for: its first where a period begins, its last where it ends. */
export type Edge = 'first' | 'last'

const epoch = businessDate('1970-01-01')
const epochSerial = 25_569
/** 1990 to 2099: the days that can stand in a roll. Anything else that looks like a serial date is something else. */
const earliestSerial = 32_874
const latestSerial = 73_050
/** Of text that may be a date or a period; whatever is longer is prose. */
const longestDate = 100

const month = String.raw`(\d{1,2})`
/** A date as people write it, with or without day and month: `2026-01-01`, `2026.1`, `2026年1月1日`, `202601`. */
export const writtenDate = String.raw`(?:(\d{4})(\d{2})(\d{2})?|(\d{4})(?:[-./年]${month}(?:[-./月](\d{1,2})日?|月份?)?|年度?)?)`
const wholeDate = new RegExp(`^${writtenDate}$`)

/** Reads a cell as a day. Undefined for anything that is no day of the calendar. */
export function readDate(cell: Cell, edge: Edge): BusinessDate | undefined {
  if (cell.kind === 'number' && isSerial(cell)) return dayOfSerial(cell.serial)
  const found = wholeDate.exec(dateText(cell))
  return found ? dayOf(found.slice(1), edge) : undefined
}

/** The text of a cell that should hold a date: spaces and a time of day taken off. */
export function dateText(cell: Cell): string {
  if (cell.kind === 'number') {
    return cell.format === 'two-decimals' ? cell.number.toFixed(2) : formatDecimal(cell.number)
  }
  if (cell.text.length > longestDate) return ''
  return cell.text
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, '')
    .replace(/\s/g, '')
}

/** The day that the groups of `writtenDate` name. */
export function dayOf(groups: readonly (string | undefined)[], edge: Edge): BusinessDate | undefined {
  const [packedYear, packedMonth, packedDay, year = packedYear, month = packedMonth, day = packedDay] = groups
  const inYear = Number(year)
  const inMonth = month === undefined ? (edge === 'first' ? 1 : 12) : Number(month)
  if (inYear < 1990 || inYear > 2099) return undefined
  return dateOf(inYear, inMonth, day === undefined ? edgeDay(inYear, inMonth, edge) : Number(day))
}

export const edgeDay = (year: number, month: number, edge: Edge): number =>
  edge === 'first' ? 1 : daysInMonth(year, month)

/** The day of a serial date, or undefined when it is none between 1990 and 2099. A time of day is left away. */
export function dayOfSerial(serial: number): BusinessDate | undefined {
  if (serial < earliestSerial || serial >= latestSerial) return undefined
  return addDays(epoch, Math.floor(serial) - epochSerial)
}

/** A number that is a date by its format, or, unformatted, by its size: 46,204 is no year and no month. */
const isSerial = (cell: Cell & { kind: 'number' }) =>
  cell.format === 'date' || (cell.serial >= earliestSerial && cell.serial < latestSerial)

/**
 * Whether a month written as a number lost its zero: 2026.10 kept as a number shows as 2026.1. It is read as
 * January, as it shows; the row gets a warning.
 */
export const isAmbiguousMonth = (cell: Cell): boolean =>
  cell.kind === 'number' && cell.format === 'plain' && /^\d{4}\.1$/.test(formatDecimal(cell.number))
