import { addDays, businessDate } from '@anjiao/shared/calendar'
import type { BankLineId } from '@anjiao/shared/ids'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { type FreeMovement, mayBeBooked, type OpenLine, planMatches } from './plan-matches.ts'

const day = fc.nat(40).map((after) => addDays(businessDate('2026-11-01'), after))
const amountFen = fc.constantFrom(yuan('1.00'), yuan('2.00'), yuan('3.00'))
const otherName = fc.constantFrom('', '李四', '王五')
const numbers = ['', 'N00001', 'N00002', 'N00003']

const lines = fc
  .array(
    fc.record({
      serial: fc.constantFrom(...numbers),
      day,
      amountFen,
      otherName,
      remark: fc.constantFrom(...numbers),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(
      (line, at): OpenLine => ({ ...line, serial: line.serial || `X${at}`, id: (at + 1) as BankLineId }),
    ),
  )
const movements = fc
  .array(
    fc.record({ day, amountFen, otherName, reference: fc.constantFrom(...numbers), explained: fc.boolean() }),
    { maxLength: 12 },
  )
  .map((all) => all.map((each, at): FreeMovement => ({ ...each, movement: `entry:${at + 1}` })))

it('a line and a movement are matched at most once, and only with the same amount', () => {
  fc.assert(
    fc.property(lines, movements, (some, ours) => {
      const matches = planMatches(some, ours)
      expect(new Set(matches.map(({ lineId }) => lineId)).size).toBe(matches.length)
      expect(new Set(matches.map(({ movement }) => movement)).size).toBe(matches.length)
      for (const { lineId, movement } of matches)
        expect(some.find(({ id }) => id === lineId)?.amountFen).toBe(
          ours.find((each) => each.movement === movement)?.amountFen,
        )
    }),
  )
})

it('in which order they come is all the same', () => {
  fc.assert(
    fc.property(lines, movements, (some, ours) => {
      const pairs = (matches: ReturnType<typeof planMatches>) =>
        matches.map(({ lineId, movement }) => `${lineId} ${movement}`).sort()
      expect(pairs(planMatches(some.toReversed(), ours.toReversed()))).toEqual(pairs(planMatches(some, ours)))
    }),
  )
})

it('what matches by itself is never held as money that nothing explains', () => {
  fc.assert(
    fc.property(lines, movements, (some, ours) => {
      for (const { lineId } of planMatches(some, ours)) {
        const line = some.find(({ id }) => id === lineId)
        expect(line && mayBeBooked(line, ours)).toBe(true)
      }
    }),
  )
})
