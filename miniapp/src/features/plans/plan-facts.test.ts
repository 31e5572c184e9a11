import type { BusinessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { describe, expect, test } from 'vitest'
import { anInstalment, aPlan } from '../../pages/testing/plan-fixtures'
import { moveBounds, openUpTo, paidCount, upToForCure } from './plan-facts'

const day = (text: string) => text as BusinessDate
const paid = anInstalment({ no: 1, paidFen: fen(65_076), state: 'paid' })
const second = anInstalment({ no: 2, dueDate: day('2027-01-15'), paidFen: fen(5_076), state: 'missed' })
const third = anInstalment({ no: 3, dueDate: day('2027-02-15') })
const plan = aPlan({ openFen: fen(125_070), instalments: [paid, second, third] })

describe('paying a plan', () => {
  test('up to an instalment comes to what is open of it and of those before', () => {
    expect(openUpTo(plan, 2)).toBe(60_000)
  })

  test('up to the last comes to all that is open, by the books', () => {
    expect(openUpTo(plan, 3)).toBe(125_070)
  })

  test('counts no down payment among its instalments', () => {
    expect(paidCount({ instalments: [anInstalment({ no: 0, state: 'paid' }), ...plan.instalments] })).toBe(1)
  })

  test('that was broken is caught up by everything that has fallen due', () => {
    expect(upToForCure({ ...plan, cureFen: fen(60_000) })).toBe(2)
    expect(upToForCure({ ...plan, cureFen: fen(60_001) })).toBe(3)
    expect(upToForCure({ ...plan, cureFen: null })).toBeUndefined()
  })
})

describe('an instalment may be moved', () => {
  const today = day('2027-01-05')

  test('to a later day, as far as the policy goes', () => {
    expect(moveBounds(plan, 2, today)).toEqual({ first: '2027-01-16', last: '2027-01-30' })
  })

  test('not past the next one', () => {
    expect(moveBounds({ ...plan, moveDaysMax: 31 }, 2, today)?.last).toBe('2027-02-14')
    expect(moveBounds({ ...plan, moveDaysMax: 31 }, 3, today)?.last).toBe('2027-03-18')
  })

  test('not to a day that is gone, and so at some time not at all', () => {
    expect(moveBounds(plan, 2, day('2027-01-20'))?.first).toBe('2027-01-20')
    expect(moveBounds(plan, 2, day('2027-02-01'))).toBeUndefined()
  })

  test('once, and not when it is paid', () => {
    expect(moveBounds(plan, 1, today)).toBeUndefined()
    const moved = aPlan({ instalments: [anInstalment({ movedFrom: day('2026-12-10') })] })
    expect(moveBounds(moved, 1, today)).toBeUndefined()
  })
})
