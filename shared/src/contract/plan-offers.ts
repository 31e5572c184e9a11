import { type Static, Type } from 'typebox'
import type { EndpointTable } from './endpoint.ts'
import { Terms } from './plan.ts'
import { BoundFen, CommunityParams, Fen, HouseholdId, Line, Nullable } from './schemas.ts'

/** Which homes a bulk offer goes to: those in arrears, narrowed. */
export const Segment = Type.Object({
  /** Names of buildings; none: all. */
  buildings: Type.Array(Line(40), { maxItems: 200 }),
  overdueMonthsMin: Type.Integer({ minimum: 0, maximum: 120 }),
  openMinFen: BoundFen,
  openMaxFen: Nullable(BoundFen),
  /** One home alone. */
  householdId: Nullable(HouseholdId),
})
export type Segment = Static<typeof Segment>

const Offer = Type.Object({
  segment: Segment,
  instalments: Type.Integer({ minimum: 2, maximum: 60 }),
  everyMonths: Terms.properties.everyMonths,
  dayOfMonth: Terms.properties.dayOfMonth,
  /** To the owner, beside the terms. */
  message: Line(200),
})
export type Offer = Static<typeof Offer>

export const OfferPreview = Type.Object({
  homes: Type.Integer(),
  debtFen: Fen,
  /** Homes of the segment that get none, and why. */
  leftOut: Type.Array(Type.Object({ reason: Type.String(), homes: Type.Integer() })),
})
export type OfferPreview = Static<typeof OfferPreview>

/** Plans that are offered to many homes at once. */
export const planOffersApi = {
  'POST /v1/staff/communities/:communityId/plan-offers/preview': {
    params: CommunityParams,
    body: Offer,
    reply: OfferPreview,
    summary: 'Whom a bulk offer would reach; writes nothing',
  },
  'POST /v1/staff/communities/:communityId/plan-offers': {
    params: CommunityParams,
    body: Offer,
    reply: OfferPreview,
    summary: 'Offer a plan to every home of a segment',
  },
} as const satisfies EndpointTable
