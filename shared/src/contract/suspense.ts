import { type Static, Type } from 'typebox'
import { suspenseHints, suspenseOutcomes, suspenseReasons } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BusinessDate,
  ChargeId,
  CommunityId,
  CommunityParams,
  Fen,
  HouseholdId,
  HouseholdParams,
  Instant,
  Line,
  MoneyPlaceId,
  Nullable,
  OneOf,
  PaymentId,
  Prose,
  SuspenseItemId,
} from './schemas.ts'

/** A home that held money may belong to, and why. */
export const SuspenseSuggestion = Type.Object({
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  openFen: Fen,
  hints: Type.Array(OneOf(suspenseHints)),
  /** What the money seems to be for; none: what is due, oldest first. */
  chargeIds: Type.Array(ChargeId),
})
export type SuspenseSuggestion = Static<typeof SuspenseSuggestion>

/** 待查款. Money that arrived and that nothing explains by itself. */
export const SuspenseItem = Type.Object({
  id: SuspenseItemId,
  reason: OneOf(suspenseReasons),
  amountFen: Fen,
  paidAt: Instant,
  /** WeChat, or the account or terminal that it came to, as the company calls it. */
  placeName: Type.String(),
  ofWechat: Type.Boolean(),
  /** WeChat's number or the bank's. */
  transactionId: Type.String(),
  outTradeNo: Nullable(Type.String()),
  payerName: Type.String(),
  remark: Type.String(),
  /** Of WeChat: the home whose payment was tried. */
  roomName: Nullable(Type.String()),
})
export type SuspenseItem = Static<typeof SuspenseItem>

export const OpenSuspense = Type.Object({
  ...SuspenseItem.properties,
  suggestions: Type.Array(SuspenseSuggestion),
  /** What of it went back in WeChat's merchant platform already, and waits to be told. */
  wentBackFen: Fen,
})
export type OpenSuspense = Static<typeof OpenSuspense>

/** What somebody made of an item; one that was taken back says so. */
export const ResolvedSuspense = Type.Object({
  item: SuspenseItem,
  outcome: OneOf(suspenseOutcomes),
  householdId: Nullable(HouseholdId),
  roomName: Nullable(Type.String()),
  paymentId: Nullable(PaymentId),
  receiptNumber: Nullable(Type.Integer()),
  reason: Type.String(),
  reference: Type.String(),
  resolvedAt: Instant,
  resolvedBy: Type.String(),
  takenBack: Nullable(Type.Object({ at: Instant, by: Type.String(), because: Type.String() })),
  mayTakeBack: Type.Boolean(),
})
export type ResolvedSuspense = Static<typeof ResolvedSuspense>

/** What is open of a home, to choose from. */
export const SuspenseBill = Type.Object({
  roomName: Type.String(),
  ownerMasked: Type.String(),
  advanceFen: Fen,
  charges: Type.Array(
    Type.Object({
      id: ChargeId,
      feeItem: Type.String(),
      fromDate: BusinessDate,
      toDate: BusinessDate,
      dueDate: BusinessDate,
      openFen: Fen,
    }),
  ),
})
export type SuspenseBill = Static<typeof SuspenseBill>

const ItemParams = Type.Object({ communityId: CommunityId, itemId: SuspenseItemId })

export const PlacedSuspense = Type.Object({
  householdId: HouseholdId,
  /** None: what is due, oldest first. */
  chargeIds: Type.Array(ChargeId, { maxItems: 200, uniqueItems: true }),
})
export type PlacedSuspense = Static<typeof PlacedSuspense>

/** Where money left that goes back: by a transfer from an account, or in WeChat's merchant platform. */
export const ReturnedSuspense = Type.Union([
  Type.Object({
    way: Type.Literal('transfer'),
    placeId: MoneyPlaceId,
    /** The bank's number of the transfer (流水号). */
    reference: Line(64),
    paidOn: BusinessDate,
    reason: Prose(200),
  }),
  Type.Object({ way: Type.Literal('wechat'), reason: Prose(200) }),
])
export type ReturnedSuspense = Static<typeof ReturnedSuspense>

export const suspenseApi = {
  'GET /v1/staff/communities/:communityId/suspense': {
    params: CommunityParams,
    reply: Type.Array(OpenSuspense),
    summary: 'Money that arrived and waits for finance to place it, with whose it may be',
  },
  'GET /v1/staff/communities/:communityId/suspense/resolved': {
    params: CommunityParams,
    reply: Type.Array(ResolvedSuspense),
    summary: 'What was made of held money, the last first',
  },
  'GET /v1/staff/communities/:communityId/suspense/homes/:householdId': {
    params: HouseholdParams,
    reply: SuspenseBill,
    summary: 'What is open of a home that held money may belong to',
  },
  'POST /v1/staff/communities/:communityId/suspense/:itemId/place': {
    params: ItemParams,
    body: PlacedSuspense,
    reply: ResolvedSuspense,
    summary: 'Confirm whose money it is: it pays that home',
  },
  'POST /v1/staff/communities/:communityId/suspense/:itemId/return': {
    params: ItemParams,
    body: ReturnedSuspense,
    reply: ResolvedSuspense,
    summary: 'Say how money of an unknown payer went back',
  },
  'POST /v1/staff/communities/:communityId/suspense/:itemId/take-back': {
    params: ItemParams,
    body: Type.Object({ reason: Prose(200) }),
    reply: ResolvedSuspense,
    summary: 'Take back a placing that was wrong: its payment is reversed, the money is held again',
  },
} as const satisfies EndpointTable
