/**
 * The calendar of the books. A business date is a day in Asia/Shanghai (UTC+8 the whole year, no daylight saving
 * since 1991), written `YYYY-MM-DD`, so that dates compare as text. An instant is a Date, in UTC.
 */

/** 业务日期. A real day, `YYYY-MM-DD`, in Asia/Shanghai. */
export type BusinessDate = string & { readonly __brand: 'BusinessDate' }

/** 账期. First and last day, both included. */
export interface Period {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

const dayMs = 86_400_000
const shanghaiMs = 8 * 3_600_000
const epochDay = (date: BusinessDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs
const fromEpochDay = (day: number): BusinessDate =>
  new Date(day * dayMs).toISOString().slice(0, 10) as BusinessDate

/** The business date in Asia/Shanghai at an instant. */
export const businessDateAt = (instant: Date): BusinessDate =>
  new Date(instant.getTime() + shanghaiMs).toISOString().slice(0, 10) as BusinessDate

/** The instant at which a business date begins in Asia/Shanghai. */
export const startOfDay = (date: BusinessDate): Date => new Date(epochDay(date) * dayMs - shanghaiMs)

/** Accepts text as a business date. Throws RangeError unless it is a real day between 1900 and 2199, `YYYY-MM-DD`. */
export function businessDate(text: string): BusinessDate {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const date = found && dateOf(Number(found[1]), Number(found[2]), Number(found[3]))
  if (!date) throw new RangeError(`not a day of the calendar: ${text}`)
  return date
}

/** The business date of a year, month (1–12) and day of the month, or undefined when there is no such day. */
export function dateOf(year: number, month: number, day: number): BusinessDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined
  if (day > daysInMonth(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as BusinessDate
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export const addDays = (date: BusinessDate, days: number): BusinessDate => fromEpochDay(epochDay(date) + days)

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number => epochDay(to) - epochDay(from)

/** The same day some months later; the last day of the month where there is no such day (31 January + 1 = 28 or 29 February). */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const [year, month, day] = yearMonthDay(date)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return businessDate(
    `${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(day, daysInMonth(toYear, toMonth))).padStart(2, '0')}`,
  )
}

export const firstOfMonth = (date: BusinessDate): BusinessDate => `${date.slice(0, 7)}-01` as BusinessDate

export const lastOfMonth = (date: BusinessDate): BusinessDate => addDays(addMonths(firstOfMonth(date), 1), -1)

/** A calendar month (`2026-11`), as a period. Throws RangeError for anything else. */
export function monthPeriod(month: string): Period {
  const from = businessDate(`${month}-01`)
  return { from, to: lastOfMonth(from) }
}

/** How many whole calendar months a period covers, or undefined when it begins or ends inside a month. */
export function wholeMonths(period: Period): number | undefined {
  if (period.from !== firstOfMonth(period.from) || period.to !== lastOfMonth(period.to)) return undefined
  const [fromYear, fromMonth] = yearMonthDay(period.from)
  const [toYear, toMonth] = yearMonthDay(period.to)
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) + 1
}

/** A date for people to read: `2026年11月23日`. */
export function formatDate(date: BusinessDate): string {
  const [year, month, day] = yearMonthDay(date)
  return `${year}年${month}月${day}日`
}

/** A day of this year or the next, where the year goes without saying: `11月23日`. */
export function formatMonthDay(date: BusinessDate): string {
  const [, month, day] = yearMonthDay(date)
  return `${month}月${day}日`
}

/** A period for people to read, as short as it can be said: `2026年`, `2026年1月–9月`, `2026年1月`, or both dates. */
export function formatPeriod(period: Period): string {
  const months = wholeMonths(period)
  const [fromYear, fromMonth] = yearMonthDay(period.from)
  const [toYear, toMonth] = yearMonthDay(period.to)
  if (months === undefined) return `${formatDate(period.from)}–${formatDate(period.to)}`
  if (months === 1) return `${fromYear}年${fromMonth}月`
  if (fromYear !== toYear) return `${fromYear}年${fromMonth}月–${toYear}年${toMonth}月`
  return months === 12 ? `${fromYear}年` : `${fromYear}年${fromMonth}月–${toMonth}月`
}

export function yearMonthDay(date: BusinessDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

/** The time of day in Asia/Shanghai at an instant, to the second: `09:05:00`. */
export const timeOfDayAt = (instant: Date): string =>
  new Date(instant.getTime() + shanghaiMs).toISOString().slice(11, 19)
