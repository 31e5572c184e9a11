import { daysBetween, type Period } from '@anjiao/shared/calendar'
import { Refusal } from '../platform/refusal.ts'

/** A quarter. */
const daysMost = 92

/** Refused as `finance-period` when the days make no period, or too long a one. */
export function requirePeriod({ from, to }: Period): void {
  const days = daysBetween(from, to) + 1
  if (days < 1 || days > daysMost) throw new Refusal('finance-period', { days: daysMost })
}
