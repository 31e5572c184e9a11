import { type Static, Type } from 'typebox'
import { type PlanState, planStates } from '../plan-life.ts'
import type { EndpointTable } from './endpoint.ts'
import { Plan, Terms } from './plan.ts'
import {
  BusinessDate,
  CommunityId,
  CommunityParams,
  Fen,
  HouseholdId,
  Instant,
  Line,
  Nullable,
  OneOf,
  PlanId,
} from './schemas.ts'

/** One line of the staff list. */
export const PlanRow = Type.Object({
  id: PlanId,
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  state: OneOf<PlanState>(planStates),
  debtFen: Fen,
  openFen: Fen,
  instalments: Type.Integer(),
  nextDue: Nullable(BusinessDate),
  appliedAt: Instant,
})
export type PlanRow = Static<typeof PlanRow>

export const PlansOverview = Type.Object({
  byState: Type.Array(
    Type.Object({ state: OneOf<PlanState>(planStates), plans: Type.Integer(), debtFen: Fen }),
  ),
  /**
   * Of plans that were signed: the money that has come in on them since, by payments and advance. What was taken back,
   * let go or cancelled is none of it.
   */
  recoveredFen: Fen,
  /** What is still open on plans that are kept at present. */
  promisedFen: Fen,
  /** Newest twelve months, oldest first: what fell due on plans, and what of it such money has paid, oldest instalment first. */
  months: Type.Array(Type.Object({ month: Type.String(), dueFen: Fen, paidFen: Fen })),
})
export type PlansOverview = Static<typeof PlansOverview>

const StaffPlanParams = Type.Object({ communityId: CommunityId, planId: PlanId })

/** What staff see of plans, and decide about them. */
export const staffPlansApi = {
  'GET /v1/staff/communities/:communityId/plans': {
    params: CommunityParams,
    query: Type.Object({
      state: Type.Optional(OneOf<PlanState>(planStates)),
      householdId: Type.Optional(HouseholdId),
      before: Type.Optional(PlanId),
    }),
    reply: Type.Object({ plans: Type.Array(PlanRow), more: Type.Boolean() }),
    summary: 'Plans, newest first',
  },
  'GET /v1/staff/communities/:communityId/plans/:planId': {
    params: StaffPlanParams,
    reply: Plan,
    summary: 'One plan, for staff',
  },
  'POST /v1/staff/communities/:communityId/plans/:planId/decide': {
    params: StaffPlanParams,
    body: Type.Union([
      Type.Object({ kind: Type.Literal('approve'), answer: Type.String({ maxLength: 300 }) }),
      Type.Object({ kind: Type.Literal('counter'), terms: Terms, answer: Line(300) }),
      Type.Object({ kind: Type.Literal('refuse'), answer: Line(300) }),
    ]),
    reply: Plan,
    summary: 'Approve an application, answer it with other terms, or refuse it with reasons',
  },
  'POST /v1/staff/communities/:communityId/plans/:planId/take-back': {
    params: StaffPlanParams,
    reply: Plan,
    summary: 'Take back an offer that nobody has signed',
  },
  'GET /v1/staff/communities/:communityId/plans-overview': {
    params: CommunityParams,
    reply: PlansOverview,
    summary: 'Plans kept and broken, money recovered',
  },
} as const satisfies EndpointTable
