import { type Static, Type } from 'typebox'
import { deferralStates } from '../vocabulary.ts'
import { Charge } from './billing.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BusinessDate,
  ChargeIds,
  CommunityId,
  CommunityParams,
  DeferralId,
  HouseholdId,
  HouseholdParams,
  Instant,
  Line,
  Nullable,
  OneOf,
  PlanPolicyId,
} from './schemas.ts'

/** 延期: charges that are to be paid on a later day. */
export const Deferral = Type.Object({
  id: DeferralId,
  householdId: HouseholdId,
  state: OneOf(deferralStates),
  until: BusinessDate,
  /** For the owner and staff who answer; empty for others, as is the answer. */
  reason: Type.String(),
  answer: Type.String(),
  charges: Type.Array(Charge),
  askedAt: Instant,
  replyBy: Nullable(BusinessDate),
})
export type Deferral = Static<typeof Deferral>

export const deferralsApi = {
  'GET /v1/communities/:communityId/households/:householdId/deferrals': {
    params: HouseholdParams,
    reply: Type.Array(Deferral),
    summary: 'Deferrals of a home, newest first',
  },
  'POST /v1/communities/:communityId/households/:householdId/deferrals': {
    params: HouseholdParams,
    body: Type.Object({
      policyId: PlanPolicyId,
      chargeIds: ChargeIds,
      until: BusinessDate,
      reason: Line(300),
      /** Ticked by the owner where a charge has been due for more than three years. */
      oldDebtKnown: Type.Boolean(),
    }),
    reply: Deferral,
    summary: 'The owner asks to pay on a later day',
  },
  'POST /v1/communities/:communityId/households/:householdId/deferrals/:deferralId/withdraw': {
    params: Type.Object({ ...HouseholdParams.properties, deferralId: DeferralId }),
    reply: Deferral,
    summary: 'The owner takes it back while it waits',
  },
  'GET /v1/staff/communities/:communityId/deferrals': {
    params: CommunityParams,
    query: Type.Object({ state: OneOf(deferralStates) }),
    reply: Type.Array(
      Type.Object({ deferral: Deferral, roomName: Type.String(), ownerMasked: Type.String() }),
    ),
    summary: 'Deferrals, oldest first',
  },
  'POST /v1/staff/communities/:communityId/deferrals/:deferralId/decide': {
    params: Type.Object({ communityId: CommunityId, deferralId: DeferralId }),
    body: Type.Union([
      Type.Object({
        grant: Type.Literal(true),
        until: BusinessDate,
        answer: Type.String({ maxLength: 300 }),
      }),
      Type.Object({ grant: Type.Literal(false), answer: Line(300) }),
    ]),
    reply: Deferral,
    summary: 'Grant a deferral, to the same or another day, or refuse it with reasons',
  },
} as const satisfies EndpointTable
