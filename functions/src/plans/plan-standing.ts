import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import { type Instalment, paidOf } from '@anjiao/shared/instalments'
import { addFen, type Fen, maxFen, subtractFen, sumFen, zeroFen } from '@anjiao/shared/money'
import type { PlanEvent, PlanState } from '@anjiao/shared/plan-life'

/** What was signed, as far as time and payments can move it. */
export interface SignedTerms {
  readonly signedOn: BusinessDate
  readonly debtFen: Fen
  /** With the days as they have been moved since. */
  readonly instalments: readonly Instalment[]
  readonly graceDays: number
  /** An instalment short by no more than this counts as paid; the last one does not. */
  readonly toleranceFen: Fen
  readonly cureDays: number
}

/** What was open of all charges of a plan at the end of a day on which that changed. */
export interface OpenOnDay {
  readonly date: BusinessDate
  readonly openFen: Fen
  /** As much of it as nobody expects on that day: a charge is disputed, or relief asked for it, or was until lately. */
  readonly asideFen: Fen
}

export interface Happened {
  readonly event: Extract<PlanEvent, 'start' | 'lapse' | 'break' | 'cure' | 'keep'>
  readonly to: PlanState
  /** The day on which it happened, whenever it is noticed. */
  readonly on: BusinessDate
}

export interface PlanStanding {
  readonly state: PlanState
  readonly happened: readonly Happened[]
  readonly paidFen: Fen
  readonly openFen: Fen
  /** Of what is open: what is set aside at present. */
  readonly asideFen: Fen
  /** While it is broken and can be caught up: the last day for it, and with how much, if it were paid today. */
  readonly cure: { readonly until: BusinessDate; readonly missingFen: Fen } | null
}

/**
 * How a signed plan stands on a day, from the books alone: whatever route the money took, whenever anybody looks, and
 * however often. A day is judged when it has ended, so that `asOf` itself is still open for paying.
 *
 * - Money goes to the oldest instalment. One is missed when its grace days have ended and it is not paid: the plan is
 *   broken with the end of that day. Caught up within the cure days it goes on; that works once.
 * - Without the down payment by its day the plan never begins.
 * - What is set aside counts as paid for not being missed, and for nothing else.
 * - It is kept on the day on which nothing of its charges is open any more, however that came about.
 */
export function planStanding(
  terms: SignedTerms,
  history: readonly OpenOnDay[],
  asOf: BusinessDate,
): PlanStanding {
  const happened: Happened[] = []
  for (const day of daysToJudge(terms, history, asOf)) {
    const books = onDay(terms, history, day)
    for (;;) {
      const next = nextOn({ day, ended: day < asOf, ...books }, terms, happened)
      if (!next) break
      happened.push(next)
    }
  }
  const { paidFen, asideFen } = onDay(terms, history, asOf)
  const until = cureUntil(terms, happened)
  return {
    state: stateOf(happened),
    happened,
    paidFen,
    openFen: subtractFen(terms.debtFen, paidFen),
    asideFen,
    cure: until && asOf <= until ? { until, missingFen: subtractFen(fallenDue(terms, asOf), paidFen) } : null,
  }
}

interface Books {
  readonly paidFen: Fen
  readonly asideFen: Fen
}

interface Day extends Books {
  readonly day: BusinessDate
  /** Whether it is over, so that nothing can be paid on it any more. */
  readonly ended: boolean
}

/** What happens next on a day, after what has happened before; nothing: the day is done with. */
function nextOn(
  { day, ended, paidFen, asideFen }: Day,
  terms: SignedTerms,
  before: readonly Happened[],
): Happened | undefined {
  const coveredFen = addFen(paidFen, asideFen)
  switch (stateOf(before)) {
    case 'signed': {
      const down = terms.instalments.find(({ no }) => no === 0)
      if (!down || paidFen >= down.amountFen) return { event: 'start', to: 'active', on: day }
      return ended && day >= down.dueDate && coveredFen < down.amountFen
        ? { event: 'lapse', to: 'cancelled', on: day }
        : undefined
    }
    case 'active':
    case 'cured':
      if (paidFen >= terms.debtFen) return { event: 'keep', to: 'kept', on: day }
      return ended && coveredFen < requiredBy(terms, day)
        ? { event: 'break', to: 'broken', on: day }
        : undefined
    case 'broken': {
      const until = cureUntil(terms, before)
      return until && day <= until && paidFen >= lessTolerance(terms, fallenDue(terms, day))
        ? { event: 'cure', to: 'cured', on: day }
        : undefined
    }
    default:
      return undefined
  }
}

const stateOf = (happened: readonly Happened[]): PlanState => happened.at(-1)?.to ?? 'signed'

/** Until when a broken plan can be caught up; nothing when it is not broken, or was caught up before. */
function cureUntil({ cureDays }: SignedTerms, happened: readonly Happened[]): BusinessDate | undefined {
  const breaks = happened.filter(({ event }) => event === 'break')
  const [first] = breaks
  if (stateOf(happened) !== 'broken' || !first || breaks.length > 1 || cureDays === 0) return undefined
  return addDays(first.on, cureDays)
}

/** Every day from signing to `asOf` on which something may happen: the books moved, or grace or cure days ended. */
function daysToJudge(terms: SignedTerms, history: readonly OpenOnDay[], asOf: BusinessDate): BusinessDate[] {
  const days = [
    terms.signedOn,
    asOf,
    ...history.map(({ date }) => date),
    ...terms.instalments.map((instalment) => graceEnd(terms, instalment)),
  ]
  return [...new Set(days.filter((day) => terms.signedOn <= day && day <= asOf))].sort()
}

/** What had been paid on the plan by the end of a day, by whatever route (more open than the debt: nothing), and what was set aside. */
function onDay({ debtFen }: SignedTerms, history: readonly OpenOnDay[], day: BusinessDate): Books {
  const last = history.findLast(({ date }) => date <= day)
  const paidFen = maxFen(zeroFen, subtractFen(debtFen, last?.openFen ?? debtFen))
  return { paidFen, asideFen: last?.asideFen ?? zeroFen }
}

/** The last day on which an instalment may be paid. The down payment has no days of grace: nothing has begun yet. */
const graceEnd = ({ graceDays }: SignedTerms, { no, dueDate }: Instalment): BusinessDate =>
  no === 0 ? dueDate : addDays(dueDate, graceDays)

/** All instalments up to and with one. */
const upTo = ({ instalments }: SignedTerms, last: Instalment | undefined): Fen =>
  sumFen(
    instalments.filter(({ no }) => last !== undefined && no <= last.no).map(({ amountFen }) => amountFen),
  )

/** What must have been paid by the end of a day for the plan not to break. */
const requiredBy = (terms: SignedTerms, day: BusinessDate): Fen =>
  lessTolerance(
    terms,
    upTo(
      terms,
      terms.instalments.findLast((each) => graceEnd(terms, each) <= day),
    ),
  )

/** All instalments whose day has come. */
const fallenDue = (terms: SignedTerms, day: BusinessDate): Fen =>
  upTo(
    terms,
    terms.instalments.findLast(({ dueDate }) => dueDate <= day),
  )

const lessTolerance = ({ debtFen, toleranceFen }: SignedTerms, dueFen: Fen): Fen =>
  dueFen >= debtFen ? debtFen : maxFen(zeroFen, subtractFen(dueFen, toleranceFen))

/** `aside`: what is set aside covers it; nobody expects it for now. */
export type InstalmentState = 'paid' | 'upcoming' | 'aside' | 'grace' | 'missed'

/** How each instalment stands on a day, by what has been paid on the plan. */
export function instalmentStandings(
  terms: SignedTerms,
  { paidFen, asideFen }: Pick<PlanStanding, 'paidFen' | 'asideFen'>,
  today: BusinessDate,
): { paidFen: Fen; state: InstalmentState }[] {
  const parts = paidOf(terms.instalments, paidFen)
  const covered = paidOf(terms.instalments, addFen(paidFen, asideFen))
  return terms.instalments.map((instalment, at) => {
    const paid = parts[at] ?? zeroFen
    const short = at === terms.instalments.length - 1 ? zeroFen : terms.toleranceFen
    const enough = subtractFen(instalment.amountFen, short)
    if (paid >= enough) return { paidFen: paid, state: 'paid' }
    if ((covered[at] ?? zeroFen) >= enough) return { paidFen: paid, state: 'aside' }
    if (today <= instalment.dueDate) return { paidFen: paid, state: 'upcoming' }
    return { paidFen: paid, state: today <= graceEnd(terms, instalment) ? 'grace' : 'missed' }
  })
}

/** The next day, after today, on which time alone may change something, or somebody should be reminded; null: never. */
export function nextCheck(
  terms: SignedTerms,
  standing: PlanStanding,
  today: BusinessDate,
): BusinessDate | null {
  const { state, cure, paidFen, asideFen } = standing
  if (state === 'broken') return cure && addDays(cure.until, 1)
  if (state !== 'signed' && state !== 'active' && state !== 'cured') return null
  // What is set aside may be so no more tomorrow. And when a payment was taken back today, only the end of the day says
  // whether it is made up for.
  if (asideFen > 0 || paidFen < requiredBy(terms, today)) return addDays(today, 1)
  const days = terms.instalments.flatMap((each) => [
    addDays(each.dueDate, -noticeDays),
    each.dueDate,
    addDays(each.dueDate, 1),
    addDays(graceEnd(terms, each), 1),
  ])
  return days.filter((day) => day > today).sort()[0] ?? null
}

/** Days before an instalment on which the owner hears of it first. */
export const noticeDays = 3
