import { fen, sumFen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromAdvance, readBack, type Source } from './giving-back'

const day = (text: string) => text as Source['charges'][number]['fromDate']
const source = (settled: readonly number[], advance: number): Source => ({
  charges: settled.map((settledFen, at) => ({
    chargeId: (at + 1) as Source['charges'][number]['chargeId'],
    feeItem: '物业服务费',
    fromDate: day('2026-01-01'),
    toDate: day('2026-12-31'),
    settledFen: fen(settledFen),
  })),
  advanceFen: fen(advance),
})

test('what is ticked and typed is read charge by charge, and out of the advance', () => {
  expect(readBack({ 1: '40.00', [fromAdvance]: '5' }, source([10_000, 20_000], 1_000))).toEqual({
    parts: [{ chargeId: 1, amountFen: 4_000 }],
    fromAdvanceFen: 500,
    totalFen: 4_500,
    wrong: {},
  })
})

test('more than there is, nothing, and what is no amount are told apart and do not count', () => {
  const read = readBack({ 1: '100.01', 2: '0', [fromAdvance]: '许多' }, source([10_000, 20_000], 1_000))
  expect(read).toMatchObject({
    totalFen: 0,
    wrong: { 1: 'too-much', 2: 'no-amount', [fromAdvance]: 'no-amount' },
  })
})

test('a tick of what the payment no longer has does not count', () => {
  expect(readBack({ 9: '1.00', [fromAdvance]: '1.00' }, source([10_000], 0))).toMatchObject({
    totalFen: 0,
    wrong: {},
  })
})

test('whatever is typed, no more is given back than there is, and the parts make up the sum', () => {
  const typed = fc.oneof(
    fc.integer({ min: 0, max: 30_000 }).map((n) => (n / 100).toFixed(2)),
    fc.string(),
  )
  const drafts = fc.dictionary(fc.constantFrom('1', '2', '3', fromAdvance), typed)
  fc.assert(
    fc.property(
      drafts,
      fc.array(fc.nat(20_000), { maxLength: 3 }),
      fc.nat(5_000),
      (draft, settled, advance) => {
        const from = source(settled, advance)
        const { parts, fromAdvanceFen, totalFen } = readBack(draft, from)
        expect(totalFen).toBe(sumFen([...parts.map(({ amountFen }) => amountFen), fromAdvanceFen]))
        expect(fromAdvanceFen).toBeLessThanOrEqual(advance)
        for (const { chargeId, amountFen } of parts)
          expect(amountFen).toBeLessThanOrEqual(settled[chargeId - 1] ?? 0)
      },
    ),
  )
})
