import {
  addDays,
  addMonths,
  type BusinessDate,
  businessDate,
  firstOfMonth,
  type Period,
} from '@anjiao/shared/calendar'
import type { BillingCycle } from '@anjiao/shared/vocabulary'
import { Refusal } from '../platform/refusal.ts'

export interface RunRequest {
  readonly cycle: BillingCycle
  /** The first day of the first month. */
  readonly fromDate: BusinessDate
  readonly dueDate: BusinessDate
}

const months = { monthly: 1, quarterly: 3, yearly: 12 } as const satisfies Record<BillingCycle, number>

/** A mistyped year is the usual reason for a day further off than this. */
const monthsAheadMax = 12

/**
 * 账期. The whole months that a run is for. Refused as `bad-input` when it does not begin with a month or begins more
 * than a year ahead, or when what it bills would be overdue at once or fall due more than a year after its end.
 */
export function runPeriod({ cycle, fromDate, dueDate }: RunRequest, today: BusinessDate): Period {
  refuseUnlessReal(fromDate, dueDate)
  const to = addDays(addMonths(fromDate, months[cycle]), -1)
  if (fromDate !== firstOfMonth(fromDate)) throw wrong('账期要从某个月的1日开始')
  if (fromDate > addMonths(today, monthsAheadMax)) throw wrong('账期最多可以提前一年')
  if (dueDate < today) throw wrong('缴费截止日不能早于今天')
  if (dueDate > addMonths(to < today ? today : to, monthsAheadMax)) throw wrong('缴费截止日太晚')
  return { from: fromDate, to }
}

function refuseUnlessReal(...dates: readonly BusinessDate[]): void {
  for (const date of dates) {
    try {
      businessDate(date)
    } catch {
      throw wrong(`没有 ${date} 这一天`)
    }
  }
}

const wrong = (detail: string) => new Refusal('bad-input', { detail })
