import { addDays, businessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import {
  amountOf,
  givesNothing,
  type Measure,
  measureRelief,
  type OpenCharge,
  percentOf,
} from './measure-relief.ts'

const today = businessDate('2026-11-25')

const charge = (
  id: number,
  openFen: number,
  { isLateFee = false, isRelieved = false, due = '2026-01-31' } = {},
): OpenCharge => ({
  id: id as ChargeId,
  openFen: fen(openFen),
  dueDate: businessDate(due),
  isLateFee,
  isRelieved,
})

const standard = (over: Partial<Measure>): Measure => ({
  measure: 'percent',
  percent: null,
  sumMaxFen: null,
  deferralDays: null,
  instalmentsMax: null,
  waivesLateFee: false,
  months: 0,
  ...over,
})

const partsOf = (...measuring: Parameters<typeof measureRelief>) =>
  measureRelief(...measuring).parts.map(({ chargeId, amountFen }) => [chargeId, amountFen])

describe('a percentage', () => {
  const half = standard({ percent: 50 })

  it('is taken of what is open of each charge, to the fen, half up, and never of a late fee', () => {
    const charges = [charge(1, 1_001), charge(2, 1), charge(3, 500, { isLateFee: true }), charge(4, 0)]
    expect(partsOf(half, charges, today)).toEqual([
      [1, 501],
      [2, 1],
    ])
  })

  it('comes to no more than the standard says, shared by what each would have got', () => {
    const capped = standard({ percent: 50, sumMaxFen: fen(100) })
    expect(partsOf(capped, [charge(1, 200), charge(2, 400)], today)).toEqual([
      [1, 33],
      [2, 67],
    ])
  })

  it('may be less than the standard gives', () => {
    expect(
      measureRelief(half, [charge(1, 1_000)], today, { percent: 30, amountFen: null }).grant,
    ).toMatchObject({ percent: 30, principalFen: 300 })
  })

  it('lasts for so many months of bills from the day it is given', () => {
    const lasting = standard({ percent: 50, months: 12 })
    expect(measureRelief(lasting, [], today).grant.lastsUntil).toBe('2027-11-24')
    expect(measureRelief(lasting, [], businessDate('2026-02-28')).grant.lastsUntil).toBe('2027-02-27')
  })
})

describe('a sum', () => {
  const sum = standard({ measure: 'sum', sumMaxFen: yuan('15.00') })

  it('goes to what has been due longest, as far as it reaches', () => {
    const charges = [charge(1, 1_000, { due: '2026-03-31' }), charge(2, 1_000, { due: '2026-01-31' })]
    expect(partsOf(sum, charges, today)).toEqual([
      [2, 1_000],
      [1, 500],
    ])
  })

  it('is no more than is open', () => {
    expect(measureRelief(sum, [charge(1, 700)], today).grant.principalFen).toBe(700)
  })
})

describe('late fees', () => {
  const late = [charge(1, 1_000), charge(2, 30, { isLateFee: true }), charge(3, 20, { isLateFee: true })]

  it('are waived whole, beside principal or alone', () => {
    expect(partsOf(standard({ measure: 'late_fee', waivesLateFee: true }), late, today)).toEqual([
      [2, 30],
      [3, 20],
    ])
    const both = measureRelief(standard({ percent: 10, waivesLateFee: true }), late, today)
    expect(both.grant).toMatchObject({ principalFen: 100, lateFeeFen: 50 })
    expect(amountOf(both.grant)).toBe(150)
  })

  it('stay where the standard does not waive them', () => {
    expect(measureRelief(standard({ percent: 10 }), late, today).grant.lateFeeFen).toBe(0)
  })
})

it('a charge that was relieved already is not reduced again; its late fee may be waived, and time given for it', () => {
  const relieved = [
    charge(1, 500, { isRelieved: true }),
    charge(2, 30, { isLateFee: true }),
    charge(3, 1_000),
  ]
  expect(partsOf(standard({ percent: 50, waivesLateFee: true }), relieved, today)).toEqual([
    [3, 500],
    [2, 30],
  ])
  expect(partsOf(standard({ measure: 'sum', sumMaxFen: fen(600) }), relieved, today)).toEqual([[3, 600]])
  const time = measureRelief(standard({ measure: 'deferral', deferralDays: 30 }), relieved.slice(0, 1), today)
  expect(time.grant.deferredUntil).toBe(addDays(today, 30))
})

it('time is given to a day, and takes nothing off', () => {
  const measured = measureRelief(standard({ measure: 'deferral', deferralDays: 90 }), [charge(1, 5)], today)
  expect(measured.grant).toMatchObject({ deferredUntil: addDays(today, 90), principalFen: 0 })
  expect(measured.parts).toEqual([])
})

it.each([
  ['a percentage of what is paid', standard({ percent: 50 }), [charge(1, 0)]],
  ['a percentage of late fees alone', standard({ percent: 50 }), [charge(1, 9, { isLateFee: true })]],
  [
    'a waiver where there is no late fee',
    standard({ measure: 'late_fee', waivesLateFee: true }),
    [charge(1, 9)],
  ],
  ['time for what is paid', standard({ measure: 'deferral', deferralDays: 30 }), [charge(1, 0)]],
])('%s gives nothing', (_, measure, charges) => {
  expect(givesNothing(measureRelief(measure, charges, today).grant)).toBe(true)
})

describe('whatever the standard, the charges and the choice', () => {
  const anyStandard = fc.record({
    measure: fc.constantFrom('percent' as const, 'sum' as const, 'late_fee' as const),
    percent: fc.integer({ min: 1, max: 100 }),
    sumMaxFen: fc.option(fc.integer({ min: 1, max: 1_000_000 }).map(fen)),
    waivesLateFee: fc.boolean(),
  })
  const anyCharges = fc
    .array(
      fc.record({
        openFen: fc.integer({ min: 0, max: 1_000_000_000 }),
        isLateFee: fc.boolean(),
        due: fc.constantFrom('2026-01-31', '2026-06-30'),
      }),
      { maxLength: 12 },
    )
    .map((all) => all.map(({ openFen, ...how }, at) => charge(at + 1, openFen, how)))
  const anyChoice = fc.record({
    percent: fc.option(fc.integer({ min: 1, max: 100 })),
    amountFen: fc.option(fc.integer({ min: 0, max: 1_000_000 }).map(fen)),
  })

  it('nothing is taken off twice, beyond what is open, or beyond the most it may come to; and the parts are the sum', () => {
    fc.assert(
      fc.property(anyStandard, anyCharges, anyChoice, (given, charges, chosen) => {
        const measure = standard({
          ...given,
          percent: given.measure === 'percent' ? given.percent : null,
          sumMaxFen: given.measure === 'sum' ? (given.sumMaxFen ?? fen(1)) : given.sumMaxFen,
        })
        const { grant, parts } = measureRelief(measure, charges, today, chosen)
        const openOf = new Map(charges.map(({ id, openFen }) => [id, openFen]))
        expect(new Set(parts.map(({ chargeId }) => chargeId)).size).toBe(parts.length)
        for (const { chargeId, amountFen } of parts) {
          expect(amountFen).toBeGreaterThan(0)
          expect(amountFen).toBeLessThanOrEqual(openOf.get(chargeId) ?? 0)
        }
        expect(parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(amountOf(grant))
        for (const most of [measure.sumMaxFen, chosen.amountFen]) {
          if (most !== null) expect(grant.principalFen).toBeLessThanOrEqual(most)
        }
        if (!measure.waivesLateFee) expect(grant.lateFeeFen).toBe(0)
      }),
    )
  })

  it('a percentage is never above the amount, and the whole is the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 100 }),
        (of, percent) => {
          expect(percentOf(fen(of), percent)).toBeLessThanOrEqual(of)
          expect(percentOf(fen(of), 100)).toBe(of)
          expect(Math.abs(percentOf(fen(of), percent) * 100 - of * percent)).toBeLessThanOrEqual(50)
        },
      ),
    )
  })
})
