import { type Static, Type } from 'typebox'
import { requestMatters } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { BusinessDate, CommunityParams, Fen, HouseholdId, Instant, Nullable, OneOf } from './schemas.ts'

/** Something that residents asked and staff have to answer, whatever it is. */
export const WaitingRequest = Type.Object({
  matter: OneOf(requestMatters),
  /** Of the plan, deferral, relief application, dispute, return of an advance or complaint about a reminder. */
  id: Type.Integer(),
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  /** What is asked, in a few words. */
  what: Type.String(),
  /** Null: it is about no money. */
  amountFen: Nullable(Fen),
  askedAt: Instant,
  replyBy: BusinessDate,
  /** Days left until it has to be answered; below zero: late, and brought before the manager. */
  daysLeft: Type.Integer(),
})
export type WaitingRequest = Static<typeof WaitingRequest>

export const requestsApi = {
  'GET /v1/staff/communities/:communityId/requests': {
    params: CommunityParams,
    reply: Type.Array(WaitingRequest),
    summary:
      'Everything that waits for an answer, the most urgent first; complaints about reminders for managers only',
  },
} as const satisfies EndpointTable
