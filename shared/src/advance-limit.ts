import { daysBetween, type Period, wholeMonths } from './calendar.ts'
import { addFen, type Fen, fen, formatYuan, maxFen, minFen, subtractFen, sumFen, zeroFen } from './money.ts'

/** 预存上限: how much a home may have paid ahead. Both: whichever is less. Neither: there is no limit. */
export interface AdvanceLimit {
  /** Months of what the home is usually charged a month. */
  readonly monthsMost: number | null
  readonly mostFen: Fen | null
}

/** What was charged for a period, the newest of its fee item. */
export interface UsualCharge {
  readonly amountFen: Fen
  readonly period: Period
}

/** What a home is usually charged a month: the newest charge of each fee item, by the month, rounded up. Pure. */
export const usualMonthlyFee = (charges: readonly UsualCharge[]): Fen =>
  sumFen(charges.map(({ amountFen, period }) => fen(Math.ceil(amountFen / monthsOf(period)))))

const daysAMonth = 30

/** A part of a month counts as a whole one, so that no fee a month is taken for more than was charged. */
const monthsOf = (period: Period): number =>
  wholeMonths(period) ?? Math.max(1, Math.ceil((daysBetween(period.from, period.to) + 1) / daysAMonth))

/**
 * How much may be paid ahead in all; undefined: any amount. Months say nothing for a home that was never charged: there only the
 * sum counts. Pure.
 */
export function mostAhead({ monthsMost, mostFen }: AdvanceLimit, monthlyFeeFen: Fen): Fen | undefined {
  const byMonths = monthsMost === null || monthlyFeeFen === 0 ? undefined : fen(monthlyFeeFen * monthsMost)
  if (byMonths === undefined) return mostFen ?? undefined
  return mostFen === null ? byMonths : minFen(byMonths, mostFen)
}

/** How much may be paid at once: all that is due, and ahead up to the limit. Pure. */
export const mostPayable = (
  mostAheadFen: Fen,
  { dueFen, advanceFen }: { readonly dueFen: Fen; readonly advanceFen: Fen },
): Fen => addFen(dueFen, maxFen(zeroFen, subtractFen(mostAheadFen, advanceFen)))

/** The limit in words that owners read. */
export function limitWords({ monthsMost, mostFen }: AdvanceLimit): string {
  const parts = [
    ...(monthsMost === null ? [] : [`${monthsMost} 个月的费用`]),
    ...(mostFen === null ? [] : [`${formatYuan(mostFen)} 元`]),
  ]
  return parts.length === 0 ? '预存不设上限' : `预存最多 ${parts.join('，也不超过 ')}`
}
