import { type Static, Type } from 'typebox'
import { Charge } from './billing.ts'
import { deferralsApi } from './deferrals.ts'
import type { EndpointTable } from './endpoint.ts'
import { StartedPayment } from './payments.ts'
import { Plan, PlanParams, Terms } from './plan.ts'
import { planAgreementsApi } from './plan-agreements.ts'
import { planOffersApi } from './plan-offers.ts'
import { PlanPolicy, planPoliciesApi } from './plan-policies.ts'
import { BusinessDate, ChargeIds, Fen, HouseholdParams, Line, Nullable, PlanPolicyId } from './schemas.ts'
import { staffPlansApi } from './staff-plans.ts'

/** What an owner has to know to choose a plan or a deferral. */
export const PlanOptions = Type.Object({
  /** The server's day: schedules are counted from it. */
  today: BusinessDate,
  /** The policy in force; null: the community offers no plans. */
  policy: Nullable(PlanPolicy),
  /** Why this home may not have a new one, in a sentence; null: it may. */
  refused: Nullable(Type.String()),
  /** An earlier plan was broken lately: staff look at a new one. */
  needsApproval: Type.Boolean(),
  /** What is still open in plans of this home: with it counts how much may be given at once. */
  inPlansFen: Fen,
  /** Open charges, late fees with what they are for; those that cannot be in a plan say why. */
  charges: Type.Array(
    Type.Object({
      charge: Charge,
      why: Nullable(Type.String()),
      /** Late fee on it up to today: it comes with the charge and joins the debt. 0 where the plan waives it. */
      lateFeeFen: Fen,
    }),
  ),
  /** How many deferrals this home may still have this year. */
  deferralsLeft: Type.Integer(),
})
export type PlanOptions = Static<typeof PlanOptions>

export const plansApi = {
  'GET /v1/communities/:communityId/households/:householdId/plan-options': {
    params: HouseholdParams,
    reply: PlanOptions,
    summary: 'What a home may choose: policy, charges, deferrals left',
  },
  'GET /v1/communities/:communityId/households/:householdId/plans': {
    params: HouseholdParams,
    reply: Type.Array(Plan),
    summary: 'Plans of a home, newest first',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans': {
    params: HouseholdParams,
    body: Type.Object({
      policyId: PlanPolicyId,
      chargeIds: ChargeIds,
      terms: Terms,
      reason: Type.String({ maxLength: 300 }),
    }),
    reply: Plan,
    summary: 'The owner asks for a plan; within the policy it may be signed at once',
  },
  'GET /v1/communities/:communityId/households/:householdId/plans/:planId': {
    params: PlanParams,
    reply: Plan,
    summary: 'One plan, with what was paid and missed',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/decline': {
    params: PlanParams,
    reply: Plan,
    summary: 'The owner does not want what was offered',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/withdraw': {
    params: PlanParams,
    reply: Plan,
    summary: 'The owner takes an application back',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/payments': {
    params: PlanParams,
    body: Type.Object({
      /** The last instalment to be paid: the next one, several, or all. */
      upTo: Type.Integer({ minimum: 0, maximum: 60 }),
    }),
    reply: StartedPayment,
    summary: 'Pay what is open up to an instalment',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/instalments/:no/move': {
    params: Type.Object({ ...PlanParams.properties, no: Type.Integer({ minimum: 0, maximum: 60 }) }),
    body: Type.Object({ to: BusinessDate, reason: Line(200) }),
    reply: Plan,
    summary: 'The owner moves one instalment to a later day, as far as the policy lets them',
  },
  ...planAgreementsApi,
  ...deferralsApi,
  ...planPoliciesApi,
  ...staffPlansApi,
  ...planOffersApi,
} as const satisfies EndpointTable
