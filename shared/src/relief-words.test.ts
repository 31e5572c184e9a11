import { expect, test } from 'vitest'
import type { BusinessDate } from './calendar.ts'
import type { ReliefGrant } from './contract/relief-application.ts'
import type { NewReliefStandard } from './contract/relief-standards.ts'
import { fen } from './money.ts'
import { grantWords, measureWords, standardWords } from './relief-words.ts'

const standard = (over: Partial<NewReliefStandard> = {}): NewReliefStandard => ({
  kind: 'low_income',
  name: '低保家庭减免',
  evidence: '低保证，或社区居委会的证明，有一样就够。',
  ways: ['desk', 'certificate', 'upload'],
  measure: 'percent',
  percent: 30,
  sumMaxFen: null,
  deferralDays: null,
  instalmentsMax: null,
  waivesLateFee: false,
  feeItems: [],
  months: 0,
  budgetId: null,
  secondAboveFen: fen(100_000),
  resolution: '',
  legalBasis: '',
  replyDays: 5,
  appealDays: 15,
  photoDays: 30,
  publishedAs: '公告〔2026〕8号',
  ...over,
})

const grant = (over: Partial<ReliefGrant> = {}): ReliefGrant => ({
  percent: null,
  principalFen: fen(0),
  lateFeeFen: fen(0),
  deferredUntil: null,
  instalments: null,
  lastsUntil: null,
  ...over,
})

test.each([
  [{}, '减免 30%'],
  [{ sumMaxFen: fen(50_000), waivesLateFee: true }, '减免 30%，最多 500.00 元，已有的违约金也免收'],
  [{ measure: 'sum', percent: null, sumMaxFen: fen(60_000) }, '减免 600.00 元'],
  [{ measure: 'late_fee', percent: null, waivesLateFee: true }, '免收违约金'],
  [{ measure: 'deferral', percent: null, deferralDays: 90 }, '晚 90 天再缴，这段时间不计违约金'],
  [{ measure: 'plan', percent: null, instalmentsMax: 12 }, '最多分 12 期慢慢缴，一个月一期'],
] as const)('what a standard gives is one line a person understands: %o', (over, words) => {
  expect(measureWords(standard(over))).toBe(words)
})

test('a standard says for whom, how much, with what evidence, how long it takes, who decides and where it stands', () => {
  expect(
    standardWords(standard({ feeItems: ['物业服务费'], months: 12, legalBasis: '市物价局〔2024〕5号' })),
  ).toEqual([
    { title: '给谁', text: '低保、低收入家庭。只用于物业服务费' },
    { title: '减多少', text: '减免 30%。往后 12 个月的账单也一样，到期可以再申请。' },
    { title: '看什么', text: '低保证，或社区居委会的证明，有一样就够。' },
    { title: '等多久', text: '5 天内答复，不同意会写明理由。不同意的，15 天内可以请另外的人重新看一次。' },
    { title: '谁决定', text: '由物业的两个人先后审核。' },
    { title: '依据', text: '公告〔2026〕8号；市物价局〔2024〕5号' },
  ])
})

test('the most that it comes to is said to be a home’s, whatever the parts it is asked for in', () => {
  const how = standardWords(standard({ measure: 'sum', percent: null, sumMaxFen: fen(60_000) }))[1]
  expect(how?.text).toBe('减免 600.00 元。只管这次申请的账单。一户 12 个月内一共最多 600.00 元。')
})

test.each([
  [
    'with a bound of nothing two people always decide',
    { secondAboveFen: fen(0) },
    '由物业的两个人先后审核。',
  ],
  ['for bills to come two people always decide', { months: 12 }, '由物业的两个人先后审核。'],
  [
    'otherwise above the sum, whatever the parts it was asked for in',
    {},
    '由物业审核。一户 12 个月内减免超过 1,000.00 元的，再由另一个人复核。',
  ],
])('%s', (_, over, words) => {
  const who = standardWords(standard(over)).find(({ title }) => title === '谁决定')
  expect(who?.text).toBe(words)
})

test('a bound is named only where something is given up: time costs nobody anything', () => {
  const who = (over: Partial<NewReliefStandard>) =>
    standardWords(standard({ percent: null, ...over })).find(({ title }) => title === '谁决定')?.text
  expect(who({ measure: 'deferral', deferralDays: 90 })).toBe('由物业审核。')
  expect(who({ measure: 'plan', instalmentsMax: 12 })).toBe('由物业审核。')
  expect(who({ measure: 'plan', instalmentsMax: 12, waivesLateFee: true })).toContain('超过 1,000.00 元的')
})

test('what was granted is told thing by thing, and nothing of what was not', () => {
  expect(
    grantWords(
      grant({
        percent: 30,
        principalFen: fen(58_568),
        lateFeeFen: fen(1_200),
        lastsUntil: '2027-11-30' as BusinessDate,
      }),
    ),
  ).toEqual(['少缴 585.68 元（减免 30%）', '免收违约金 12.00 元', '2027年11月30日以前的账单，同样减免 30%'])
  expect(grantWords(grant({ deferredUntil: '2027-02-28' as BusinessDate }))).toEqual([
    '2027年2月28日前缴清就行，这段时间不计违约金',
  ])
  expect(grantWords(grant({ instalments: 12 }))).toEqual(['可以分 12 期缴'])
})
