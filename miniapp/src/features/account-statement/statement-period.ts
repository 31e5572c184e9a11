import {
  addMonths,
  type BusinessDate,
  businessDate,
  firstOfMonth,
  monthPeriod,
  type Period,
} from '@anjiao/shared/calendar'

/** What somebody asks a statement for: a year at one press, or any months. */
export type PeriodKind = 'thisYear' | 'lastYear' | 'months'

/** Three years of months are offered. */
const monthsOffered = 36

/** Months as `2026-11`, the newest first. */
export const monthsToOffer = (today: BusinessDate): string[] =>
  Array.from({ length: monthsOffered }, (_, back) => addMonths(firstOfMonth(today), -back).slice(0, 7))

export interface PickedPeriod {
  readonly kind: PeriodKind
  readonly fromMonth: string
  readonly toMonth: string
}

/** What is shown first: this year, and its months so far. */
export const firstPicked = (today: BusinessDate): PickedPeriod => ({
  kind: 'thisYear',
  fromMonth: `${today.slice(0, 4)}-01`,
  toMonth: today.slice(0, 7),
})

/** The days that are meant; undefined when the months stand in the wrong order. This year ends today. */
export function periodOf(
  { kind, fromMonth, toMonth }: PickedPeriod,
  today: BusinessDate,
): Period | undefined {
  const year = Number(today.slice(0, 4))
  if (kind === 'thisYear') return { from: businessDate(`${year}-01-01`), to: today }
  if (kind === 'lastYear')
    return { from: businessDate(`${year - 1}-01-01`), to: businessDate(`${year - 1}-12-31`) }
  if (toMonth < fromMonth) return undefined
  return { from: monthPeriod(fromMonth).from, to: monthPeriod(toMonth).to }
}
