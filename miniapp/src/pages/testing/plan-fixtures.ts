import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Deferral } from '@anjiao/shared/contract/deferrals'
import type { Plan, PlanInstalment } from '@anjiao/shared/contract/plan'
import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { PlanOptions } from '@anjiao/shared/contract/plans'
import { fen } from '@anjiao/shared/money'
import { aCharge, aParkingCharge, number } from './owner-server'

const day = (text: string) => text as BusinessDate

export const anInstalment = (over: Partial<PlanInstalment> = {}): PlanInstalment => ({
  no: 1,
  dueDate: day('2026-12-15'),
  movedFrom: null,
  amountFen: fen(65_076),
  paidFen: fen(0),
  state: 'upcoming',
  ...over,
})

/** 1,952.28 yuan in three instalments, signed on 25 November 2026; nothing has fallen due yet. */
export const aPlan = (over: Partial<Plan> = {}): Plan => ({
  id: number(12),
  householdId: number(1),
  state: 'active',
  terms: { downFen: fen(0), instalments: 3, everyMonths: 1, dayOfMonth: 15 },
  asked: null,
  debtFen: fen(195_228),
  paidFen: fen(0),
  openFen: fen(195_228),
  lateFee: 'held',
  charges: [aCharge({ overdue: false, hold: { matter: 'plan', granted: true, until: null, waives: false } })],
  instalments: [
    anInstalment(),
    anInstalment({ no: 2, dueDate: day('2027-01-15') }),
    anInstalment({ no: 3, dueDate: day('2027-02-15') }),
  ],
  reason: '',
  answer: '',
  appliedAt: '2026-11-25T02:00:00Z',
  replyBy: null,
  openUntil: null,
  cureUntil: null,
  cureFen: null,
  signedOn: day('2026-11-25'),
  movesLeft: 2,
  moveDaysMax: 15,
  graceDays: 7,
  happenings: [
    { on: day('2026-11-25'), event: 'take', to: 'approved', note: '' },
    { on: day('2026-11-25'), event: 'sign', to: 'signed', note: '' },
    { on: day('2026-11-25'), event: 'start', to: 'active', note: '' },
  ],
  ...over,
})

export const aDeferral = (over: Partial<Deferral> = {}): Deferral => ({
  id: number(5),
  householdId: number(1),
  state: 'applied',
  until: day('2027-01-20'),
  reason: '在外地照顾家人，月底回来',
  answer: '',
  charges: [aCharge()],
  askedAt: '2026-11-25T02:00:00Z',
  replyBy: day('2026-11-28'),
  ...over,
})

/** At most a year, at least 100 yuan each; up to 3,000 yuan and six instalments nobody is asked. */
export const aPlanPolicy = (over: Partial<PlanPolicy> = {}): PlanPolicy => ({
  id: number(3),
  arrearsMinFen: fen(0),
  overdueMonthsMin: 0,
  afterBroken: 'needs_approval',
  afterBrokenMonths: 12,
  downPercent: 0,
  instalmentsMax: 12,
  everyMonths: [1],
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
  publishedAs: '小区公告〔2026〕第 8 号',
  publishedAt: '2026-06-01T02:00:00Z',
  ...over,
})

/** The two charges of the usual bills, both to be had in a plan, one with a late fee of 12.30 yuan. */
export const planOptions = (over: Partial<PlanOptions> = {}): PlanOptions => ({
  today: day('2026-11-25'),
  policy: aPlanPolicy(),
  refused: null,
  needsApproval: false,
  inPlansFen: fen(0),
  charges: [
    { charge: aCharge(), why: null, lateFeeFen: fen(1_230) },
    { charge: aParkingCharge(), why: null, lateFeeFen: fen(0) },
  ],
  deferralsLeft: 2,
  ...over,
})
