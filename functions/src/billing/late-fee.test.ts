import { addDays, type BusinessDate, businessDate, daysBetween } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LateFeePolicy, type LoanPrimeRate, lateFee, type Principal, spansAfter } from './late-fee.ts'

const day = businessDate
const policy: LateFeePolicy = { clause: '合同第六条', dailyPpm: 50, afterDays: 0 }
const rates: LoanPrimeRate[] = [{ fromDate: day('2019-08-20'), yearlyPpm: 31_000 }]

/** 1,000 元, in the books since 2024, due at the end of 2025, never paid. */
const unpaid: Principal = {
  dueDate: day('2025-12-31'),
  history: [{ date: day('2024-01-01'), openFen: fen(100_000) }],
  paused: [],
}

describe('a late fee', () => {
  it('begins the day after the due date, or after the days of grace', () => {
    expect(lateFee(unpaid, policy, rates, day('2025-12-31')).totalFen).toBe(0)
    expect(lateFee(unpaid, policy, rates, day('2026-01-01')).totalFen).toBe(5)
    const patient = { ...policy, afterDays: 30 }
    expect(lateFee(unpaid, patient, rates, day('2026-01-30')).totalFen).toBe(0)
    expect(lateFee(unpaid, patient, rates, day('2026-01-31')).totalFen).toBe(5)
  })

  it('is simple interest on what was open when each day began: the day of a payment counts with what was open before', () => {
    const history = [...unpaid.history, { date: day('2026-01-11'), openFen: fen(40_000) }]
    const fee = lateFee({ ...unpaid, history }, policy, rates, day('2026-01-31'))
    expect(fee.spans).toEqual([
      { fromDate: '2026-01-01', toDate: '2026-01-11', days: 11, openFen: 100_000, lprYearlyPpm: null },
      { fromDate: '2026-01-12', toDate: '2026-01-31', days: 20, openFen: 40_000, lprYearlyPpm: null },
    ])
    expect(fee.totalFen).toBe(11 * 5 + 20 * 2)
  })

  it('is cut to 1.3 × LPR, day by day as the LPR moves', () => {
    const harsh = { ...policy, dailyPpm: 3_000 }
    const moving = [...rates, { fromDate: day('2026-01-20'), yearlyPpm: 30_000 }]
    const fee = lateFee(unpaid, harsh, moving, day('2026-01-31'))
    expect(fee.spans).toEqual([
      { fromDate: '2026-01-01', toDate: '2026-01-19', days: 19, openFen: 100_000, lprYearlyPpm: 31_000 },
      { fromDate: '2026-01-20', toDate: '2026-01-31', days: 12, openFen: 100_000, lprYearlyPpm: 30_000 },
    ])
    // 100000 × (19 × 0.031 + 12 × 0.030) × 1.3 ÷ 365 = 338.0… fen
    expect(fee.totalFen).toBe(338)
  })

  it('bears nothing for days on which the charge was held, and goes on with the day after', () => {
    const held = { ...unpaid, paused: [{ from: day('2026-01-11'), to: day('2026-01-20') }] }
    const fee = lateFee(held, policy, rates, day('2026-01-31'))
    expect(fee.spans.map(({ fromDate, toDate }) => [fromDate, toDate])).toEqual([
      ['2026-01-01', '2026-01-10'],
      ['2026-01-21', '2026-01-31'],
    ])
    expect(fee.totalFen).toBe(21 * 5)
    const stillHeld = { ...unpaid, paused: [{ from: day('2026-01-11'), to: null }] }
    expect(lateFee(stillHeld, policy, rates, day('2026-12-31')).totalFen).toBe(10 * 5)
  })

  it('bears nothing for days of which no LPR is known: without it there is no cap to keep', () => {
    expect(lateFee(unpaid, policy, [], day('2026-12-31')).totalFen).toBe(0)
    const later = [{ fromDate: day('2026-01-30'), yearlyPpm: 31_000 }]
    expect(lateFee(unpaid, policy, later, day('2026-01-31')).totalFen).toBe(10)
  })

  it('does not stop, or jump, at a thousand days', () => {
    const at = (days: number) => lateFee(unpaid, policy, rates, addDays(unpaid.dueDate, days)).totalFen
    expect([999, 1_000, 1_001, 1_500].map(at)).toEqual([4_995, 5_000, 5_005, 7_500])
  })

  it('never grows above the principal', () => {
    const dear = [{ fromDate: day('2019-08-20'), yearlyPpm: 240_000 }]
    const fee = lateFee(unpaid, { ...policy, dailyPpm: 3_000 }, dear, day('2030-12-31'))
    expect(fee).toMatchObject({ totalFen: 100_000, capped: true })
    expect(lateFee(unpaid, policy, rates, day('2026-12-31')).capped).toBe(false)
  })

  it('is only on what was late: what was paid in time bears none, also not as a cap', () => {
    const history = [...unpaid.history, { date: day('2025-12-31'), openFen: fen(100) }]
    const dear = [{ fromDate: day('2019-08-20'), yearlyPpm: 240_000 }]
    const fee = lateFee({ ...unpaid, history }, { ...policy, dailyPpm: 3_000 }, dear, day('2030-12-31'))
    expect(fee).toMatchObject({ totalFen: 100, capped: true })
  })
})

const start = day('2025-01-01')
const date = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(start, days))
const byDate = (a: { date: BusinessDate }, b: { date: BusinessDate }) => daysBetween(b.date, a.date)

const arbitraryPrincipal = fc.record({
  dueDate: date,
  history: fc
    .uniqueArray(fc.record({ date, openFen: fc.integer({ min: 0, max: 500_000 }).map(fen) }), {
      selector: (change) => change.date,
      minLength: 1,
      maxLength: 6,
    })
    .map((changes) => changes.toSorted(byDate)),
  paused: fc.array(
    fc
      .tuple(date, fc.option(fc.integer({ min: 0, max: 400 })))
      .map(([from, days]) => ({ from, to: days === null ? null : addDays(from, days) })),
    { maxLength: 3 },
  ),
})
const arbitraryPolicy = fc.record({
  clause: fc.constant('合同第六条'),
  dailyPpm: fc.integer({ min: 1, max: 5_000 }),
  afterDays: fc.integer({ min: 0, max: 90 }),
})
const arbitraryRates = fc
  .uniqueArray(fc.record({ date, yearlyPpm: fc.integer({ min: 1, max: 240_000 }) }), {
    selector: (rate) => rate.date,
    maxLength: 5,
  })
  .map((found) =>
    found.toSorted(byDate).map(({ date, yearlyPpm }): LoanPrimeRate => ({ fromDate: date, yearlyPpm })),
  )

/** The same, the long way: day after day, in exact fractions of 1/3,650,000,000 fen. */
function dayByDay(
  principal: Principal,
  { dailyPpm, afterDays }: LateFeePolicy,
  lpr: LoanPrimeRate[],
  asOf: BusinessDate,
) {
  let exact = 0n
  let late = 0
  for (let on = addDays(principal.dueDate, afterDays + 1); on <= asOf; on = addDays(on, 1)) {
    if (principal.paused.some(({ from, to }) => from <= on && on <= (to ?? on))) continue
    const open = principal.history.filter((change) => change.date < on).at(-1)?.openFen ?? 0
    const rate = lpr.filter(({ fromDate }) => fromDate <= on).at(-1)
    if (!rate || open === 0) continue
    const agreed = BigInt(dailyPpm) * 3_650n
    const cap = BigInt(rate.yearlyPpm) * 13n
    exact += BigInt(open) * (agreed < cap ? agreed : cap)
    late = Math.max(late, open)
  }
  const whole = exact / 3_650_000_000n
  const rounded = Number((exact % 3_650_000_000n) * 2n >= 3_650_000_000n ? whole + 1n : whole)
  return Math.min(rounded, late)
}

it('comes to what counting day by day comes to, whatever was paid and however the LPR moved', () => {
  fc.assert(
    fc.property(arbitraryPrincipal, arbitraryPolicy, arbitraryRates, date, (principal, its, lpr, asOf) => {
      const fee = lateFee(principal, its, lpr, asOf)
      expect(fee.totalFen).toBe(dayByDay(principal, its, lpr, asOf))
      for (const [at, span] of fee.spans.entries()) {
        expect(span.days).toBe(daysBetween(span.fromDate, span.toDate) + 1)
        expect(span.openFen).toBeGreaterThan(0)
        const next = fee.spans[at + 1]
        if (next) expect(next.fromDate > span.toDate).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

it('never falls as time goes by, so that a difference can always be posted', () => {
  fc.assert(
    fc.property(
      arbitraryPrincipal,
      arbitraryPolicy,
      arbitraryRates,
      date,
      date,
      (principal, its, lpr, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        const at = (asOf: BusinessDate) => lateFee(principal, its, lpr, asOf).totalFen
        expect(at(early)).toBeLessThanOrEqual(at(late))
      },
    ),
  )
})

it('is the same for a past day whatever happened after it', () => {
  fc.assert(
    fc.property(arbitraryPrincipal, arbitraryPolicy, arbitraryRates, date, (principal, its, lpr, asOf) => {
      const known = { ...principal, history: principal.history.filter((change) => change.date < asOf) }
      expect(lateFee(known, its, lpr, asOf)).toEqual(lateFee(principal, its, lpr, asOf))
    }),
  )
})

it('divides into what was posted before and the days after it', () => {
  fc.assert(
    fc.property(
      arbitraryPrincipal,
      arbitraryPolicy,
      arbitraryRates,
      date,
      date,
      (principal, its, lpr, asOf, cut) => {
        const { spans } = lateFee(principal, its, lpr, asOf)
        const before = lateFee(principal, its, lpr, [cut, asOf].toSorted()[0] ?? asOf).spans
        const days = (all: readonly { days: number; openFen: number }[]) =>
          all.reduce((sum, span) => sum + span.days * span.openFen, 0)
        expect(days(before) + days(spansAfter(spans, cut))).toBe(days(spans))
      },
    ),
  )
})
