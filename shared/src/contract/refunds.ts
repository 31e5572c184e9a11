import { type Static, Type } from 'typebox'
import { refundRoutes, refundStates } from '../refund-life.ts'
import { paymentMethods } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BoundFen,
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
  PayableFen,
  PaymentAttemptId,
  PaymentId,
  RefundId,
} from './schemas.ts'

const ChargeName = {
  chargeId: ChargeId,
  feeItem: Type.String(),
  fromDate: BusinessDate,
  toDate: BusinessDate,
}

/** A payment, and what of it may still go back. */
export const RefundablePayment = Type.Object({
  paymentId: PaymentId,
  method: OneOf(paymentMethods),
  externalId: Type.String(),
  amountFen: Fen,
  paidAt: Instant,
  receiptNumber: Nullable(Type.Integer()),
  reversed: Type.Boolean(),
  restFen: Fen,
  charges: Type.Array(Type.Object({ ...ChargeName, settledFen: Fen })),
  /** What the home has paid ahead now and nobody has asked for. */
  advanceFen: Fen,
})
export type RefundablePayment = Static<typeof RefundablePayment>

/** 退款, as staff see it. */
export const StaffRefund = Type.Object({
  id: RefundId,
  householdId: Nullable(HouseholdId),
  roomName: Nullable(Type.String()),
  paymentId: Nullable(PaymentId),
  method: Nullable(OneOf(paymentMethods)),
  amountFen: Fen,
  route: OneOf(refundRoutes),
  state: OneOf(refundStates),
  reason: Type.String(),
  parts: Type.Array(Type.Object({ ...ChargeName, amountFen: Fen })),
  askedBy: Type.String(),
  askedByMe: Type.Boolean(),
  askedAt: Instant,
  checkedBy: Nullable(Type.String()),
  checkedAt: Nullable(Instant),
  declinedBecause: Nullable(Type.String()),
  /** Into which account, as WeChat words and masks it; of one that was paid out the name of who has received it. */
  receivedBy: Nullable(Type.String()),
  paidAt: Nullable(Instant),
  standsBecause: Nullable(Type.String()),
  /** Of one that was paid out at the counter or from a bank account. */
  paidOut: Nullable(
    Type.Object({ by: Type.String(), placeName: Type.String(), voucherNumber: Type.String() }),
  ),
  /** Of one that waits and gives back part of an advance: how many are decided with it, itself counted, and their sum. */
  together: Nullable(Type.Object({ refunds: Type.Integer(), amountFen: Fen })),
  /** Whether the person who asks may pay it out now. */
  mayPayOut: Type.Boolean(),
})
export type StaffRefund = Static<typeof StaffRefund>

/** 退款, as the people of a home see it. */
export const HomeRefund = Type.Object({
  id: RefundId,
  attemptId: Nullable(PaymentAttemptId),
  paymentId: PaymentId,
  amountFen: Fen,
  route: OneOf(refundRoutes),
  state: OneOf(refundStates),
  reason: Type.String(),
  receivedBy: Nullable(Type.String()),
  askedAt: Instant,
  paidAt: Nullable(Instant),
})
export type HomeRefund = Static<typeof HomeRefund>

/** 付出退款: who receives the money, and by which slip or number of a transfer. */
export const Payout = Type.Object({
  /** Of a transfer: the bank account that it leaves. Cash leaves the clerk's own till. */
  placeId: Nullable(MoneyPlaceId),
  voucherNumber: Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' }),
  receiverName: Line(40),
  paidOn: BusinessDate,
})
export type Payout = Static<typeof Payout>

/** What was paid out on a day: in cash by each clerk, and from bank accounts. */
export const PayoutDay = Type.Object({
  day: BusinessDate,
  payouts: Type.Array(
    Type.Object({
      refundId: RefundId,
      roomName: Type.String(),
      route: OneOf(refundRoutes),
      amountFen: Fen,
      paidBy: Type.String(),
      placeName: Type.String(),
      voucherNumber: Type.String(),
      receiverName: Type.String(),
    }),
  ),
  cashFen: Fen,
  transferFen: Fen,
})
export type PayoutDay = Static<typeof PayoutDay>

const Parts = Type.Array(Type.Object({ chargeId: ChargeId, amountFen: PayableFen }), { maxItems: 200 })
const RefundParams = Type.Object({ communityId: CommunityId, refundId: RefundId })

export const refundsApi = {
  'GET /v1/communities/:communityId/households/:householdId/refunds': {
    params: HouseholdParams,
    reply: Type.Array(HomeRefund),
    summary: 'Refunds of a home, newest first',
  },
  'GET /v1/staff/communities/:communityId/households/:householdId/refundable': {
    params: HouseholdParams,
    reply: Type.Array(RefundablePayment),
    summary: 'The newest payments of a home, and what of each may still go back',
  },
  'GET /v1/staff/communities/:communityId/households/:householdId/refund-limit': {
    params: HouseholdParams,
    reply: Type.Object({ aloneFen: Fen }),
    summary: 'How much one person may still give back alone to a home',
  },
  'POST /v1/staff/communities/:communityId/payments/:paymentId/refunds': {
    params: Type.Object({ communityId: CommunityId, paymentId: PaymentId }),
    body: Type.Object({
      route: OneOf(refundRoutes),
      parts: Parts,
      fromAdvanceFen: BoundFen,
      reason: Line(80),
    }),
    reply: StaffRefund,
    summary: 'Ask that something of a payment goes back',
  },
  'GET /v1/staff/communities/:communityId/refunds': {
    params: CommunityParams,
    query: Type.Object({
      state: Type.Optional(OneOf(refundStates)),
      before: Type.Optional(RefundId),
    }),
    reply: Type.Object({ refunds: Type.Array(StaffRefund), more: Type.Boolean() }),
    summary: 'Refunds, newest first',
  },
  'GET /v1/staff/communities/:communityId/refunds/:refundId': {
    params: RefundParams,
    reply: StaffRefund,
    summary: 'One refund',
  },
  'POST /v1/staff/communities/:communityId/refunds/:refundId/decide': {
    params: RefundParams,
    body: Type.Union([
      Type.Object({ kind: Type.Literal('approve') }),
      Type.Object({ kind: Type.Literal('decline'), reason: Line(200) }),
    ]),
    reply: StaffRefund,
    summary: 'The second person lets a refund go, or does not',
  },
  'POST /v1/staff/communities/:communityId/refunds/:refundId/withdraw': {
    params: RefundParams,
    reply: StaffRefund,
    summary: 'Who asked takes it back',
  },
  'POST /v1/staff/communities/:communityId/refunds/:refundId/explain': {
    params: RefundParams,
    body: Type.Object({ parts: Parts, fromAdvanceFen: BoundFen, reason: Line(80) }),
    reply: StaffRefund,
    summary: 'Say what a refund was for that happened without us',
  },
  'POST /v1/staff/communities/:communityId/refunds/:refundId/pay-out': {
    params: RefundParams,
    body: Payout,
    reply: StaffRefund,
    summary: 'Pay out what goes back in cash or by transfer',
  },
  'GET /v1/staff/communities/:communityId/refund-payouts': {
    params: CommunityParams,
    query: Type.Object({ day: BusinessDate }),
    reply: PayoutDay,
    summary: 'What was paid out on a day',
  },
  'GET /v1/staff/communities/:communityId/refund-limit': {
    params: CommunityParams,
    reply: Type.Object({ aloneUpToFen: BoundFen }),
    summary: 'Up to which sum one person is enough',
  },
  'POST /v1/staff/communities/:communityId/refund-limit': {
    params: CommunityParams,
    body: Type.Object({ aloneUpToFen: BoundFen }),
    reply: Type.Object({ aloneUpToFen: BoundFen }),
    summary: 'Set it',
  },
} as const satisfies EndpointTable
