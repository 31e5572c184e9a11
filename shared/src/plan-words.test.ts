import { describe, expect, it } from 'vitest'
import type { NewPlanPolicy } from './contract/plan-policies.ts'
import type { PlanTerms } from './instalments.ts'
import { fen, zeroFen } from './money.ts'
import { everyMonthsWords, policyWords, termsFaultWords, termsWords } from './plan-words.ts'

const policy: NewPlanPolicy = {
  arrearsMinFen: fen(50_000),
  overdueMonthsMin: 3,
  afterBroken: 'needs_approval',
  afterBrokenMonths: 12,
  downPercent: 0,
  instalmentsMax: 12,
  everyMonths: [1, 2],
  instalmentMinFen: fen(10_000),
  firstAfterDays: 7,
  termMonthsMax: 12,
  lateFee: 'held',
  atOnceMaxFen: fen(300_000),
  atOnceInstalmentsMax: 6,
  graceDays: 7,
  toleranceFen: fen(100),
  cureDays: 30,
  movesMax: 2,
  moveDaysMax: 15,
  replyDays: 3,
  offerDays: 14,
  deferralDaysMax: 60,
  deferralAtOnceDays: 30,
  deferralsPerYear: 2,
  publishedAs: '2026 年第 3 号公告',
}
const said = (title: string, over: Partial<NewPlanPolicy> = {}) =>
  policyWords({ ...policy, ...over }).find((rule) => rule.title === title)?.text

describe('a policy in words', () => {
  it.each<[string, string]>([
    [
      '谁可以分期',
      '待缴满 500.00 元，并且最早的账单到期已满 3 个月，就可以申请。上一次分期没有缴完的，12 个月内可以再申请，由物业审核。',
    ],
    ['分几期', '2 到 12 期，每月缴一次，或每 2 个月缴一次。从第一期到最后一期不超过 12 个月。'],
    ['每期多少', '每期至少 100.00 元，平均分到每一期，不用首付。总数就是欠的数，不多收。随时可以提前缴。'],
    ['从哪天开始缴', '每期在哪一天缴由您选，1 号到 28 号都可以。第一期在 7 天以后。'],
    [
      '要不要审核',
      '3,000.00 元以内、6 期以内，不用审核，看过协议就能签。其他的由物业审核，3 天内答复您。同意后给您留 14 天时间，想好再签。',
    ],
    ['违约金', '履约期间不计违约金。'],
    [
      '晚了几天',
      '过了缴费日还有 7 天宽限，这几天里缴上，都算按时。一期只差 1.00 元以内，也算这一期缴了；最后一期要缴清。',
    ],
    [
      '没有按时缴',
      '过了宽限还没缴，分期就中断，账单按原来的缴费日算。缴过的钱都算数。30 天内补上，分期就继续，可以补一次。',
    ],
    ['换一天缴', '签好后可以改 2 次日期，每次最多往后 15 天，并且要早于下一期。'],
    [
      '延期',
      '一次缴、只是要晚些日子，可以延期：最多晚 60 天，一年 2 次。30 天以内不用审核，再久的由物业审核，3 天内答复您。',
    ],
    ['依据', '2026 年第 3 号公告'],
  ])('says of “%s” what it is', (title, text) => {
    expect(said(title)).toBe(text)
  })

  it('names no condition that it does not have', () => {
    expect(said('谁可以分期', { arrearsMinFen: zeroFen, overdueMonthsMin: 0, afterBrokenMonths: 0 })).toBe(
      '有待缴的账单就可以申请。',
    )
    expect(said('谁可以分期', { arrearsMinFen: zeroFen, afterBroken: 'refused' })).toBe(
      '最早的账单到期已满 3 个月，就可以申请。上一次分期没有缴完的，12 个月内暂时不能自助申请，可以到物业前台商量。',
    )
    expect(said('晚了几天', { toleranceFen: zeroFen })).not.toContain('只差')
  })

  it('says how much comes first, and by when', () => {
    expect(said('每期多少', { downPercent: 20, instalmentMinFen: zeroFen })).toBe(
      '签署后 3 天内先付 20% 作首付，剩下的平均分到每一期。总数就是欠的数，不多收。随时可以提前缴。',
    )
  })

  it.each([{ atOnceMaxFen: zeroFen }, { atOnceInstalmentsMax: 1 }])(
    'promises nothing at once where nothing is given at once: %o',
    (over) => {
      expect(said('要不要审核', over)).toBe('由物业审核，3 天内答复您。同意后给您留 14 天时间，想好再签。')
    },
  )

  it('names the front desk where one cannot help oneself', () => {
    expect(said('没有按时缴', { cureDays: 0 })).toContain('物业前台')
    expect(said('换一天缴', { movesMax: 0 })).toContain('物业前台')
    expect(said('延期', { deferralDaysMax: 0 })).toContain('物业前台')
    expect(said('延期', { deferralsPerYear: 0 })).toContain('物业前台')
  })

  it('says who decides on a deferral: nobody, the company from so many days on, the company', () => {
    expect(said('延期', { deferralAtOnceDays: 60 })).toMatch(/一年 2 次。不用审核。$/)
    expect(said('延期', { deferralAtOnceDays: 0 })).toMatch(/一年 2 次。由物业审核，3 天内答复您。$/)
  })

  it('frightens nobody', () => {
    expect(JSON.stringify(policyWords(policy))).not.toMatch(/滞纳金|罚|后果|起诉|法院|失信/)
  })
})

it('says terms in one line', () => {
  const terms: PlanTerms = { downFen: zeroFen, instalments: 6, everyMonths: 1, dayOfMonth: 10 }
  expect(termsWords(terms)).toBe('分 6 期，每月 10 号缴')
  expect(termsWords({ ...terms, downFen: fen(50_000), everyMonths: 2 })).toBe(
    '首付 500.00 元，再分 6 期，每 2 个月的 10 号缴',
  )
  expect([1, 3].map(everyMonthsWords)).toEqual(['每月缴一次', '每 3 个月缴一次'])
})

it.each([
  [{ instalments: 13 }, '最多分 9 期，请减少期数。'],
  [{ instalments: 6 }, undefined],
  [{ instalments: 11 }, '每期至少 100.00 元，请减少期数。'],
  [{ instalments: 8, everyMonths: 2 }, '最后一期不能晚于第一期之后 12 个月，请减少期数或缩短间隔。'],
  [{ downFen: fen(9_999) }, '首付至少要 100.00 元，请多付一些首付。'],
] as const)('says of terms outside a policy what to change: %o', (over, sentence) => {
  const terms: PlanTerms = { downFen: fen(10_000), instalments: 6, everyMonths: 1, dayOfMonth: 10, ...over }
  const demanding = { ...policy, downPercent: 10 }
  const debt = fen(100_000)
  expect(termsFaultWords(debt, terms, demanding)).toBe(sentence)
})
