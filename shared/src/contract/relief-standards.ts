import { type Static, Type } from 'typebox'
import { budgetSources, evidenceWays, reliefKinds, reliefMeasures } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BoundFen,
  BusinessDate,
  CommunityId,
  CommunityParams,
  Fen,
  Instant,
  Line,
  Nullable,
  OneOf,
  PayableFen,
  ReliefBudgetId,
  ReliefStandardId,
} from './schemas.ts'

const NewReliefBudget = Type.Object({
  name: Line(60),
  fromDate: BusinessDate,
  toDate: BusinessDate,
  amountFen: PayableFen,
  source: OneOf(budgetSources),
  /** The owners' resolution; common income may not be spent without one (民法典 278, 282). */
  resolution: Type.String({ maxLength: 200 }),
})
export type NewReliefBudget = Static<typeof NewReliefBudget>

export const ReliefBudget = Type.Object({
  ...NewReliefBudget.properties,
  id: ReliefBudgetId,
  /** Posted to relief and not taken back. */
  usedFen: Fen,
})
export type ReliefBudget = Static<typeof ReliefBudget>

/** 减免标准: the same for everybody in the same case. A version is never edited. */
const NewReliefStandard = Type.Object({
  kind: OneOf(reliefKinds),
  name: Line(60),
  /** What is enough as evidence, in words, as little as will do (个人信息保护法 6). */
  evidence: Line(300),
  ways: Type.Array(OneOf(evidenceWays), { minItems: 1, maxItems: 3, uniqueItems: true }),
  measure: OneOf(reliefMeasures),
  /** Of `percent`. */
  percent: Nullable(Type.Integer({ minimum: 1, maximum: 100 })),
  /** Of `sum`: what is given. Of `percent`: the most it may come to. Either way of a home in 12 months. */
  sumMaxFen: Nullable(PayableFen),
  /** Of `deferral`: days. Of `plan`: instalments at most, one a month. */
  deferralDays: Nullable(Type.Integer({ minimum: 1, maximum: 365 })),
  instalmentsMax: Nullable(Type.Integer({ minimum: 2, maximum: 60 })),
  /** Open late fee of the same charges is waived as well. */
  waivesLateFee: Type.Boolean(),
  /** Names of the fee items it is for; none: all. */
  feeItems: Type.Array(Line(40), { maxItems: 20 }),
  /** How long it lasts: bills of so many months to come get the same percentage. 0: only the bills named. */
  months: Type.Integer({ minimum: 0, maximum: 36 }),
  budgetId: Nullable(ReliefBudgetId),
  /** Where a grant brings what a home was given in 12 months above this, two people decide; where it lasts, always. */
  secondAboveFen: BoundFen,
  /** The owners' resolution, where principal is given up under 酬金制 or where the city wants one price for all (上海物业管理规定 48). */
  resolution: Type.String({ maxLength: 200 }),
  /** The local rule; nothing is taken off for vacancy without one. */
  legalBasis: Type.String({ maxLength: 200 }),
  replyDays: Type.Integer({ minimum: 1, maximum: 30 }),
  appealDays: Type.Integer({ minimum: 7, maximum: 60 }),
  /** Photos are deleted so many days after the decision. */
  photoDays: Type.Integer({ minimum: 0, maximum: 30 }),
  publishedAs: Line(200),
})
export type NewReliefStandard = Static<typeof NewReliefStandard>

export const ReliefStandard = Type.Object({
  ...NewReliefStandard.properties,
  id: ReliefStandardId,
  publishedAt: Instant,
  /** Nobody can apply under it any more. */
  endedAt: Nullable(Instant),
})
export type ReliefStandard = Static<typeof ReliefStandard>

/** Budgets that relief is paid from, and the standards by which it is given. */
export const reliefStandardsApi = {
  'GET /v1/staff/communities/:communityId/relief-standards': {
    params: CommunityParams,
    reply: Type.Array(ReliefStandard),
    summary: 'Published standards, those in force first',
  },
  'POST /v1/staff/communities/:communityId/relief-standards': {
    params: CommunityParams,
    body: NewReliefStandard,
    reply: ReliefStandard,
    summary: 'Publish a standard; it takes the place of the one of the same kind and name',
  },
  'POST /v1/staff/communities/:communityId/relief-standards/:standardId/end': {
    params: Type.Object({ communityId: CommunityId, standardId: ReliefStandardId }),
    reply: ReliefStandard,
    summary: 'Take no more applications under a standard',
  },
  'GET /v1/staff/communities/:communityId/relief-budgets': {
    params: CommunityParams,
    reply: Type.Array(ReliefBudget),
    summary: 'Budgets and what has been used of them',
  },
  'POST /v1/staff/communities/:communityId/relief-budgets': {
    params: CommunityParams,
    body: NewReliefBudget,
    reply: ReliefBudget,
    summary: 'Enter a budget',
  },
} as const satisfies EndpointTable
