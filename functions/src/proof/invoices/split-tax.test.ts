import { fen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yuan } from '../../local/testing/given.ts'
import { taxIn } from './split-tax.ts'

describe('the tax in an amount', () => {
  it.each([
    ['106.00', 600, '6.00'],
    ['1952.28', 600, '110.51'],
    ['100.00', 300, '2.91'],
    ['100.00', 100, '0.99'],
    ['0.01', 600, '0'],
  ])('%s at %s is %s', (amount, rateBp, tax) => {
    expect(taxIn(yuan(amount), rateBp)).toBe(yuan(tax))
  })

  it('is within half a fen of what the formula says, and never below nothing nor above the amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (amount, rateBp) => {
          const tax = taxIn(fen(amount), rateBp)
          expect(tax).toBeGreaterThanOrEqual(0)
          expect(tax).toBeLessThanOrEqual(amount)
          expect(Math.abs(tax - (amount * rateBp) / (10_000 + rateBp))).toBeLessThanOrEqual(0.5 + 1e-6)
        },
      ),
    )
  })
})
