import { type Static, Type } from 'typebox'
import { attemptStates, entryKinds, paymentMethods, suspenseReasons } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  AdvancePolicyId,
  BoundFen,
  BusinessDate,
  ChargeId,
  ChargeIds,
  CommunityParams,
  Fen,
  HouseholdParams,
  Instant,
  Line,
  Nullable,
  OneOf,
  PayableFen,
  PaymentAttemptId,
  PaymentId,
} from './schemas.ts'

/** What the payer chose. The server computes the amount, except where an amount is what was chosen. */
export const PaymentChoice = Type.Union([
  Type.Object({
    kind: Type.Literal('charges'),
    chargeIds: ChargeIds,
  }),
  Type.Object({ kind: Type.Literal('all-due') }),
  Type.Object({ kind: Type.Literal('amount'), amountFen: PayableFen }),
  /** An amount towards some charges and no others: an instalment. */
  Type.Object({
    kind: Type.Literal('part'),
    chargeIds: ChargeIds,
    amountFen: PayableFen,
  }),
])
export type PaymentChoice = Static<typeof PaymentChoice>

/** What `wx.requestPayment` takes. */
export const PayParams = Type.Object({
  timeStamp: Type.String(),
  nonceStr: Type.String(),
  package: Type.String(),
  signType: Type.Literal('RSA'),
  paySign: Type.String(),
})
export type PayParams = Static<typeof PayParams>

/** Part of a payment that went to a charge. */
export const Allocated = Type.Object({
  chargeId: ChargeId,
  feeItem: Type.String(),
  fromDate: BusinessDate,
  toDate: BusinessDate,
  amountFen: Fen,
})

/** One attempt to pay (缴费单), by the server's word. */
export const PaymentAttempt = Type.Object({
  id: PaymentAttemptId,
  state: OneOf(attemptStates),
  amountFen: Fen,
  description: Type.String(),
  createdAt: Instant,
  expiresAt: Instant,
  paidAt: Nullable(Instant),
  /** WeChat's number of the payment, once paid. */
  transactionId: Nullable(Type.String()),
  paidBy: Type.String(),
  allocated: Type.Array(Allocated),
  /** What no charge needed and went to the advance. */
  toAdvanceFen: Fen,
  /** Set when the money arrived but needs a person to place it. */
  heldBecause: Nullable(OneOf(suspenseReasons)),
})
export type PaymentAttempt = Static<typeof PaymentAttempt>

/** One line of 缴费记录: what was paid, by whatever way, or was begun on the phone and has no end yet. */
export const PaymentRecord = Type.Object({
  /** Where it stands in the list: what the next page begins after. */
  key: Type.String(),
  /** Of one that was begun on the phone. */
  attemptId: Nullable(PaymentAttemptId),
  /** Of one that is paid. */
  paymentId: Nullable(PaymentId),
  method: OneOf(paymentMethods),
  state: OneOf(attemptStates),
  amountFen: Fen,
  description: Type.String(),
  createdAt: Instant,
  paidAt: Nullable(Instant),
  /** WeChat's number, or the voucher's. */
  number: Nullable(Type.String()),
  receiptNumber: Nullable(Type.Integer()),
  paidBy: Type.String(),
  allocated: Type.Array(Allocated),
  /** What no charge needed and went to the advance. */
  toAdvanceFen: Fen,
  /** Set when the money arrived but needs a person to place it. */
  heldBecause: Nullable(OneOf(suspenseReasons)),
  /** 已冲销: it was booked by mistake and taken back. */
  reversed: Type.Boolean(),
})
export type PaymentRecord = Static<typeof PaymentRecord>

export const StartedPayment = Type.Object({
  attempt: PaymentAttempt,
  payParams: PayParams,
  appId: Type.String(),
})
export type StartedPayment = Static<typeof StartedPayment>

/** 预存上限: at most so many months of what the home is usually charged, so much in all, and by whose rule. */
const AdvanceTerms = {
  monthsMost: Nullable(Type.Integer({ minimum: 1, maximum: 60 })),
  mostFen: Nullable(BoundFen),
  /** Where the rule stands: a document of the city, a decision of the owners. */
  publishedAs: Line(200),
}
export const NewAdvancePolicy = Type.Object(AdvanceTerms)
export type NewAdvancePolicy = Static<typeof NewAdvancePolicy>

export const AdvancePolicy = Type.Object({ ...AdvanceTerms, id: AdvancePolicyId, publishedAt: Instant })
export type AdvancePolicy = Static<typeof AdvancePolicy>

export const Advance = Type.Object({
  balanceFen: Fen,
  /** Null: the community has none. */
  limit: Nullable(
    Type.Object({
      ...AdvanceTerms,
      /** What it comes to for this home; null: any amount. */
      homeMostFen: Nullable(Fen),
    }),
  ),
  movements: Type.Array(
    Type.Object({ date: BusinessDate, kind: OneOf(entryKinds), amountFen: Fen, memo: Type.String() }),
  ),
})
export type Advance = Static<typeof Advance>

const AttemptParams = Type.Object({ ...HouseholdParams.properties, attemptId: PaymentAttemptId })

export const paymentsApi = {
  'POST /v1/communities/:communityId/households/:householdId/payments': {
    params: HouseholdParams,
    body: PaymentChoice,
    reply: StartedPayment,
    summary: 'Start a payment; the same Idempotency-Key goes on with the same one',
  },
  'GET /v1/communities/:communityId/households/:householdId/payments': {
    params: HouseholdParams,
    query: Type.Object({
      /** The key of the last one before. */
      before: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}-[ap][0-9]{1,16}$' })),
    }),
    reply: Type.Object({ payments: Type.Array(PaymentRecord), more: Type.Boolean() }),
    summary: 'Payments of a home by whatever way, newest first',
  },
  'GET /v1/communities/:communityId/households/:householdId/payment-records/:paymentId': {
    params: Type.Object({ ...HouseholdParams.properties, paymentId: PaymentId }),
    reply: PaymentRecord,
    summary: 'One payment of a home that is booked',
  },
  'GET /v1/communities/:communityId/households/:householdId/payments/:attemptId': {
    params: AttemptParams,
    reply: PaymentAttempt,
    summary: 'How a payment stands; asks WeChat when it is not final',
  },
  'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/resume': {
    params: AttemptParams,
    reply: StartedPayment,
    summary: 'Pay an attempt that is still waiting',
  },
  'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/close': {
    params: AttemptParams,
    reply: PaymentAttempt,
    summary: 'Give an attempt up; answers paid if it was paid meanwhile',
  },
  'GET /v1/communities/:communityId/households/:householdId/advance': {
    params: HouseholdParams,
    reply: Advance,
    summary: 'What was paid ahead, and how it moved',
  },
  'GET /v1/staff/communities/:communityId/advance-policies': {
    params: CommunityParams,
    reply: Type.Array(AdvancePolicy),
    summary: 'How much may be paid ahead, by version, the one in force first',
  },
  'POST /v1/staff/communities/:communityId/advance-policies': {
    params: CommunityParams,
    body: NewAdvancePolicy,
    reply: AdvancePolicy,
    summary: 'Publish a new version',
  },
  'POST /v1/communities/:communityId/households/:householdId/advance/apply': {
    params: HouseholdParams,
    body: Type.Object({ chargeIds: ChargeIds }),
    reply: Type.Object({ appliedFen: Fen, balanceFen: Fen }),
    summary: 'Settle charges from the advance',
  },
} as const satisfies EndpointTable
