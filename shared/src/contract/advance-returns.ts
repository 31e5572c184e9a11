import { type Static, Type } from 'typebox'
import { advanceReturnCauses, advanceReturnStates } from '../advance-return.ts'
import { payoutRoutes } from '../refund-life.ts'
import { paymentMethods } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  AdvanceReturnId,
  BusinessDate,
  CommunityId,
  Fen,
  HouseholdParams,
  Instant,
  Line,
  Nullable,
  OneOf,
  PayableFen,
  PaymentId,
  RefundId,
} from './schemas.ts'

const Words = Type.String({ maxLength: 200 })

/** 退还预存款, as the people of a home see it. */
export const HomeAdvanceReturn = Type.Object({
  /** What of the advance nobody has asked for yet. */
  freeFen: Fen,
  /** Only the owner asks, and only while nothing is open. */
  mayAsk: Type.Boolean(),
  /** How one stands that is open, whoever asked for it or began it. */
  underWay: Nullable(OneOf(advanceReturnStates)),
  /** The newest that the reader asked for, as long as it is news. */
  latest: Nullable(
    Type.Object({
      id: AdvanceReturnId,
      cause: OneOf(advanceReturnCauses),
      words: Type.String(),
      state: OneOf(advanceReturnStates),
      askedAt: Instant,
      replyBy: BusinessDate,
      /** What goes back, once it is agreed to. */
      amountFen: Nullable(Fen),
      declinedBecause: Nullable(Type.String()),
      mayWithdraw: Type.Boolean(),
    }),
  ),
})
export type HomeAdvanceReturn = Static<typeof HomeAdvanceReturn>

/** 退还预存款 of a home, as staff see it. */
export const StaffAdvanceReturn = Type.Object({
  /** What its owner asks for. */
  request: Nullable(
    Type.Object({
      id: AdvanceReturnId,
      cause: OneOf(advanceReturnCauses),
      words: Type.String(),
      askedAt: Instant,
      replyBy: BusinessDate,
    }),
  ),
  /** What waits for a second person: the first of its refunds, and the sum of all. */
  checking: Nullable(Type.Object({ refundId: RefundId, amountFen: Fen })),
  freeFen: Fen,
  /** What the home has not paid yet. */
  openFen: Fen,
  aloneFen: Fen,
  /** Payments of which something went to the advance and may go back, the newest first. */
  sources: Type.Array(
    Type.Object({
      paymentId: PaymentId,
      method: OneOf(paymentMethods),
      paidAt: Instant,
      receiptNumber: Nullable(Type.Integer()),
      mostFen: Fen,
      byWechat: Type.Boolean(),
    }),
  ),
})
export type StaffAdvanceReturn = Static<typeof StaffAdvanceReturn>

const ReturnParams = Type.Object({ communityId: CommunityId, returnId: AdvanceReturnId })

export const advanceReturnsApi = {
  'GET /v1/communities/:communityId/households/:householdId/advance-return': {
    params: HouseholdParams,
    reply: HomeAdvanceReturn,
    summary: 'Whether what was paid ahead is asked for back, and how that stands',
  },
  'POST /v1/communities/:communityId/households/:householdId/advance-return': {
    params: HouseholdParams,
    body: Type.Object({ cause: OneOf(advanceReturnCauses), words: Words }),
    reply: HomeAdvanceReturn,
    summary: 'The owner asks for it',
  },
  'POST /v1/communities/:communityId/households/:householdId/advance-return/withdraw': {
    params: HouseholdParams,
    reply: HomeAdvanceReturn,
    summary: 'The owner no longer asks for it',
  },
  'GET /v1/staff/communities/:communityId/households/:householdId/advance-return': {
    params: HouseholdParams,
    reply: StaffAdvanceReturn,
    summary: 'What of an advance may go back, of which payments, and what its owner asks for',
  },
  'POST /v1/staff/communities/:communityId/households/:householdId/advance-return': {
    params: HouseholdParams,
    body: Type.Object({
      amountFen: PayableFen,
      /** By which way goes back what WeChat does not take back. */
      otherRoute: OneOf(payoutRoutes),
      cause: OneOf(advanceReturnCauses),
      reason: Line(80),
    }),
    reply: Type.Object({ state: OneOf(advanceReturnStates), refundId: RefundId }),
    summary: 'Give it back: refunds of as many payments as it takes, decided together',
  },
  'POST /v1/staff/communities/:communityId/advance-returns/:returnId/decline': {
    params: ReturnParams,
    body: Type.Object({ reason: Line(200) }),
    reply: Type.Object({ state: OneOf(advanceReturnStates) }),
    summary: 'Answer the owner that nothing goes back, and why',
  },
} as const satisfies EndpointTable
