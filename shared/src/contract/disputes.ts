import { type Static, Type } from 'typebox'
import { disputeAbouts, disputeStates, whyNotPress } from '../vocabulary.ts'
import { Charge } from './billing.ts'
import type { EndpointTable } from './endpoint.ts'
import { PhotoView } from './evidence.ts'
import {
  BusinessDate,
  ChargeId,
  CommunityId,
  CommunityParams,
  DisputeId,
  HouseholdId,
  HouseholdParams,
  Instant,
  Line,
  Nullable,
  OneOf,
  PhotoId,
  Prose,
} from './schemas.ts'

/** 异议: what an owner finds wrong with a charge, and what the company answered. */
export const Dispute = Type.Object({
  id: DisputeId,
  householdId: HouseholdId,
  charge: Charge,
  about: OneOf(disputeAbouts),
  text: Type.String(),
  photos: Type.Array(PhotoView),
  state: OneOf(disputeStates),
  answer: Type.String(),
  askedAt: Instant,
  replyBy: Nullable(BusinessDate),
  answeredAt: Nullable(Instant),
})
export type Dispute = Static<typeof Dispute>

const DisputeParams = Type.Object({ ...HouseholdParams.properties, disputeId: DisputeId })
const StaffDisputeParams = Type.Object({ communityId: CommunityId, disputeId: DisputeId })

export const disputesApi = {
  'GET /v1/communities/:communityId/households/:householdId/disputes': {
    params: HouseholdParams,
    reply: Type.Array(Dispute),
    summary: 'Disputes of a home, newest first',
  },
  'POST /v1/communities/:communityId/households/:householdId/charges/:chargeId/disputes': {
    params: Type.Object({ ...HouseholdParams.properties, chargeId: ChargeId }),
    body: Type.Object({
      about: OneOf(disputeAbouts),
      text: Prose(500),
      photoIds: Type.Array(PhotoId, { maxItems: 9, uniqueItems: true }),
    }),
    reply: Dispute,
    summary: 'Say what is wrong with a charge; nobody presses for it until it is answered',
  },
  'POST /v1/communities/:communityId/households/:householdId/disputes/:disputeId/withdraw': {
    params: DisputeParams,
    reply: Dispute,
    summary: 'The owner takes it back',
  },
  'GET /v1/staff/communities/:communityId/disputes': {
    params: CommunityParams,
    query: Type.Object({ state: OneOf(disputeStates) }),
    reply: Type.Array(Type.Object({ dispute: Dispute, roomName: Type.String(), ownerMasked: Type.String() })),
    summary: 'Disputes, oldest first',
  },
  'POST /v1/staff/communities/:communityId/disputes/:disputeId/answer': {
    params: StaffDisputeParams,
    body: Type.Union([
      Type.Object({ outcome: Type.Literal('explained'), answer: Line(500) }),
      /** The owner is right: a manager cancels the charge with it, or bills it anew afterwards. */
      Type.Object({ outcome: Type.Literal('corrected'), answer: Line(500), cancelCharge: Type.Boolean() }),
    ]),
    reply: Dispute,
    summary: 'Answer a dispute',
  },
  'POST /v1/staff/communities/:communityId/disputes/:disputeId/photos/:photoId/view': {
    params: Type.Object({ ...StaffDisputeParams.properties, photoId: PhotoId }),
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to a photo; each view is recorded',
  },
} as const satisfies EndpointTable

export const standingApi = {
  'GET /v1/staff/communities/:communityId/households/:householdId/standing': {
    params: HouseholdParams,
    reply: Type.Array(
      Type.Object({ chargeId: ChargeId, mayPress: Type.Boolean(), why: Nullable(OneOf(whyNotPress)) }),
    ),
    summary: 'For each open charge: may we press for it now, and if not, why',
  },
} as const satisfies EndpointTable
