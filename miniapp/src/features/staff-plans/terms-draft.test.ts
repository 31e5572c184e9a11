import { businessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { instalmentChoices, policyOf, readTerms, termsDraft } from './terms-draft'

const policy = {
  downPercent: 10,
  instalmentsMax: 12,
  everyMonths: [1],
  instalmentMinFen: fen(10_000),
  firstAfterDays: 7,
  termMonthsMax: 12,
  atOnceMaxFen: fen(0),
  atOnceInstalmentsMax: 0,
}
const debt = fen(100_000)
const today = businessDate('2026-11-23')
const asked = { downFen: fen(5_000), instalments: 3, everyMonths: 1, dayOfMonth: 15 }

test('one begins with what was asked, the down payment raised to what the policy wants', () => {
  expect(termsDraft(debt, asked, policy).down).toBe('100.00')
})

test('terms within the policy come with their days and amounts, together the debt', () => {
  const read = readTerms(debt, { ...asked, down: '100.00' }, policy, today)
  expect(read).toMatchObject({
    terms: { downFen: 10_000, instalments: 3 },
    schedule: [
      { no: 0, dueDate: '2026-11-26', amountFen: 10_000 },
      { no: 1, dueDate: '2026-12-15', amountFen: 30_000 },
      { no: 2, dueDate: '2027-01-15', amountFen: 30_000 },
      { no: 3, dueDate: '2027-02-15', amountFen: 30_000 },
    ],
  })
})

test('terms outside the policy are refused in the words of the server; what is no amount, in none', () => {
  expect(readTerms(debt, { ...asked, down: '50' }, policy, today)).toEqual({
    fault: '首付至少要 100.00 元，请多付一些首付。',
  })
  expect(readTerms(debt, { ...asked, down: '一百' }, policy, today)).toEqual({ fault: undefined })
})

test('as many instalments are offered as the debt can be shared into', () => {
  expect(instalmentChoices(debt, 1, policy)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  expect(instalmentChoices(fen(15_000), 1, policy)).toEqual([])
})

test('an application is judged by the policy that stood when it was made', () => {
  const published = (publishedAt: string) => ({ publishedAt }) as Parameters<typeof policyOf>[0][number]
  const versions = [published('2026-11-22T00:00:00Z'), published('2026-01-01T00:00:00Z')]
  expect(policyOf(versions, { appliedAt: '2026-11-21T00:00:00Z' })).toBe(versions[1])
  expect(policyOf(versions, { appliedAt: '2025-01-01T00:00:00Z' })).toBeUndefined()
})
