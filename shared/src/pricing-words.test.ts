import { expect, it } from 'vitest'
import { businessDate } from './calendar.ts'
import type { Pricing } from './contract/billing.ts'
import { fen } from './money.ts'
import { pricingWords } from './pricing-words.ts'

const tiers = [
  { upTo: 1_000, rate: 10_000 },
  { upTo: 2_000, rate: 20_500 },
  { upTo: null, rate: 30_000 },
]

const span = (openFen: number, days: number, lprYearlyPpm: number | null) => ({
  fromDate: businessDate('2026-01-01'),
  toDate: businessDate('2026-01-31'),
  days,
  openFen: fen(openFen),
  lprYearlyPpm,
})

it.each<[string, Pricing]>([
  ['2.20 元/㎡·月 × 98.60 ㎡ × 9 个月', { method: 'area', rate: 22_000, areaHundredths: 9_860, months: 9 }],
  [
    '0.2055 元/㎡·月 × 120.00 ㎡ × 1 个月',
    { method: 'area', rate: 2_055, areaHundredths: 12_000, months: 1 },
  ],
  [
    '1,150.00 元/月 × 3 个月',
    { method: 'fixed', fixedFen: fen(115_000), quantityHundredths: 100, months: 3 },
  ],
  [
    '150.00 元/月 × 2 × 12 个月',
    { method: 'fixed', fixedFen: fen(15_000), quantityHundredths: 200, months: 12 },
  ],
  ['0.05 元/月 × 1.5 × 12 个月', { method: 'fixed', fixedFen: fen(5), quantityHundredths: 150, months: 12 }],
  ['1.00 元 × 10 × 1 个月', { method: 'tier', tiers, quantityHundredths: 1_000, months: 1 }],
  [
    '(1.00 元 × 10 + 2.05 元 × 10 + 3.00 元 × 0.5) × 3 个月',
    { method: 'tier', tiers, quantityHundredths: 2_050, months: 3 },
  ],
  [
    '历史账单，应收 1,952.28 元，此前已缴 952.28 元（2025年已谈妥）',
    {
      method: 'roll',
      chargedFen: fen(195_228),
      paidBeforeFen: fen(95_228),
      remark: '2025年已谈妥',
    },
  ],
  [
    '历史账单，应收 100.00 元',
    { method: 'roll', chargedFen: fen(10_000), paidBeforeFen: fen(0), remark: '' },
  ],
  [
    '按合同第六条：1,000.00 元 × LPR 3.10% × 1.3 ÷ 365 × 31 天 + 400.00 元 × 每日 0.005% × 2 天，以本金为限',
    {
      method: 'late_fee',
      clause: '合同第六条',
      dailyPpm: 50,
      spans: [span(100_000, 31, 31_000), span(40_000, 2, null)],
      capped: true,
    },
  ],
])('says %s', (words, pricing) => {
  expect(pricingWords(pricing)).toBe(words)
})
