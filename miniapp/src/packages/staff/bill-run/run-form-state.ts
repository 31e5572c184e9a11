import {
  addDays,
  addMonths,
  type BusinessDate,
  firstOfMonth,
  formatPeriod,
  lastOfMonth,
  yearMonthDay,
} from '@anjiao/shared/calendar'
import type { BillingCycle } from '@anjiao/shared/vocabulary'

export interface RunRequest {
  readonly cycle: BillingCycle
  readonly fromDate: BusinessDate
  readonly dueDate: BusinessDate
}

const monthsOf = { monthly: 1, quarterly: 3, yearly: 12 } as const satisfies Record<BillingCycle, number>

/** Time enough to hear of a bill before it is due. */
const noticeDays = 15

/** How far back and ahead months are offered; the server takes none that begins later. */
const monthsOffered = 12

/** What most people want to bill in this way today: the month, quarter or year under way. */
export function suggestedRun(cycle: BillingCycle, today: BusinessDate): RunRequest {
  const months = monthsOf[cycle]
  const [, month] = yearMonthDay(today)
  const fromDate = addMonths(firstOfMonth(today), -((month - 1) % months))
  return { cycle, fromDate, dueDate: suggestedDueDate(fromDate, today) }
}

/** The end of the first month, but never without notice. */
export function suggestedDueDate(fromDate: BusinessDate, today: BusinessDate): BusinessDate {
  const noticed = addDays(today, noticeDays)
  if (noticed > lastOfMonth(fromDate)) return noticed
  return lastOfMonth(fromDate)
}

/** `2026年10月–12月`. */
export const runPeriodText = ({ cycle, fromDate }: Pick<RunRequest, 'cycle' | 'fromDate'>): string =>
  formatPeriod({ from: fromDate, to: addDays(addMonths(fromDate, monthsOf[cycle]), -1) })

/** The months a run may begin with, latest first. */
export function monthsToOffer(today: BusinessDate): { value: BusinessDate; label: string }[] {
  const first = addMonths(firstOfMonth(today), monthsOffered)
  return Array.from({ length: 2 * monthsOffered + 1 }, (_, back) => {
    const value = addMonths(first, -back)
    return { value, label: runPeriodText({ cycle: 'monthly', fromDate: value }) }
  })
}
