import { expect, it } from 'vitest'
import { hoursOfAsking, minutesToNextAsking } from './when-to-ask.ts'

it('a message that stays without report is asked about soon at first, then ever more seldom, some 25 times in 72 hours', () => {
  const askedAt: number[] = []
  for (let age = 0; age < hoursOfAsking * 60; age += minutesToNextAsking(age)) askedAt.push(Math.round(age))
  expect(askedAt.slice(0, 6)).toEqual([0, 1, 2, 3, 5, 7])
  expect(askedAt.length).toBeLessThanOrEqual(30)
  expect(hoursOfAsking * 60 - (askedAt.at(-1) ?? 0)).toBeLessThanOrEqual(6 * 60)
})
