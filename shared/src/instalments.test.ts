import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, businessDate, daysBetween, yearMonthDay } from './calendar.ts'
import {
  firstDueDate,
  isGivenAtOnce,
  mostInstalments,
  type PlanTerms,
  paidOf,
  planDays,
  planSchedule,
  smallestDownFen,
  type TermsPolicy,
  termsFault,
} from './instalments.ts'
import { fen, sumFen, zeroFen } from './money.ts'

const day = businessDate
const policy: TermsPolicy = {
  downPercent: 0,
  instalmentsMax: 12,
  everyMonths: [1, 2],
  instalmentMinFen: fen(10_000),
  firstAfterDays: 7,
  termMonthsMax: 12,
  atOnceMaxFen: fen(300_000),
  atOnceInstalmentsMax: 6,
}
const terms: PlanTerms = { downFen: zeroFen, instalments: 3, everyMonths: 1, dayOfMonth: 5 }

describe('an instalment plan', () => {
  it('comes to the debt, the earlier instalments a fen larger where it cannot be shared', () => {
    const schedule = planSchedule(fen(100_001), terms, {
      downDue: day('2026-11-28'),
      firstDue: day('2026-12-05'),
    })
    expect(schedule).toEqual([
      { no: 1, dueDate: '2026-12-05', amountFen: 33_334 },
      { no: 2, dueDate: '2027-01-05', amountFen: 33_334 },
      { no: 3, dueDate: '2027-02-05', amountFen: 33_333 },
    ])
  })

  it('begins with the down payment, where one was agreed', () => {
    const days = { downDue: day('2026-11-28'), firstDue: day('2026-12-05') }
    const [down, first] = planSchedule(fen(100_000), { ...terms, downFen: fen(40_000) }, days)
    expect([down, first?.amountFen]).toEqual([{ no: 0, dueDate: '2026-11-28', amountFen: 40_000 }, 20_000])
  })

  it('falls due for the first time on the chosen day of a month, not sooner than the policy says', () => {
    expect(firstDueDate(day('2026-11-25'), 5, 7)).toBe('2026-12-05')
    expect(firstDueDate(day('2026-11-28'), 5, 7)).toBe('2026-12-05')
    expect(firstDueDate(day('2026-11-29'), 5, 7)).toBe('2027-01-05')
    expect(() => firstDueDate(day('2026-11-25'), 31, 7)).toThrow(RangeError)
  })

  it('falls due for the first time after the down payment, where there is one', () => {
    const days = (hasDown: boolean) => planDays(day('2026-11-25'), 26, { hasDown, firstAfterDays: 1 })
    expect(days(false)).toEqual({ downDue: '2026-11-28', firstDue: '2026-11-26' })
    expect(days(true)).toEqual({ downDue: '2026-11-28', firstDue: '2026-12-26' })
  })

  it.each([
    ['rhythm', { everyMonths: 3 }],
    ['day', { dayOfMonth: 29 }],
    ['down-too-large', { downFen: fen(100_000) }],
    ['too-few', { instalments: 1 }],
    ['too-many', { instalments: 13 }],
    ['too-long', { instalments: 8, everyMonths: 2 }],
    ['too-small', { instalments: 11 }],
  ] as const)('is outside the policy when it is %s', (fault, over) => {
    expect(termsFault(fen(100_000), { ...terms, ...over }, policy)).toBe(fault)
  })

  it('needs the policy’s share at the beginning, rounded up to the fen', () => {
    expect(smallestDownFen(fen(100_001), 10)).toBe(10_001)
    fc.assert(
      fc.property(fc.nat(1_000_000_000_000), fc.integer({ min: 0, max: 50 }), (debt, percent) => {
        const exact = (BigInt(debt) * BigInt(percent) + 99n) / 100n
        expect(smallestDownFen(fen(debt), percent)).toBe(Number(exact))
      }),
    )
    const demanding = { ...policy, downPercent: 10 }
    expect(termsFault(fen(100_001), { ...terms, downFen: fen(10_000) }, demanding)).toBe('down-too-small')
    expect(termsFault(fen(100_001), { ...terms, downFen: fen(10_001) }, demanding)).toBeUndefined()
  })

  it('is given at once up to the policy’s debt and number, and not beyond either', () => {
    expect(isGivenAtOnce(fen(300_000), { ...terms, instalments: 6 }, policy)).toBe(true)
    expect(isGivenAtOnce(fen(300_001), { ...terms, instalments: 6 }, policy)).toBe(false)
    expect(isGivenAtOnce(fen(300_000), { ...terms, instalments: 7 }, policy)).toBe(false)
  })
})

const arbitraryPolicy = fc.record({
  downPercent: fc.integer({ min: 0, max: 50 }),
  instalmentsMax: fc.integer({ min: 2, max: 60 }),
  everyMonths: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  instalmentMinFen: fc.integer({ min: 0, max: 100_000 }).map(fen),
  firstAfterDays: fc.integer({ min: 1, max: 31 }),
  termMonthsMax: fc.integer({ min: 1, max: 60 }),
  atOnceMaxFen: fc.integer({ min: 0, max: 1_000_000 }).map(fen),
  atOnceInstalmentsMax: fc.integer({ min: 0, max: 60 }),
})
const arbitraryTerms = fc.record({
  downFen: fc.integer({ min: 0, max: 1_000_000 }).map(fen),
  instalments: fc.integer({ min: 0, max: 61 }),
  everyMonths: fc.integer({ min: 0, max: 4 }),
  dayOfMonth: fc.integer({ min: 0, max: 31 }),
})
const arbitraryDebt = fc.integer({ min: 1, max: 10_000_000 }).map(fen)
const arbitraryDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2020-01-01'), days))

it('any terms that a policy takes come to the debt, on its days, none below the smallest', () => {
  let taken = 0
  fc.assert(
    fc.property(arbitraryDebt, arbitraryTerms, arbitraryPolicy, arbitraryDay, (debt, chosen, its, today) => {
      if (termsFault(debt, chosen, its)) return
      taken++
      const { downDue, firstDue } = planDays(today, chosen.dayOfMonth, {
        ...its,
        hasDown: chosen.downFen > 0,
      })
      const schedule = planSchedule(debt, chosen, { downDue, firstDue })
      expect(sumFen(schedule.map(({ amountFen }) => amountFen))).toBe(debt)
      const parts = schedule.filter(({ no }) => no > 0)
      expect(parts).toHaveLength(chosen.instalments)
      expect(daysBetween(today, firstDue)).toBeGreaterThanOrEqual(its.firstAfterDays)
      expect(daysBetween(today, firstDue)).toBeLessThan(Math.max(4, its.firstAfterDays) + 31)
      if (chosen.downFen > 0) expect(firstDue > downDue).toBe(true)
      for (const [at, { dueDate, amountFen }] of parts.entries()) {
        expect(amountFen).toBeGreaterThanOrEqual(its.instalmentMinFen)
        expect(amountFen).toBeGreaterThan(0)
        expect(yearMonthDay(dueDate)[2]).toBe(chosen.dayOfMonth)
        expect(dueDate).toBe(addMonths(firstDue, at * chosen.everyMonths))
      }
      const [largest = 0, smallest = 0] = [parts[0]?.amountFen, parts.at(-1)?.amountFen]
      expect(largest - smallest).toBeLessThanOrEqual(1)
      expect(parts.length).toBeLessThanOrEqual(mostInstalments(debt, chosen.everyMonths, its))
    }),
    { numRuns: 20_000 },
  )
  expect(taken).toBeGreaterThan(100)
})

it('as many instalments as it says can be had are taken, and one more is not', () => {
  fc.assert(
    fc.property(arbitraryDebt, arbitraryPolicy, (debt, its) => {
      const [everyMonths = 1] = its.everyMonths
      const most = mostInstalments(debt, everyMonths, its)
      const at = (instalments: number) => {
        const downFen = smallestDownFen(debt, its.downPercent)
        return termsFault(debt, { downFen, instalments, everyMonths, dayOfMonth: 5 }, its)
      }
      if (most >= 2) expect(at(most)).toBeUndefined()
      expect(at(Math.max(2, most + 1))).toBeDefined()
    }),
    { numRuns: 2_000 },
  )
})

it('money goes to the oldest instalment, and none of it is lost or made', () => {
  fc.assert(
    fc.property(arbitraryDebt, fc.integer({ min: 1, max: 24 }), fc.nat(12_000_000), (debt, count, paid) => {
      if (debt < count) return
      const days = { downDue: day('2026-12-01'), firstDue: day('2026-12-05') }
      const schedule = planSchedule(debt, { downFen: zeroFen, instalments: count, everyMonths: 1 }, days)
      const parts = paidOf(schedule, fen(paid))
      expect(sumFen(parts)).toBe(Math.min(paid, debt))
      const firstOpen = parts.findIndex((part, at) => part < (schedule[at]?.amountFen ?? 0))
      if (firstOpen >= 0) expect(parts.slice(firstOpen + 1).every((part) => part === 0)).toBe(true)
    }),
  )
})
