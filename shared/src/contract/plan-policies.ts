import { type Static, Type } from 'typebox'
import { afterBroken, lateFeeTerms } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { BoundFen, CommunityParams, Instant, Line, OneOf, PlanPolicyId } from './schemas.ts'

const Share = Type.Integer({ minimum: 0, maximum: 50 })
const Days = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum })
/** Months from one instalment to the next. */
export const EveryMonths = Type.Integer({ minimum: 1, maximum: 3 })

/** 分期与延期办法: who may have a plan, of what shape, and what happens when it is missed. A version is never edited. */
const NewPlanPolicy = Type.Object({
  /** Who may: somebody who owes at least this much … */
  arrearsMinFen: BoundFen,
  /** … of which the oldest has been due for this many months. */
  overdueMonthsMin: Days(0, 60),
  afterBroken: OneOf(afterBroken),
  /** How long an earlier plan that was broken counts. */
  afterBrokenMonths: Days(0, 60),
  downPercent: Share,
  instalmentsMax: Days(2, 60),
  everyMonths: Type.Array(EveryMonths, { minItems: 1, maxItems: 3, uniqueItems: true }),
  instalmentMinFen: BoundFen,
  firstAfterDays: Days(1, 31),
  /** From the first instalment to the last. */
  termMonthsMax: Days(1, 60),
  lateFee: OneOf(lateFeeTerms),
  /** Up to this debt and this many instalments the owner asks nobody; 0: always. */
  atOnceMaxFen: BoundFen,
  atOnceInstalmentsMax: Days(0, 60),
  /** At least a week, so that an agreement does not fail over a bank holiday (law of obligations, and decency). */
  graceDays: Days(7, 60),
  /** An instalment short by no more than this counts as paid; the last one must be paid in full. */
  toleranceFen: BoundFen,
  /** Days after it was broken within which it can be caught up, once. */
  cureDays: Days(0, 90),
  /** How often one instalment may be moved in a plan, and by how many days at most. */
  movesMax: Days(0, 12),
  moveDaysMax: Days(1, 31),
  /** Staff answer an application within this. */
  replyDays: Days(1, 30),
  /** How long terms stay open for signing. */
  offerDays: Days(1, 60),
  /** 延期: how far at most, how far without asking, how often a year. 0 days: not at all. */
  deferralDaysMax: Days(0, 180),
  deferralAtOnceDays: Days(0, 180),
  deferralsPerYear: Days(0, 12),
  /** Where it was published, e.g. a notice. */
  publishedAs: Line(200),
})
export type NewPlanPolicy = Static<typeof NewPlanPolicy>

export const PlanPolicy = Type.Object({
  ...NewPlanPolicy.properties,
  id: PlanPolicyId,
  publishedAt: Instant,
})
export type PlanPolicy = Static<typeof PlanPolicy>

/** By what rules a community gives plans and deferrals. */
export const planPoliciesApi = {
  'GET /v1/staff/communities/:communityId/plan-policies': {
    params: CommunityParams,
    reply: Type.Array(PlanPolicy),
    summary: 'Versions of the plan policy, the one in force first',
  },
  'POST /v1/staff/communities/:communityId/plan-policies': {
    params: CommunityParams,
    body: NewPlanPolicy,
    reply: PlanPolicy,
    summary: 'Publish a new version; offers that stand keep their terms',
  },
} as const satisfies EndpointTable
