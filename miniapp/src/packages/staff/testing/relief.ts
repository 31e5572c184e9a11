import type { ReliefApplication, ReliefGrant } from '@anjiao/shared/contract/relief-application'
import type { ReliefBudget, ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { ReliefCase, ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import type { ReliefBudgetId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { aDispute } from './disputes'
import { community, type Script } from './staff-server'
import { day, id } from './values'

export const aStandard = (over: Partial<ReliefStandard> = {}): ReliefStandard => ({
  id: id(2),
  kind: 'illness',
  name: '重大疾病减免',
  evidence: '医院证明或社区证明，有一样就够。',
  ways: ['desk', 'certificate', 'upload'],
  measure: 'percent',
  percent: 30,
  sumMaxFen: fen(100_000),
  deferralDays: null,
  instalmentsMax: null,
  waivesLateFee: true,
  feeItems: ['物业服务费'],
  months: 12,
  budgetId: id<ReliefBudgetId>(1),
  secondAboveFen: fen(50_000),
  resolution: '2026年第一次业主大会决议第三项',
  legalBasis: '',
  replyDays: 5,
  appealDays: 15,
  photoDays: 30,
  publishedAs: '2026年物业服务公告第9号',
  publishedAt: '2026-06-01T02:00:00Z',
  endedAt: null,
  ...over,
})

export const aGrant = (over: Partial<ReliefGrant> = {}): ReliefGrant => ({
  percent: 30,
  principalFen: fen(58_568),
  lateFeeFen: fen(1_200),
  deferredUntil: null,
  instalments: null,
  lastsUntil: day('2027-11-22'),
  ...over,
})

export const aReliefBudget = (over: Partial<ReliefBudget> = {}): ReliefBudget => ({
  id: id(1),
  name: '2026年公共收益帮扶金',
  fromDate: day('2026-01-01'),
  toDate: day('2026-12-31'),
  amountFen: fen(5_000_000),
  source: 'common_income',
  resolution: '2026年第一次业主大会决议第四项',
  usedFen: fen(1_234_500),
  ...over,
})

/** Household 42 asks for relief of 1,952.28 yuan because of an illness; the desk has not seen its papers yet. */
export const anAskedRelief = (over: Partial<ReliefApplication> = {}): ReliefApplication => {
  const { charge, photos } = aDispute()
  return {
    id: id(6),
    householdId: id(42),
    state: 'applied',
    standard: aStandard(),
    charges: [{ ...charge, openFen: fen(195_228), state: 'open', hold: null }],
    statement: '今年做了手术，一时缴不上，想请物业减一些。',
    evidenceWay: 'upload',
    checked: '',
    photos,
    askedAt: '2026-11-20T02:00:00Z',
    replyBy: day('2026-11-25'),
    sendBy: null,
    appealUntil: null,
    grant: null,
    reason: '',
    happenings: [{ at: '2026-11-20T02:00:00Z', event: 'apply', to: 'applied', by: '业主', note: '' }],
    ...over,
  }
}

export const aReliefCase = (
  part: Partial<ReliefApplication> = {},
  over: Partial<ReliefCase> = {},
): ReliefCase => ({
  application: anAskedRelief(part),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  proposed: aGrant(),
  needsSecond: true,
  mayDecide: true,
  budget: aReliefBudget(),
  sameKind: [
    {
      decidedOn: day('2026-10-12'),
      state: 'granted',
      grant: aGrant({ percent: 20, principalFen: fen(30_000) }),
    },
    { decidedOn: day('2026-09-02'), state: 'refused', grant: null },
  ],
  ...over,
})

/** One in force of each way to give, and one that has ended. */
export const someStandards: readonly ReliefStandard[] = [
  aStandard(),
  aStandard({
    id: id(3),
    kind: 'low_income',
    name: '低保家庭缓缴',
    measure: 'deferral',
    percent: null,
    sumMaxFen: null,
    deferralDays: 90,
    months: 0,
    budgetId: null,
    resolution: '',
    secondAboveFen: fen(0),
  }),
  aStandard({ id: id(1), percent: 20, publishedAt: '2025-06-01T02:00:00Z', endedAt: '2026-06-01T02:00:00Z' }),
]

export const aReliefOverview = (over: Partial<ReliefOverview> = {}): ReliefOverview => ({
  budgets: [
    aReliefBudget(),
    aReliefBudget({ id: id(2), name: '公司让利', amountFen: fen(2_000_000), usedFen: fen(1_900_000) }),
  ],
  byKind: [
    {
      kind: 'low_income',
      asked: 14,
      granted: 11,
      refused: 2,
      reliefFen: fen(1_234_500),
      percentMin: 30,
      percentMax: 30,
    },
    {
      kind: 'illness',
      asked: 5,
      granted: 3,
      refused: 1,
      reliefFen: fen(345_600),
      percentMin: 20,
      percentMax: 30,
    },
    {
      kind: 'disaster',
      asked: 1,
      granted: 0,
      refused: 0,
      reliefFen: fen(0),
      percentMin: null,
      percentMax: null,
    },
  ],
  unequal: [
    { standard: '重大疾病减免', applicationId: id(6), roomName: '3栋 1单元 502', what: '减免 20%，少于标准' },
  ],
  ...over,
})

/** All that the pages of relief ask for, beside what is known of the home. */
export const reliefScript: Script = {
  [`GET ${community}/relief/6`]: aReliefCase(),
  [`GET ${community}/relief-overview`]: aReliefOverview(),
  [`GET ${community}/relief-standards`]: someStandards,
  [`GET ${community}/relief-budgets`]: [
    aReliefBudget(),
    aReliefBudget({ id: id(2), source: 'company', resolution: '', usedFen: fen(0) }),
  ],
}
