import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { aGrant, aReliefCase, aStandard } from '../testing/relief'
import { readLess } from './less'

const ofPercent = aReliefCase()
const ofSum = aReliefCase(
  { standard: aStandard({ measure: 'sum', percent: null, sumMaxFen: fen(60_000), months: 0 }) },
  { proposed: aGrant({ percent: null, principalFen: fen(60_000), lastsUntil: null }) },
)

test.each([
  [ofPercent, '20', { percent: 20, amountFen: null }],
  [ofPercent, '２９', { percent: 29, amountFen: null }],
  [ofSum, '599.99', { percent: null, amountFen: 59_999 }],
])('less than the standard gives is read as typed: %#', (shown, written, less) => {
  expect(readLess(written, shown)).toEqual(less)
})

test.each([
  ['all that the standard gives', ofPercent, '30'],
  ['more', ofPercent, '31'],
  ['nothing', ofPercent, '0'],
  ['half a percent', ofPercent, '20.5'],
  ['nothing typed', ofPercent, ''],
  ['the whole sum', ofSum, '600'],
  ['no money', ofSum, '0'],
  ['words', ofSum, '一半'],
])('%s is not less', (_, shown, written) => {
  expect(readLess(written, shown)).toBeUndefined()
})
