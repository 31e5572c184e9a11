import { expect, it } from 'vitest'
import { readTradeBill } from '../index.ts'
import { manyTrades } from './many-trades.ts'
import { numberOf, type PlantedFault, plantFaults } from './planted-faults.ts'
import { allOf, chunksOf, writtenTradeBill } from './written-bill.ts'

it.each([
  [3_700, 37],
  [10_001, 37],
  [100, 1],
])('of %s trades, %s faults can be found in the bill, and no others', async (count, faults) => {
  const bill = plantFaults(count, faults)
  const { planted } = bill
  const text = [...writtenTradeBill(bill.rows())].join('')
  const books = new Map([...manyTrades(count)].map((row) => [numberOf(row), row]))
  const found: PlantedFault[] = []
  for (const row of await allOf(readTradeBill(chunksOf(text)))) {
    const number = numberOf(row)
    const booked = books.get(number)
    books.delete(number)
    if (!booked) found.push({ kind: 'only-in-bill', number })
    else if (booked.amountFen !== row.amountFen) found.push({ kind: 'amount', number })
    else expect(row).toEqual(booked)
  }
  for (const number of books.keys()) found.push({ kind: 'only-in-books', number })

  const sorted = (all: readonly PlantedFault[]) => all.map(({ kind, number }) => `${kind} ${number}`).sort()
  expect(sorted(found)).toEqual(sorted(planted))
  expect(planted).toHaveLength(faults)
  if (faults > 12) expect(new Set(planted.map(({ kind, number }) => kind + number.slice(0, 2))).size).toBe(6)
})

it('refuses a bill too short for its faults', () => {
  expect(() => plantFaults(1_000, 37)).toThrow(RangeError)
})
