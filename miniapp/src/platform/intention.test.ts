import { expect, test } from 'vitest'
import { Attempt, newIntention } from './intention'

test('keys are such as the server takes, and never the same', () => {
  const keys = Array.from({ length: 1_000 }, newIntention)
  expect(keys.every((key) => /^[\w-]{8,64}$/.test(key))).toBe(true)
  expect(new Set(keys).size).toBe(keys.length)
})

test('pressing again while nobody knows how it went repeats the same intention', () => {
  const attempt = new Attempt()
  expect(attempt.keyFor({ kind: 'all-due' })).toBe(attempt.keyFor({ kind: 'all-due' }))
})

test('another input is another intention', () => {
  const attempt = new Attempt()
  expect(attempt.keyFor({ amountFen: 1 })).not.toBe(attempt.keyFor({ amountFen: 2 }))
})

test('once the outcome is known, the same input is a new intention', () => {
  const attempt = new Attempt()
  const before = attempt.keyFor({ kind: 'all-due' })
  attempt.end()
  expect(attempt.keyFor({ kind: 'all-due' })).not.toBe(before)
})

test('a file is compared as itself: the same one again is the same intention, another of equal content is not', () => {
  const attempt = new Attempt()
  const file = new Uint8Array([1, 2, 3])
  const key = attempt.keyFor({ name: 'a.xlsx', bytes: file })
  expect(attempt.keyFor({ name: 'a.xlsx', bytes: file })).toBe(key)
  expect(attempt.keyFor({ name: 'a.xlsx', bytes: new Uint8Array([1, 2, 3]) })).not.toBe(key)
})
