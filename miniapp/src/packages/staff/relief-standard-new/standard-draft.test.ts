import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { expect, test } from 'vitest'
import { aStandard } from '../testing/relief'
import { readStandard, type StandardDraft, standardDraft } from './standard-draft'
import type { StandardNumber } from './standard-numbers'

const { id: _, publishedAt: __, endedAt: ___, ...before } = aStandard()

/** The standard in force, with some of its fields written anew. */
function written(
  part: Partial<StandardDraft> = {},
  numbers: Partial<Record<StandardNumber, string>> = {},
  of: NewReliefStandard = before,
) {
  const draft = standardDraft(of)
  return readStandard({
    ...draft,
    publishedAs: before.publishedAs,
    ...part,
    numbers: { ...draft.numbers, ...numbers },
  })
}

test('what is written into the form is read from it again', () => {
  expect(written()).toEqual({ standard: before, faults: {} })
})

test.each([
  ['sum', { percent: null, months: 0 }],
  ['late_fee', { percent: null, months: 0, sumMaxFen: null, budgetId: null, waivesLateFee: true }],
  ['deferral', { percent: null, months: 0, sumMaxFen: null, budgetId: null, deferralDays: 90 }],
  ['plan', { percent: null, months: 0, sumMaxFen: null, budgetId: null, instalmentsMax: 24 }],
] as const)('a measure has its own numbers and no other: %s', (measure, numbers) => {
  const { standard, faults } = written(
    { measure, waivesLateFee: false },
    { deferralDays: '90', instalmentsMax: '24' },
  )
  expect(faults).toEqual({})
  expect(standard).toEqual({ ...before, measure, waivesLateFee: false, ...numbers })
})

test('a percentage may be without a most, a sum may not', () => {
  expect(written({}, { sumMaxFen: ' ' }).standard).toMatchObject({ percent: 30, sumMaxFen: null })
  expect(written({ measure: 'sum' }, { sumMaxFen: ' ' }).faults).toHaveProperty('sumMaxFen')
})

test.each([
  ['more than all', {}, { percent: '101' }, 'percent'],
  ['less than a week to appeal', {}, { appealDays: '6' }, 'appealDays'],
  ['photos kept for more than thirty days', {}, { photoDays: '31' }, 'photoDays'],
  ['no days to defer', { measure: 'deferral' }, { deferralDays: '' }, 'deferralDays'],
  ['nothing to show it by', { ways: [] }, {}, 'ways'],
  ['principal out of no budget', { budgetId: null }, {}, 'budgetId'],
  ['vacancy without a local rule', { kind: 'vacancy', legalBasis: ' ' }, {}, 'legalBasis'],
  ['no name', { name: ' ' }, {}, 'name'],
  ['nothing said of what is enough', { evidence: '' }, {}, 'evidence'],
  ['nothing said of where it was announced', { publishedAs: '' }, {}, 'publishedAs'],
] as const)('%s is not published', (_, part, numbers, field) => {
  expect(Object.keys(written(part, numbers).faults)).toEqual([field])
})

test('words that are missing still let one read what is written', () => {
  expect(written({ name: '' }).standard).toMatchObject({ name: '', percent: 30 })
  expect(written({}, { percent: 'x' }).standard).toBeUndefined()
})
