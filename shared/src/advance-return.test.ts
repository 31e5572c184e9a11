import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostReturnable, planReturn, type ReturnSource } from './advance-return.ts'
import type { PaymentId } from './ids.ts'
import { fen, sumFen } from './money.ts'

const source = (paymentId: number, most: number, byWechat = true): ReturnSource => ({
  paymentId: paymentId as PaymentId,
  mostFen: fen(most),
  byWechat,
})

test('what WeChat takes back goes first, the newest first; the rest goes by the way that was chosen', () => {
  const sources = [source(5, 3_000, false), source(4, 2_000), source(3, 1_000)]
  expect(planReturn(sources, fen(4_500), 'transfer')).toEqual([
    { paymentId: 4, route: 'wechat', amountFen: 2_000 },
    { paymentId: 3, route: 'wechat', amountFen: 1_000 },
    { paymentId: 5, route: 'transfer', amountFen: 1_500 },
  ])
})

test('more than the payments make up is no plan', () => {
  expect(planReturn([source(1, 1_000)], fen(1_001), 'cash')).toBeUndefined()
  expect(planReturn([], fen(1), 'cash')).toBeUndefined()
})

test('no more goes back than is free of the advance', () => {
  expect(mostReturnable([source(1, 1_000), source(2, 500, false)], fen(1_200))).toBe(1_200)
  expect(mostReturnable([source(1, 1_000)], fen(1_200))).toBe(1_000)
})

test('whatever the payments are, the parts make up the amount and none is over its payment', () => {
  const sources = fc
    .array(fc.tuple(fc.nat(5_000), fc.boolean()), { maxLength: 8 })
    .map((all) => all.map(([most, byWechat], at) => source(at + 1, most, byWechat)))
  fc.assert(
    fc.property(sources, fc.integer({ min: 1, max: 30_000 }), (all, amount) => {
      const parts = planReturn(all, fen(amount), 'cash')
      const most = mostReturnable(all, fen(30_000))
      expect(parts === undefined).toBe(amount > most)
      if (!parts) return
      expect(sumFen(parts.map(({ amountFen }) => amountFen))).toBe(amount)
      for (const { paymentId, amountFen, route } of parts) {
        const of = all.find((each) => each.paymentId === paymentId)
        expect(amountFen).toBeGreaterThan(0)
        expect(amountFen).toBeLessThanOrEqual(of?.mostFen ?? 0)
        expect(route).toBe(of?.byWechat ? 'wechat' : 'cash')
      }
    }),
  )
})
