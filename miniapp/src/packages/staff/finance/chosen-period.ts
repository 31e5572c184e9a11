import {
  addDays,
  addMonths,
  type BusinessDate,
  firstOfMonth,
  lastOfMonth,
  type Period,
} from '@anjiao/shared/calendar'

export type PeriodName = 'week' | 'days30' | 'month' | 'lastMonth'

/** Which days a name means, seen from a day. */
export function periodOf(name: PeriodName, today: BusinessDate): Period {
  switch (name) {
    case 'week':
      return { from: addDays(today, -6), to: today }
    case 'days30':
      return { from: addDays(today, -29), to: today }
    case 'month':
      return { from: firstOfMonth(today), to: today }
    case 'lastMonth': {
      const from = addMonths(firstOfMonth(today), -1)
      return { from, to: lastOfMonth(from) }
    }
  }
}
