import { expect, test } from 'vitest'
import { day } from '../testing/values'
import { type BudgetDraft, readBudget } from './budget-draft'

const draft = (over: Partial<BudgetDraft> = {}): BudgetDraft => ({
  name: ' 2027年困难帮扶 ',
  fromDate: day('2027-01-01'),
  toDate: day('2027-12-31'),
  amount: '50,000',
  source: 'company',
  resolution: '',
  ...over,
})

test('a budget is read as written', () => {
  expect(readBudget(draft())).toEqual({
    budget: {
      name: '2027年困难帮扶',
      fromDate: '2027-01-01',
      toDate: '2027-12-31',
      amountFen: 5_000_000,
      source: 'company',
      resolution: '',
    },
  })
})

test.each([
  ['has no name', { name: ' ' }, '名称'],
  ['ends before it begins', { toDate: day('2026-12-31') }, '早于'],
  ['has no amount', { amount: '' }, '总额'],
  ['is of nothing', { amount: '0' }, '总额'],
  ['spends the owners’ income without their decision', { source: 'common_income' }, '共同决定'],
] as const)('it is not entered when it %s', (_, over, why) => {
  expect(readBudget(draft(over))).toEqual({ fault: expect.stringContaining(why) })
})
