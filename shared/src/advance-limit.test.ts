import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitWords, mostAhead, mostPayable, usualMonthlyFee } from './advance-limit.ts'
import { businessDate } from './calendar.ts'
import { fen } from './money.ts'

const charge = (amountFen: number, from: string, to: string) => ({
  amountFen: fen(amountFen),
  period: { from: businessDate(from), to: businessDate(to) },
})
const some = fc.nat(10_000_000).map(fen)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const limits = fc.record({ monthsMost: maybe(fc.integer({ min: 1, max: 60 })), mostFen: maybe(some) })

describe('what a home is usually charged a month', () => {
  it('is the newest charge of each fee item, by the month', () => {
    expect(
      usualMonthlyFee([
        charge(90_000, '2026-07-01', '2026-09-30'),
        charge(12_000, '2026-01-01', '2026-12-31'),
      ]),
    ).toBe(31_000)
  })

  it('takes a part of a month for a whole one', () => {
    expect(usualMonthlyFee([charge(5_000, '2026-07-10', '2026-07-20')])).toBe(5_000)
  })
})

describe('how much may be paid ahead', () => {
  it('is the lesser of months and sum, and anything where neither is set', () => {
    expect(mostAhead({ monthsMost: 12, mostFen: fen(300_000) }, fen(31_000))).toBe(300_000)
    expect(mostAhead({ monthsMost: 6, mostFen: fen(300_000) }, fen(31_000))).toBe(186_000)
    expect(mostAhead({ monthsMost: null, mostFen: null }, fen(31_000))).toBeUndefined()
  })

  it('of a home that was never charged goes by the sum alone', () => {
    expect(mostAhead({ monthsMost: 12, mostFen: null }, fen(0))).toBeUndefined()
    expect(mostAhead({ monthsMost: 12, mostFen: fen(5) }, fen(0))).toBe(5)
  })

  it('whatever is paid within it leaves no more ahead than the limit, or than there was; all that is due may always be paid', () => {
    fc.assert(
      fc.property(limits, some, some, some, some, (limit, monthly, dueFen, advanceFen, amount) => {
        const most = mostAhead(limit, monthly)
        if (most === undefined) return
        const payable = mostPayable(most, { dueFen, advanceFen })
        expect(payable).toBeGreaterThanOrEqual(dueFen)
        const paid = Math.min(amount, payable)
        const after = advanceFen + Math.max(0, paid - dueFen)
        expect(after).toBeLessThanOrEqual(Math.max(most, advanceFen))
        // A fen more would be over, so that nobody is refused what is allowed.
        expect(advanceFen + (payable + 1 - dueFen)).toBeGreaterThan(most)
      }),
    )
  })

  it('is told in words', () => {
    expect(limitWords({ monthsMost: 12, mostFen: fen(500_000) })).toBe(
      '预存最多 12 个月的费用，也不超过 5,000.00 元',
    )
    expect(limitWords({ monthsMost: null, mostFen: null })).toBe('预存不设上限')
  })
})
