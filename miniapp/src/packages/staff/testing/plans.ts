import type { Deferral } from '@anjiao/shared/contract/deferrals'
import type { Plan } from '@anjiao/shared/contract/plan'
import type { OfferPreview } from '@anjiao/shared/contract/plan-offers'
import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { PlanRow, PlansOverview } from '@anjiao/shared/contract/staff-plans'
import { fen } from '@anjiao/shared/money'
import { aDeferral, anInstalment, aPlan } from '../../../pages/testing/plan-fixtures'
import { community, type Script } from './staff-server'
import { day, id } from './values'

export const aPolicy = (over: Partial<PlanPolicy> = {}): PlanPolicy => ({
  id: id(2),
  arrearsMinFen: fen(50_000),
  overdueMonthsMin: 2,
  afterBroken: 'needs_approval',
  afterBrokenMonths: 12,
  downPercent: 10,
  instalmentsMax: 12,
  everyMonths: [1, 2],
  instalmentMinFen: fen(10_000),
  firstAfterDays: 7,
  termMonthsMax: 12,
  lateFee: 'waived_when_kept',
  atOnceMaxFen: fen(0),
  atOnceInstalmentsMax: 0,
  graceDays: 7,
  toleranceFen: fen(100),
  cureDays: 15,
  movesMax: 2,
  moveDaysMax: 15,
  replyDays: 5,
  offerDays: 7,
  deferralDaysMax: 60,
  deferralAtOnceDays: 0,
  deferralsPerYear: 2,
  publishedAs: '2026年物业服务公告第8号',
  publishedAt: '2026-06-01T02:00:00Z',
  ...over,
})

/** 1,952.28 yuan of household 42, asked for on 20 November 2026: 200 down and three instalments. */
export const anApplied = (over: Partial<Plan> = {}): Plan =>
  aPlan({
    householdId: id(42),
    state: 'applied',
    terms: { downFen: fen(20_000), instalments: 3, everyMonths: 1, dayOfMonth: 15 },
    instalments: [
      anInstalment({ no: 0, dueDate: day('2026-11-23'), amountFen: fen(20_000) }),
      anInstalment({ amountFen: fen(58_410) }),
      anInstalment({ no: 2, dueDate: day('2027-01-15'), amountFen: fen(58_409) }),
      anInstalment({ no: 3, dueDate: day('2027-02-15'), amountFen: fen(58_409) }),
    ],
    reason: '孩子刚上大学，年底前手头紧',
    appliedAt: '2026-11-20T02:00:00Z',
    replyBy: day('2026-11-25'),
    signedOn: null,
    happenings: [{ on: day('2026-11-20'), event: 'apply', to: 'applied', note: '' }],
    ...over,
  })

export const aPlanRow = (over: Partial<PlanRow> = {}): PlanRow => ({
  id: id(12),
  householdId: id(42),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  state: 'applied',
  debtFen: fen(195_228),
  openFen: fen(195_228),
  instalments: 3,
  nextDue: null,
  appliedAt: '2026-11-20T02:00:00Z',
  ...over,
})

/** A deferral of household 42, as staff have it in their list. */
export const aListedDeferral = (over: Partial<Deferral> = {}) => ({
  deferral: aDeferral({ householdId: id(42), ...over }),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
})

export const plansOverview: PlansOverview = {
  byState: [
    { state: 'applied', plans: 3, debtFen: fen(812_300) },
    { state: 'active', plans: 41, debtFen: fen(12_345_678) },
    { state: 'broken', plans: 4, debtFen: fen(1_204_500) },
    { state: 'kept', plans: 16, debtFen: fen(3_600_000) },
  ],
  recoveredFen: fen(8_765_432),
  promisedFen: fen(6_543_210),
  months: [
    { month: '2026-08', dueFen: fen(0), paidFen: fen(0) },
    { month: '2026-09', dueFen: fen(1_234_500), paidFen: fen(1_234_500) },
    { month: '2026-10', dueFen: fen(2_468_000), paidFen: fen(2_100_000) },
    { month: '2026-11', dueFen: fen(3_000_000), paidFen: fen(640_000) },
  ],
}

export const offerPreview: OfferPreview = {
  homes: 128,
  debtFen: fen(45_612_300),
  leftOut: [
    { reason: '已有分期或分期申请', homes: 14 },
    { reason: '每期会低于最小金额', homes: 31 },
  ],
}

/** All that the pages of plans ask for. */
export const planScript: Script = {
  [`GET ${community}/plan-policies`]: [
    aPolicy(),
    aPolicy({ id: id(1), downPercent: 30, publishedAt: '2025-01-01T02:00:00Z' }),
  ],
  [`GET ${community}/plans`]: {
    plans: [
      aPlanRow(),
      aPlanRow({ id: id(9), state: 'active', nextDue: day('2026-12-15'), openFen: fen(130_152) }),
      aPlanRow({ id: id(7), state: 'broken' }),
    ],
    more: true,
  },
  [`GET ${community}/plans/12`]: anApplied(),
  [`POST ${community}/plan-offers/preview`]: offerPreview,
  [`GET ${community}/deferrals`]: [aListedDeferral(), aListedDeferral({ id: id(8) })],
  [`GET ${community}/plans-overview`]: plansOverview,
  [`GET ${community}/households/42/standing`]: [{ chargeId: id(1), mayPress: false, why: 'plan_review' }],
  [`GET ${community}/relief`]: {
    applications: [
      {
        id: id(6),
        householdId: id(42),
        roomName: '3栋 1单元 502',
        ownerMasked: '汤**',
        kind: 'illness',
        state: 'granted',
        askedAt: '2025-03-01T02:00:00Z',
        replyBy: null,
        amountFen: fen(60_000),
      },
    ],
    more: false,
  },
}
