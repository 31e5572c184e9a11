import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { paidShares } from './paid-shares'

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
