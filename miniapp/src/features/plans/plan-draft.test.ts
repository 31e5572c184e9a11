import type { BusinessDate } from '@anjiao/shared/calendar'
import { fen, sumFen } from '@anjiao/shared/money'
import { describe, expect, test } from 'vitest'
import { aPlanPolicy } from '../../pages/testing/plan-fixtures'
import { draftPlan, type PlanSetting, type PlanWish } from './plan-draft'

const setting = (over: Partial<PlanSetting['policy']> = {}): PlanSetting => ({
  today: '2026-11-25' as BusinessDate,
  needsApproval: false,
  inPlansFen: fen(0),
  policy: aPlanPolicy(over),
})
const draft = (debt: number, wish: PlanWish = {}, over: Partial<PlanSetting['policy']> = {}) =>
  draftPlan(setting(over), fen(debt), wish)

describe('a plan that is being chosen', () => {
  test('is suggested as half a year of equal parts in the middle of each month, and comes to the debt', () => {
    const { terms, schedule = [] } = draft(195_228) ?? {}

    expect(terms).toEqual({ downFen: 0, instalments: 6, everyMonths: 1, dayOfMonth: 15 })
    expect(schedule.map(({ dueDate }) => dueDate)).toEqual([
      '2026-12-15',
      '2027-01-15',
      '2027-02-15',
      '2027-03-15',
      '2027-04-15',
      '2027-05-15',
    ])
    expect(sumFen(schedule.map(({ amountFen }) => amountFen))).toBe(195_228)
  })

  test('is what was wished for, as far as the policy goes', () => {
    expect(draft(195_228, { instalments: 60 })?.terms.instalments).toBe(12)
    expect(draft(195_228, { instalments: 1 })?.terms.instalments).toBe(2)
    expect(draft(35_000, { instalments: 6 })?.terms.instalments).toBe(3)
    expect(draft(195_228, { everyMonths: 3 })?.terms.everyMonths).toBe(1)
  })

  test('is suggested so that nobody needs to be asked, where that is to be had', () => {
    expect(draft(195_228, {}, { atOnceInstalmentsMax: 4 })).toMatchObject({
      terms: { instalments: 4 },
      atOnce: true,
    })
    expect(draft(195_228, { instalments: 5 }, { atOnceInstalmentsMax: 4 })?.atOnce).toBe(false)
    expect(draft(400_000)?.atOnce).toBe(false)
  })

  test('is looked at by staff when an earlier one was broken lately, whatever the terms', () => {
    expect(draftPlan({ ...setting(), needsApproval: true }, fen(195_228), {})?.atOnce).toBe(false)
    expect(draftPlan({ ...setting(), inPlansFen: fen(200_000) }, fen(195_228), {})?.atOnce).toBe(false)
  })

  test('offers only the rhythms by which the debt can be spread', () => {
    const quarterly = { everyMonths: [1, 3], termMonthsMax: 2 }
    expect(draft(195_228, { everyMonths: 3 }, quarterly)).toMatchObject({ rhythms: [1], most: 3 })
  })

  test('is none when the debt is too small to be spread', () => {
    expect(draft(15_000)).toBeUndefined()
    expect(draft(20_000)?.terms.instalments).toBe(2)
  })
})
