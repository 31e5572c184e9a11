import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { fen, zeroFen } from '@anjiao/shared/money'

/** The plan policy of the sample community: small debts at once, larger ones after a look; patient with a missed month. */
export const samplePolicy: NewPlanPolicy = {
  arrearsMinFen: fen(50_000),
  overdueMonthsMin: 0,
  afterBroken: 'needs_approval',
  afterBrokenMonths: 12,
  downPercent: 0,
  instalmentsMax: 12,
  everyMonths: [1],
  instalmentMinFen: fen(10_000),
  firstAfterDays: 7,
  termMonthsMax: 12,
  lateFee: 'waived_when_kept',
  atOnceMaxFen: fen(500_000),
  atOnceInstalmentsMax: 6,
  graceDays: 7,
  toleranceFen: zeroFen,
  cureDays: 15,
  movesMax: 2,
  moveDaysMax: 15,
  replyDays: 3,
  offerDays: 15,
  deferralDaysMax: 90,
  deferralAtOnceDays: 30,
  deferralsPerYear: 1,
  publishedAs: '阳光花园公示栏，2026年11月1日',
}
