import { addDays, businessDate, daysBetween } from '@anjiao/shared/calendar'
import { planSchedule } from '@anjiao/shared/instalments'
import { fen, sumFen } from '@anjiao/shared/money'
import { afterEvent, type PlanState } from '@anjiao/shared/plan-life'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  instalmentStandings,
  nextCheck,
  type OpenOnDay,
  planStanding,
  type SignedTerms,
} from './plan-standing.ts'

const day = businessDate

/** 900 元 in three, on the 5th of January, February and March; signed on 20 December. */
const terms: SignedTerms = {
  signedOn: day('2026-12-20'),
  debtFen: fen(90_000),
  instalments: planSchedule(
    fen(90_000),
    { downFen: fen(0), instalments: 3, everyMonths: 1 },
    { downDue: day('2026-12-23'), firstDue: day('2027-01-05') },
  ),
  graceDays: 7,
  toleranceFen: fen(100),
  cureDays: 10,
}
const withDown: SignedTerms = {
  ...terms,
  instalments: planSchedule(
    fen(90_000),
    { downFen: fen(30_000), instalments: 2, everyMonths: 1 },
    { downDue: day('2026-12-23'), firstDue: day('2027-01-05') },
  ),
}
/** What was open at the end of some days, and what of it was set aside. */
const open = (...changes: [string, number, number?][]): OpenOnDay[] =>
  changes.map(([date, openFen, aside = 0]) => ({
    date: day(date),
    openFen: fen(openFen),
    asideFen: fen(aside),
  }))
const told = (history: OpenOnDay[], asOf: string, its = terms) =>
  planStanding(its, history, day(asOf)).happened.map(({ event, on }) => `${event} ${on}`)

describe('a signed plan', () => {
  it('goes on while each instalment is paid before its grace days end, whatever day of them that is', () => {
    const history = open(['2026-12-01', 90_000], ['2027-01-12', 60_000], ['2027-02-05', 30_000])
    expect(told(history, '2027-03-12')).toEqual(['start 2026-12-20'])
  })

  it('is broken with the end of the last grace day, not during it', () => {
    expect(told([], '2027-01-12')).toEqual(['start 2026-12-20'])
    expect(told([], '2027-01-13')).toEqual(['start 2026-12-20', 'break 2027-01-12'])
  })

  it('is caught up within the cure days by everything that is due by then, once', () => {
    const history = open(['2027-01-20', 60_000], ['2027-03-01', 30_000])
    expect(told(history, '2027-03-30')).toEqual([
      'start 2026-12-20',
      'break 2027-01-12',
      'cure 2027-01-20',
      'break 2027-02-12',
    ])
  })

  it('stays broken when it is caught up too late, even by all of it', () => {
    expect(told(open(['2027-01-23', 0]), '2027-04-01')).toEqual(['start 2026-12-20', 'break 2027-01-12'])
    expect(told(open(['2027-01-22', 0]), '2027-04-01')).toEqual([
      'start 2026-12-20',
      'break 2027-01-12',
      'cure 2027-01-22',
      'keep 2027-01-22',
    ])
  })

  it('is kept on the day on which nothing is open any more, by whatever route and however early', () => {
    expect(told(open(['2026-12-20', 0]), '2026-12-20')).toEqual(['start 2026-12-20', 'keep 2026-12-20'])
  })

  it('lets an instalment be short by the tolerance, but not the last one', () => {
    const short = open(['2027-01-05', 60_090], ['2027-02-05', 30_050])
    expect(told(short, '2027-03-12')).toEqual(['start 2026-12-20'])
    expect(told([...short, ...open(['2027-03-05', 50])], '2027-03-13')).toEqual([
      'start 2026-12-20',
      'break 2027-03-12',
    ])
  })

  it('begins with the down payment, or never: for that there are no days of grace', () => {
    expect(told([], '2026-12-23', withDown)).toEqual([])
    expect(told([], '2026-12-24', withDown)).toEqual(['lapse 2026-12-23'])
    expect(told(open(['2026-12-22', 60_000]), '2026-12-24', withDown)).toEqual(['start 2026-12-22'])
  })

  it('is broken on the day a payment was taken back, when that leaves an instalment missed', () => {
    const history = open(['2027-01-05', 60_000], ['2027-01-25', 90_000])
    expect(told(history, '2027-01-25')).toEqual(['start 2026-12-20'])
    expect(nextCheck(terms, planStanding(terms, history, day('2027-01-25')), day('2027-01-25'))).toBe(
      '2027-01-26',
    )
    expect(told(history, '2027-01-26')).toEqual(['start 2026-12-20', 'break 2027-01-25'])
  })

  it('is not broken over what is set aside, and over it again when it is so no more', () => {
    const disputed = open(['2027-01-02', 90_000, 30_000])
    expect(told(disputed, '2027-02-12')).toEqual(['start 2026-12-20'])
    expect(told([...disputed, ...open(['2027-01-30', 90_000, 0])], '2027-01-31')).toEqual([
      'start 2026-12-20',
      'break 2027-01-30',
    ])
    expect(told(disputed, '2027-02-13')).toEqual(['start 2026-12-20', 'break 2027-02-12'])
    expect(told(open(['2026-12-21', 90_000, 30_000]), '2026-12-31', withDown)).toEqual([])
  })

  it('is caught up by money, not by a dispute that is opened afterwards', () => {
    expect(told(open(['2027-01-14', 90_000, 90_000]), '2027-02-20')).toEqual([
      'start 2026-12-20',
      'break 2027-01-12',
    ])
  })

  it('says until when and with how much it can be caught up', () => {
    const at = (asOf: string) => planStanding(terms, open(['2027-01-06', 80_000]), day(asOf)).cure
    expect(at('2027-01-12')).toBeNull()
    expect(at('2027-01-13')).toEqual({ until: '2027-01-22', missingFen: 20_000 })
    expect(at('2027-01-23')).toBeNull()
  })

  it('shows each instalment as paid, upcoming, in its grace days or missed', () => {
    const at = (paid: number, today: string, aside = 0) =>
      instalmentStandings(terms, { paidFen: fen(paid), asideFen: fen(aside) }, day(today)).map(
        ({ state, paidFen }) => [state, paidFen],
      )
    expect(at(40_000, '2027-02-06')).toEqual([
      ['paid', 30_000],
      ['grace', 10_000],
      ['upcoming', 0],
    ])
    expect(at(0, '2027-01-13')[0]).toEqual(['missed', 0])
    expect(at(10_000, '2027-02-06', 20_000).map(([state]) => state)).toEqual(['aside', 'grace', 'upcoming'])
  })
})

const start = day('2026-12-20')
const arbitraryTerms = fc
  .record({
    debt: fc.integer({ min: 10, max: 5_000_000 }),
    downShare: fc.integer({ min: 0, max: 50 }),
    instalments: fc.integer({ min: 2, max: 24 }),
    everyMonths: fc.integer({ min: 1, max: 3 }),
    firstIn: fc.integer({ min: 4, max: 40 }),
    graceDays: fc.integer({ min: 7, max: 30 }),
    toleranceFen: fc.integer({ min: 0, max: 500 }).map(fen),
    cureDays: fc.integer({ min: 0, max: 60 }),
  })
  .filter(({ debt, downShare, instalments }) => debt - Math.floor((debt * downShare) / 100) >= instalments)
  .map(({ debt, downShare, instalments, everyMonths, firstIn, ...policy }): SignedTerms => {
    const downFen = fen(Math.floor((debt * downShare) / 100))
    const days = { downDue: addDays(start, 3), firstDue: addDays(start, firstIn) }
    return {
      ...policy,
      signedOn: start,
      debtFen: fen(debt),
      instalments: planSchedule(fen(debt), { downFen, instalments, everyMonths }, days),
    }
  })

/** Payments, payments taken back and disputes, on any days: what was open at the end of each, within the debt. */
const arbitraryHistory = ({ debtFen }: SignedTerms) =>
  fc
    .uniqueArray(
      fc.record({
        after: fc.integer({ min: 0, max: 900 }),
        share: fc.integer({ min: 0, max: 100 }),
        asideShare: fc.constantFrom(0, 0, 0, 40, 100),
      }),
      { selector: ({ after }) => after, maxLength: 12 },
    )
    .map((moves) =>
      moves
        .toSorted((a, b) => a.after - b.after)
        .map(({ after, share, asideShare }): OpenOnDay => {
          const openFen = fen(Math.round((debtFen * share) / 100))
          return {
            date: addDays(start, after),
            openFen,
            asideFen: fen(Math.floor((openFen * asideShare) / 100)),
          }
        }),
    )
const arbitraryPlan = arbitraryTerms.chain((its) => fc.tuple(fc.constant(its), arbitraryHistory(its)))
const arbitraryDay = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays(start, days))

/** Each day for itself, in order, as somebody with a calendar and the books would do it. */
function dayByDay(its: SignedTerms, history: readonly OpenOnDay[], asOf: string): string[] {
  const happened: string[] = []
  let state: PlanState = 'signed'
  let broken: string | undefined
  let breaks = 0
  for (let today = its.signedOn; today <= asOf; today = addDays(today, 1)) {
    const books = history.filter(({ date }) => date <= today).at(-1)
    const { openFen, asideFen } = books ?? { openFen: its.debtFen, asideFen: 0 }
    const paid = its.debtFen - openFen
    const dueAfter = (days: number) =>
      sumFen(
        its.instalments
          .filter(({ no, dueDate }) => (no === 0 ? dueDate : addDays(dueDate, days)) <= today)
          .map(({ amountFen }) => amountFen),
      )
    const enough = (due: number, sum = paid) => sum >= (due >= its.debtFen ? due : due - its.toleranceFen)
    const down = its.instalments.find(({ no }) => no === 0)
    if (state === 'signed' && (!down || paid >= down.amountFen)) {
      happened.push(`start ${today}`)
      state = 'active'
    }
    if (state === 'broken' && breaks === 1 && broken && daysBetween(day(broken), today) <= its.cureDays) {
      if (its.cureDays > 0 && enough(dueAfter(0))) {
        happened.push(`cure ${today}`)
        state = 'cured'
      }
    }
    if ((state === 'active' || state === 'cured') && openFen === 0) {
      happened.push(`keep ${today}`)
      return happened
    }
    if (today === asOf) return happened
    if (state === 'signed' && down && today >= down.dueDate && paid + asideFen < down.amountFen)
      return [...happened, `lapse ${today}`]
    if ((state === 'active' || state === 'cured') && !enough(dueAfter(its.graceDays), paid + asideFen)) {
      happened.push(`break ${today}`)
      state = 'broken'
      broken = today
      breaks++
    }
  }
  return happened
}

it('stands as it would if each day were judged for itself, whatever was agreed, paid, missed, disputed or taken back', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryDay, ([its, history], asOf) => {
      const { happened } = planStanding(its, history, asOf)
      expect(happened.map(({ event, on }) => `${event} ${on}`)).toEqual(dayByDay(its, history, asOf))
    }),
    { numRuns: 400 },
  )
})

it('obeys the table of its life, and tells a past that no later day changes', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryDay, arbitraryDay, ([its, history], a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      const known = history.filter(({ date }) => date <= early)
      const then = planStanding(its, known, early).happened
      const now = planStanding(its, history, late).happened
      let state: PlanState = 'signed'
      for (const { event, to } of now) {
        expect(afterEvent(state, event)).toBe(to)
        state = to
      }
      expect(now.slice(0, then.length)).toEqual(then)
      expect(now.every(({ on }) => on <= late)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

it('asks to be looked at again before anything that time alone brings', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryDay, ([its, history], today) => {
      const known = history.filter(({ date }) => date <= today)
      const standing = planStanding(its, known, today)
      const next = nextCheck(its, standing, today)
      const sleptUntil = next ? addDays(next, -1) : addDays(today, 2_000)
      const later = planStanding(its, known, sleptUntil)
      const byTimeAlone = later.happened.slice(standing.happened.length)
      expect(byTimeAlone).toEqual([])
    }),
    { numRuns: 400 },
  )
})
