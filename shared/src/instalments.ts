/** The rules of an instalment plan's amounts and days: the same on the phone, which shows them at once, and on the server, which decides. */

import { addDays, addMonths, type BusinessDate, dateOf, yearMonthDay } from './calendar.ts'
import { addFen, type Fen, fen, splitEqually, subtractFen, zeroFen } from './money.ts'

/** What an owner chooses. */
export interface PlanTerms {
  /** Paid within `downDays` of signing, before the first instalment. */
  readonly downFen: Fen
  readonly instalments: number
  /** 1: every month; 2, 3: every second, third. */
  readonly everyMonths: number
  /** 1 to 28, so that there is one in each month. */
  readonly dayOfMonth: number
}

/** The part of a plan policy that bounds the terms. */
export interface TermsPolicy {
  readonly downPercent: number
  readonly instalmentsMax: number
  readonly everyMonths: readonly number[]
  readonly instalmentMinFen: Fen
  /** Days from signing to the first instalment, at least. */
  readonly firstAfterDays: number
  readonly termMonthsMax: number
  /** Up to this debt, and this many instalments, nobody is asked. */
  readonly atOnceMaxFen: Fen
  readonly atOnceInstalmentsMax: number
}

export interface Instalment {
  /** 0 is the down payment. */
  readonly no: number
  readonly dueDate: BusinessDate
  readonly amountFen: Fen
}

/** Days that an owner has for the down payment, counted from the day on which they sign. */
export const downDays = 3

/** The smallest down payment: the policy's percentage of the debt, rounded up to the fen. */
export const smallestDownFen = (debtFen: Fen, downPercent: number): Fen =>
  fen(Math.floor(debtFen / 100) * downPercent + Math.ceil(((debtFen % 100) * downPercent) / 100))

/** On which days a plan that is signed on one begins: its down payment, and its first instalment, which comes after that. */
export const planDays = (
  signedOn: BusinessDate,
  dayOfMonth: number,
  { hasDown, firstAfterDays }: { readonly hasDown: boolean; readonly firstAfterDays: number },
): { downDue: BusinessDate; firstDue: BusinessDate } => ({
  downDue: addDays(signedOn, downDays),
  firstDue: firstDueDate(
    signedOn,
    dayOfMonth,
    hasDown ? Math.max(firstAfterDays, downDays + 1) : firstAfterDays,
  ),
})

/** The first day of the month chosen that lies at least so many days ahead. */
export function firstDueDate(today: BusinessDate, dayOfMonth: number, afterDays: number): BusinessDate {
  const earliest = addDays(today, afterDays)
  const [year, month] = yearMonthDay(earliest)
  const inMonth = dateOf(year, month, dayOfMonth)
  if (!inMonth || dayOfMonth > 28) throw new RangeError(`no day of every month: ${dayOfMonth}`)
  return inMonth >= earliest ? inMonth : addMonths(inMonth, 1)
}

/**
 * Every instalment with its day: together the debt to the fen, the earlier ones the larger where whole fen cannot be
 * shared. The down payment, where there is one, is instalment 0 and falls due on `downDue`.
 */
export function planSchedule(
  debtFen: Fen,
  { downFen, instalments, everyMonths }: Pick<PlanTerms, 'downFen' | 'instalments' | 'everyMonths'>,
  { downDue, firstDue }: { downDue: BusinessDate; firstDue: BusinessDate },
): Instalment[] {
  const parts = splitEqually(subtractFen(debtFen, downFen), instalments).map((amountFen, at) => ({
    no: at + 1,
    dueDate: addMonths(firstDue, at * everyMonths),
    amountFen,
  }))
  return downFen > 0 ? [{ no: 0, dueDate: downDue, amountFen: downFen }, ...parts] : parts
}

/** Why terms are outside a policy. */
export type TermsFault =
  | 'too-few'
  | 'too-many'
  | 'too-small'
  | 'too-long'
  | 'rhythm'
  | 'day'
  | 'down-too-small'
  | 'down-too-large'

/** What is wrong with terms under a policy, if anything is: the first thing one would put right. */
export function termsFault(debtFen: Fen, terms: PlanTerms, policy: TermsPolicy): TermsFault | undefined {
  const { downFen, instalments, everyMonths, dayOfMonth } = terms
  if (!policy.everyMonths.includes(everyMonths)) return 'rhythm'
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > 28) return 'day'
  if (downFen < smallestDownFen(debtFen, policy.downPercent)) return 'down-too-small'
  if (downFen >= debtFen) return 'down-too-large'
  if (instalments < 2) return 'too-few'
  if (instalments > policy.instalmentsMax) return 'too-many'
  if ((instalments - 1) * everyMonths > policy.termMonthsMax) return 'too-long'
  const smallest = Math.floor(subtractFen(debtFen, downFen) / instalments)
  return smallest < leastFen(policy) ? 'too-small' : undefined
}

/** Nobody pays nothing on a day. */
const leastFen = ({ instalmentMinFen }: TermsPolicy): number => Math.max(1, instalmentMinFen)

/** The most instalments that a debt can be spread over, with this rhythm and the smallest down payment; below 2: none. */
export function mostInstalments(debtFen: Fen, everyMonths: number, policy: TermsPolicy): number {
  const spread = subtractFen(debtFen, smallestDownFen(debtFen, policy.downPercent))
  const bySize = Math.floor(spread / leastFen(policy))
  const byTerm = Math.floor(policy.termMonthsMax / everyMonths) + 1
  return Math.min(policy.instalmentsMax, bySize, byTerm)
}

/** Whether the policy gives such a plan without asking anybody: `debtFen` with what is still open in other plans of the home. */
export const isGivenAtOnce = (debtFen: Fen, { instalments }: PlanTerms, policy: TermsPolicy): boolean =>
  debtFen <= policy.atOnceMaxFen && instalments <= policy.atOnceInstalmentsMax

/** How much of an instalment a sum paid on the whole plan has reached, oldest first. */
export function paidOf(instalments: readonly Instalment[], paidFen: Fen): Fen[] {
  let before = zeroFen
  return instalments.map(({ amountFen }) => {
    const part = fen(Math.min(amountFen, Math.max(0, paidFen - before)))
    before = addFen(before, amountFen)
    return part
  })
}
