import type { ChargeId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { describe, expect, test } from 'vitest'
import { aCharge } from '../../pages/testing/owner-server'
import { amountOutcome, chargesChoice } from './choice'

const charges = (count: number) =>
  Array.from({ length: count }, (_, at) => aCharge({ id: (at + 1) as ChargeId, openFen: fen(100 + at) }))

describe('ticked charges', () => {
  test('are told by their ids, and come to the sum of what is open of them', () => {
    const { choice, totalFen } = chargesChoice(charges(3), (id) => id !== 2)

    expect(choice).toEqual({ kind: 'charges', chargeIds: [1, 3] })
    expect(totalFen).toBe(202)
  })

  test('none of them is no choice at all', () => {
    expect(chargesChoice(charges(3), () => false)).toEqual({ choice: undefined, chargeIds: [], totalFen: 0 })
  })

  test('more than one payment may name are paid as everything due, when everything is ticked', () => {
    const { choice, totalFen } = chargesChoice(charges(201), () => true)

    expect(choice).toEqual({ kind: 'all-due' })
    expect(totalFen).toBe(201 * 100 + (200 * 201) / 2)
  })

  test('more than one payment may name, but not all: the oldest of them, and no more is charged for', () => {
    const { chargeIds, totalFen } = chargesChoice(charges(202), (id) => id !== 202)

    expect(chargeIds).toHaveLength(200)
    expect(chargeIds[0]).toBe(1)
    expect(totalFen).toBe(200 * 100 + (199 * 200) / 2)
  })
})

describe('an amount', () => {
  const open = fen(255_228)

  test('below what is due leaves the rest open', () => {
    expect(amountOutcome('1000', open)).toEqual({ amountFen: 100_000, leftFen: 155_228, aheadFen: 0 })
  })

  test('of exactly what is due leaves nothing', () => {
    expect(amountOutcome('2,552.28', open)).toEqual({ amountFen: 255_228, leftFen: 0, aheadFen: 0 })
  })

  test('above what is due goes to the advance with what is over', () => {
    expect(amountOutcome('３０００', open)).toEqual({ amountFen: 300_000, leftFen: 0, aheadFen: 44_772 })
  })

  test.each(['0', '-5', 'abc', '1.234', '10000000.01', '1e5'])('of %s is none', (text) => {
    expect(amountOutcome(text, open)).toBe('wrong')
  })

  test('of ten million yuan is the largest at once', () => {
    expect(amountOutcome('10000000', open)).toMatchObject({ amountFen: 1_000_000_000 })
  })

  test('not yet typed is not wrong', () => {
    expect(amountOutcome('  ', open)).toBe('empty')
  })
})
