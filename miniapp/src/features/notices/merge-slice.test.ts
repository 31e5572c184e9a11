import { expect, test } from 'vitest'
import { mergeSlice } from './merge-slice'

const rows = (...ids: number[]) => ids.map((id) => ({ id, read: false }))

test('what is read again changes in its place, and all that was shown stays', () => {
  const merged = mergeSlice(rows(9, 8, 7, 6), [{ id: 7, read: true }, ...rows(6, 5)])
  expect(merged).toEqual([...rows(9, 8), { id: 7, read: true }, ...rows(6)])
})

test('what is newer comes before', () => {
  expect(mergeSlice(rows(9, 8), rows(11, 10, 9)).map(({ id }) => id)).toEqual([11, 10, 9, 8])
  expect(mergeSlice([], rows(2, 1)).map(({ id }) => id)).toEqual([2, 1])
})
