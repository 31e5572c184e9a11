import { addDays, type BusinessDate, daysBetween } from '@anjiao/shared/calendar'
import type { Pricing } from '@anjiao/shared/contract/billing'
import { type Fen, fen, maxFen, minFen, zeroFen } from '@anjiao/shared/money'

/** The late-fee clause of a service contract. */
export interface LateFeePolicy {
  /** Where it stands, e.g. `合同第六条第二款`. */
  readonly clause: string
  /** Millionths of the open principal a day: 千分之三 = 3000. */
  readonly dailyPpm: number
  /** Days after the due date that bear no fee. */
  readonly afterDays: number
}

/** 一年期 LPR in force from a day on, in millionths a year: 3.10 % = 31000. */
export interface LoanPrimeRate {
  readonly fromDate: BusinessDate
  readonly yearlyPpm: number
}

/** A charge that fell due, and what was open of it at the end of each day on which that changed, oldest first. */
export interface Principal {
  readonly dueDate: BusinessDate
  readonly history: readonly { readonly date: BusinessDate; readonly openFen: Fen }[]
  /** Days that bear nothing, first and last (null: until further notice): a plan was kept, an answer was awaited. */
  readonly paused: readonly { readonly from: BusinessDate; readonly to: BusinessDate | null }[]
}

export type LateFeeSpan = Extract<Pricing, { method: 'late_fee' }>['spans'][number]

export interface LateFee {
  readonly totalFen: Fen
  readonly spans: readonly LateFeeSpan[]
  /** Whether the total was cut to the principal. */
  readonly capped: boolean
}

/**
 * 违约金. What a late charge has cost from the day it fell due up to and including a day: simple interest, for each day
 * that began with principal open, at the clause's rate or at 1.3 × LPR, whichever is lower (民法典 585; 合同编通则解释
 * 64, 65), and never more than the principal that was late. A day on which the charge was held, or for which no LPR is known, bears
 * nothing. A year has
 * 365 days: of the two conversions in use (365, and 360 in 银发〔2005〕129号) the one that is never higher.
 * Exact; rounded once, half up. Pure: asked twice, or late, it answers the same.
 */
export function lateFee(
  principal: Principal,
  policy: LateFeePolicy,
  rates: readonly LoanPrimeRate[],
  asOf: BusinessDate,
): LateFee {
  const spans: LateFeeSpan[] = []
  let exact = 0n
  let lateFen = zeroFen
  for (const { fromDate, toDate } of stretches(principal, policy, rates, asOf)) {
    const openFen = principal.history.findLast(({ date }) => date < fromDate)?.openFen ?? zeroFen
    const rate = rateOn(fromDate, policy, rates)
    if (openFen === 0 || !rate || isPaused(fromDate, principal)) continue
    const days = daysBetween(fromDate, toDate) + 1
    exact += BigInt(openFen) * BigInt(days) * rate.perDay
    lateFen = maxFen(lateFen, openFen)
    add(spans, { fromDate, toDate, days, openFen, lprYearlyPpm: rate.lprYearlyPpm })
  }
  const roundedFen = fen(Number((2n * exact + wholeRate) / (2n * wholeRate)))
  return { totalFen: minFen(roundedFen, lateFen), spans, capped: roundedFen > lateFen }
}

/** The part of some spans that lies after a day. */
export function spansAfter(spans: readonly LateFeeSpan[], date: BusinessDate): LateFeeSpan[] {
  return spans.flatMap((span) => {
    if (span.toDate <= date) return []
    const fromDate = span.fromDate > date ? span.fromDate : addDays(date, 1)
    return [{ ...span, fromDate, days: daysBetween(fromDate, span.toDate) + 1 }]
  })
}

const isPaused = (day: BusinessDate, { paused }: Principal): boolean =>
  paused.some(({ from, to }) => from <= day && (to === null || day <= to))

/** The late days, cut wherever the open principal, the LPR or a pause may change. */
function stretches(
  { dueDate, history, paused }: Principal,
  { afterDays }: LateFeePolicy,
  rates: readonly LoanPrimeRate[],
  asOf: BusinessDate,
): { fromDate: BusinessDate; toDate: BusinessDate }[] {
  const first = addDays(dueDate, afterDays + 1)
  const changes = [
    ...history.map(({ date }) => addDays(date, 1)),
    ...rates.map(({ fromDate }) => fromDate),
    ...paused.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)])),
  ]
  const starts = [first, ...new Set(changes.filter((day) => day > first))].filter((day) => day <= asOf).sort()
  return starts.map((fromDate, at) => {
    const next = starts[at + 1]
    return { fromDate, toDate: next ? addDays(next, -1) : asOf }
  })
}

/** Rates are counted in parts of this, so that both a clause's millionths a day and 1.3 × LPR ÷ 365 are whole numbers. */
const wholeRate = 1_000_000n * 10n * 365n

function rateOn(
  day: BusinessDate,
  { dailyPpm }: LateFeePolicy,
  rates: readonly LoanPrimeRate[],
): { perDay: bigint; lprYearlyPpm: number | null } | undefined {
  const lpr = rates.findLast(({ fromDate }) => fromDate <= day)
  if (!lpr) return undefined
  const agreed = BigInt(dailyPpm) * 10n * 365n
  const cap = BigInt(lpr.yearlyPpm) * 13n
  return agreed <= cap ? { perDay: agreed, lprYearlyPpm: null } : { perDay: cap, lprYearlyPpm: lpr.yearlyPpm }
}

/** Adds a span, or lengthens the last one when nothing changed between them. */
function add(spans: LateFeeSpan[], span: LateFeeSpan): void {
  const last = spans.at(-1)
  const same =
    last?.openFen === span.openFen &&
    last.lprYearlyPpm === span.lprYearlyPpm &&
    addDays(last.toDate, 1) === span.fromDate
  if (!same) {
    spans.push(span)
    return
  }
  spans[spans.length - 1] = { ...last, toDate: span.toDate, days: last.days + span.days }
}
