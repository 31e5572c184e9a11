import { addDays, businessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { fen, sumFen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type OpenCharge, planAllocation } from './plan-allocation.ts'

const charge = (
  id: number,
  open: number,
  due: string,
  origin: OpenCharge['origin'] = 'bill',
): OpenCharge => ({
  id: id as ChargeId,
  openFen: fen(open),
  dueDate: businessDate(due),
  origin,
})

it('settles the charge that fell due first, first, in whatever order they come', () => {
  const open = [charge(1, 1_500, '2026-04-30'), charge(2, 2_000, '2026-01-31')]
  expect(planAllocation(open, fen(3_000))).toEqual({
    parts: [
      { chargeId: 2, amountFen: 2_000 },
      { chargeId: 1, amountFen: 1_000 },
    ],
    restFen: 0,
  })
})

it('settles principal before late fee, even of an older late fee', () => {
  const open = [charge(1, 500, '2025-01-31', 'late_fee'), charge(2, 2_000, '2026-01-31')]
  expect(planAllocation(open, fen(2_100)).parts).toEqual([
    { chargeId: 2, amountFen: 2_000 },
    { chargeId: 1, amountFen: 100 },
  ])
})

it('leaves what no charge needs', () => {
  expect(planAllocation([charge(1, 100, '2026-01-31')], fen(130))).toMatchObject({ restFen: 30 })
  expect(planAllocation([], fen(130))).toEqual({ parts: [], restFen: 130 })
})

it('neither loses nor makes a fen, gives no charge more than is open, and leaves none behind a later one', () => {
  const charges = fc
    .array(fc.record({ open: fc.integer({ min: 1, max: 1e9 }), due: fc.nat(2_000), late: fc.boolean() }), {
      maxLength: 30,
    })
    .map((each) =>
      each.map(({ open, due, late }, at) => ({
        ...charge(at + 1, open, '2020-01-01', late ? 'late_fee' : 'bill'),
        dueDate: addDays(businessDate('2020-01-01'), due),
      })),
    )
  fc.assert(
    fc.property(charges, fc.integer({ min: 1, max: 1e10 }), (open, received) => {
      const { parts, restFen } = planAllocation(open, fen(received))
      expect(sumFen(parts.map((part) => part.amountFen)) + restFen).toBe(received)
      const left = new Map(
        open.map((each) => [
          each.id,
          each.openFen - (parts.find((part) => part.chargeId === each.id)?.amountFen ?? 0),
        ]),
      )
      for (const each of open) {
        expect(left.get(each.id)).toBeGreaterThanOrEqual(0)
        const paid = left.get(each.id) !== each.openFen
        const skipped = open.filter(
          (other) => left.get(other.id) !== 0 && other.origin === each.origin && other.dueDate < each.dueDate,
        )
        if (paid) expect(skipped).toEqual([])
      }
      if (restFen > 0) expect([...left.values()].every((amount) => amount === 0)).toBe(true)
    }),
  )
})
