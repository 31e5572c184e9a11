import type { BillYear, Charge } from '@anjiao/shared/contract/billing'

/** 待缴: what is still open; 全部: every charge. */
export type BillFilter = 'open' | 'all'

export interface ShownYears {
  readonly years: readonly BillYear[]
  /** How many charges are left out because of the limit. */
  readonly hidden: number
}

/**
 * The years of a bill list as they are shown: only what the filter lets through, and no more than `limit` charges, so
 * that ten years of monthly bills do not stop an old phone. The figures of a year stay those of the whole year.
 */
export function shownYears(years: readonly BillYear[], filter: BillFilter, limit: number): ShownYears {
  let room = limit
  let hidden = 0
  const shown: BillYear[] = []
  for (const year of years) {
    const wanted = filter === 'open' ? year.charges.filter(isOpen) : year.charges
    const charges = wanted.slice(0, room)
    room -= charges.length
    hidden += wanted.length - charges.length
    if (charges.length > 0) shown.push({ ...year, charges })
  }
  return { years: shown, hidden }
}

/** Nothing is to be paid of what goes when its plan is kept, though it is open until then. */
export const isToPay = ({ openFen, hold }: Pick<Charge, 'openFen' | 'hold'>): boolean =>
  openFen > 0 && !hold?.waives

/** What is still to be paid of a home's bills, oldest due first. */
export const chargesToPay = (years: readonly BillYear[]): Charge[] => openCharges(years).filter(isToPay)

/** What is still open of a home's bills, oldest due first. */
export const openCharges = (years: readonly BillYear[]): Charge[] =>
  years
    .flatMap(({ charges }) => charges)
    .filter(isOpen)
    .sort((a, b) => (a.dueDate === b.dueDate ? a.id - b.id : a.dueDate < b.dueDate ? -1 : 1))

const isOpen = ({ openFen }: Charge): boolean => openFen > 0
