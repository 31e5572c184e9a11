import { expect, test } from 'vitest'
import { aPolicy } from '../testing/plans'
import { type PolicyDraft, policyDraft, readPolicy } from './policy-draft'
import type { PolicyNumber } from './policy-numbers'

const { id: _, publishedAt: __, ...inForce } = aPolicy()

/** The policy in force, with some of its fields typed anew. */
const typed = (
  numbers: Partial<Record<PolicyNumber, string>>,
  part: Partial<PolicyDraft> = {},
): PolicyDraft => {
  const draft = policyDraft(inForce)
  return { ...draft, publishedAs: inForce.publishedAs, numbers: { ...draft.numbers, ...numbers }, ...part }
}

test('what is written into the form is read from it again', () => {
  expect(readPolicy(typed({}))).toEqual({ policy: inForce })
})

test.each([
  ['a grace of less than a week', { graceDays: '6' }, 'graceDays'],
  ['one instalment', { instalmentsMax: '1' }, 'instalmentsMax'],
  ['more than half down', { downPercent: '51' }, 'downPercent'],
  ['half a day', { replyDays: '1.5' }, 'replyDays'],
  ['a sum of three decimals', { instalmentMinFen: '100.005' }, 'instalmentMinFen'],
  ['nothing typed', { arrearsMinFen: ' ' }, 'arrearsMinFen'],
  [
    'more instalments at once than there may be',
    { instalmentsMax: '6', atOnceInstalmentsMax: '7' },
    'atOnceInstalmentsMax',
  ],
  [
    'a longer deferral at once than there may be',
    { deferralDaysMax: '30', deferralAtOnceDays: '31' },
    'deferralAtOnceDays',
  ],
] as const)('%s is not taken', (_, numbers, name) => {
  expect(readPolicy(typed(numbers))).toEqual({ faults: { [name]: expect.stringMatching(/./) } })
})

test('there is some rhythm', () => {
  expect(readPolicy(typed({}, { everyMonths: [] }))).toEqual({ faults: { everyMonths: '至少选一种' } })
})
