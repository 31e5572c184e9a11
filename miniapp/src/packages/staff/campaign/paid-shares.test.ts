import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { fullBar, paidShares, pointsApart } from './paid-shares'

const group = (homes: number, paid3Days: number, paid7Days: number, paid14Days: number) => ({
  homes,
  paid3Days,
  paid7Days,
  paid14Days,
  paidFen: fen(0),
})

test('those who were reminded stand beside those who were not, for each span of days', () => {
  expect(paidShares({ reminded: group(200, 20, 50, 81), notReminded: group(40, 2, 4, 8) })).toEqual([
    {
      days: 3,
      reminded: { percent: 10, paid: 20, homes: 200 },
      notReminded: { percent: 5, paid: 2, homes: 40 },
    },
    {
      days: 7,
      reminded: { percent: 25, paid: 50, homes: 200 },
      notReminded: { percent: 10, paid: 4, homes: 40 },
    },
    {
      days: 14,
      reminded: { percent: 41, paid: 81, homes: 200 },
      notReminded: { percent: 20, paid: 8, homes: 40 },
    },
  ])
})

test('where nobody was left unreminded there is nothing to compare with, and nobody is no share', () => {
  expect(paidShares({ reminded: group(0, 0, 0, 0), notReminded: group(0, 0, 0, 0) })[0]).toEqual({
    days: 3,
    reminded: { percent: 0, paid: 0, homes: 0 },
    notReminded: undefined,
  })
})

test('points are those of the shares themselves, not of shares that were rounded before', () => {
  const [, , apart] = paidShares({ reminded: group(1000, 0, 0, 405), notReminded: group(1000, 0, 0, 404) })
  expect(apart?.reminded.percent).toBe(41)
  expect(apart?.notReminded?.percent).toBe(40)
  expect(apart && pointsApart(apart)).toBe(0)
})

test.each([
  [3, 5],
  [5, 5],
  [6, 10],
  [41, 50],
  [72, 100],
])('bars of at most %i%% are drawn against %i%%', (largest, full) => {
  const some = group(100, 0, 1, largest)
  expect(fullBar(paidShares({ reminded: some, notReminded: group(100, 0, 0, 2) }))).toBe(full)
  expect(fullBar(paidShares({ reminded: group(100, 0, 0, 2), notReminded: some }))).toBe(full)
})
