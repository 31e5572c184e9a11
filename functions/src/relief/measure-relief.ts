import { addDays, addMonths, type BusinessDate } from '@anjiao/shared/calendar'
import type { ReliefGrant } from '@anjiao/shared/contract/relief-application'
import type { ChargeId } from '@anjiao/shared/ids'
import { addFen, type Fen, fen, minFen, splitFen, subtractFen, sumFen, zeroFen } from '@anjiao/shared/money'
import type { ReliefStandardRow } from '../platform/database-types.ts'

/** A charge that an application is about, or a late fee on one. */
export interface OpenCharge {
  readonly id: ChargeId
  readonly openFen: Fen
  readonly dueDate: BusinessDate
  /** 违约金: of a contract's clause, or brought in by a roll. It is waived, never reduced by a percentage. */
  readonly isLateFee: boolean
  /** Principal of it was let go because of an application, and that stands: no more of it is. */
  readonly isRelieved: boolean
}

export type Measure = Pick<
  ReliefStandardRow,
  'measure' | 'percent' | 'sumMaxFen' | 'deferralDays' | 'instalmentsMax' | 'waivesLateFee' | 'months'
>

/** How much of what a standard gives somebody decides to give. Null: all of it. */
export interface Chosen {
  readonly percent: number | null
  /** Principal at most. */
  readonly amountFen: Fen | null
}

export const allOfIt: Chosen = { percent: null, amountFen: null }

export interface ReliefPart {
  readonly chargeId: ChargeId
  readonly amountFen: Fen
}

export interface MeasuredRelief {
  readonly grant: ReliefGrant
  /** What is taken off each charge now; nothing is taken off more than once, or beyond what is open. */
  readonly parts: readonly ReliefPart[]
}

/** What a standard gives for charges on a day: a percentage of each, a sum to the oldest first, late fees, time. Pure. */
export function measureRelief(
  standard: Measure,
  charges: readonly OpenCharge[],
  on: BusinessDate,
  chosen: Chosen = allOfIt,
): MeasuredRelief {
  const open = charges.filter(({ openFen }) => openFen > 0)
  const percent = standard.percent === null ? null : (chosen.percent ?? standard.percent)
  const principal = principalParts(standard, open, { ...chosen, percent })
  const lateFee = standard.waivesLateFee
    ? open
        .filter(({ isLateFee }) => isLateFee)
        .map(({ id, openFen }) => ({ chargeId: id, amountFen: openFen }))
    : []
  const waits = open.length > 0
  return {
    grant: {
      percent,
      principalFen: total(principal),
      lateFeeFen: total(lateFee),
      deferredUntil: waits && standard.deferralDays !== null ? addDays(on, standard.deferralDays) : null,
      instalments: waits ? standard.instalmentsMax : null,
      lastsUntil: standard.months > 0 ? addDays(addMonths(on, standard.months), -1) : null,
    },
    parts: [...principal, ...lateFee],
  }
}

/** Whether there is nothing to grant: all is paid, or nothing of it is what the standard is for. */
export const givesNothing = ({ principalFen, lateFeeFen, ...time }: ReliefGrant): boolean =>
  principalFen === 0 &&
  lateFeeFen === 0 &&
  time.deferredUntil === null &&
  time.instalments === null &&
  time.lastsUntil === null

/** What is taken off now. */
export const amountOf = ({ principalFen, lateFeeFen }: ReliefGrant): Fen => addFen(principalFen, lateFeeFen)

/** A percentage of an amount, to the fen, half up: never above the amount. */
export const percentOf = (amountFen: Fen, percent: number): Fen =>
  fen(Math.floor((amountFen * percent + 50) / 100))

/** What is open of principal that was not relieved yet: what a sum or a percentage is taken from. */
export const openPrincipal = (charges: readonly OpenCharge[]): Fen =>
  sumFen(charges.filter(mayBeReduced).map(({ openFen }) => openFen))

const mayBeReduced = ({ isLateFee, isRelieved }: OpenCharge): boolean => !isLateFee && !isRelieved

function principalParts(
  { measure, sumMaxFen }: Measure,
  open: readonly OpenCharge[],
  { percent, amountFen }: Chosen,
): ReliefPart[] {
  const principals = open.filter(mayBeReduced)
  const cap = least(sumMaxFen, amountFen)
  if (measure === 'sum') return oldestFirst(principals, cap ?? zeroFen)
  if (measure !== 'percent' || percent === null) return []
  const parts = principals.map(({ id, openFen }) => ({
    chargeId: id,
    amountFen: percentOf(openFen, percent),
  }))
  return withoutNothing(cap !== null && cap < total(parts) ? spread(parts, cap) : parts)
}

function oldestFirst(principals: readonly OpenCharge[], sum: Fen): ReliefPart[] {
  let rest = sum
  const inOrder = principals.toSorted((a, b) =>
    a.dueDate === b.dueDate ? a.id - b.id : a.dueDate < b.dueDate ? -1 : 1,
  )
  return withoutNothing(
    inOrder.map(({ id, openFen }) => {
      const amountFen = minFen(rest, openFen)
      rest = subtractFen(rest, amountFen)
      return { chargeId: id, amountFen }
    }),
  )
}

/** Shares what there is by what each would have got. */
function spread(parts: readonly ReliefPart[], sum: Fen): ReliefPart[] {
  const shares = splitFen(
    sum,
    parts.map(({ amountFen }) => amountFen),
  )
  return parts.map(({ chargeId }, at) => ({ chargeId, amountFen: shares[at] ?? zeroFen }))
}

const withoutNothing = (parts: readonly ReliefPart[]): ReliefPart[] =>
  parts.filter(({ amountFen }) => amountFen > 0)

const total = (parts: readonly ReliefPart[]): Fen => sumFen(parts.map(({ amountFen }) => amountFen))

const least = (a: Fen | null, b: Fen | null): Fen | null => (a === null ? b : b === null ? a : minFen(a, b))
