import { type Static, Type } from 'typebox'
import { paymentMethods } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { Fen, HouseholdParams, Instant, OneOf, PaymentAttemptId, PaymentId } from './schemas.ts'

/** 收据 of one payment. */
export const Receipt = Type.Object({
  paymentId: PaymentId,
  /** Without gaps within the community. */
  number: Type.Integer(),
  method: OneOf(paymentMethods),
  paidAt: Instant,
  amountFen: Fen,
  /** What of it went back since; all of it: the receipt is void. */
  returnedFen: Fen,
  /** Whether the paper is set. */
  hasPdf: Type.Boolean(),
})
export type Receipt = Static<typeof Receipt>

export const receiptsApi = {
  'GET /v1/communities/:communityId/households/:householdId/receipts': {
    params: HouseholdParams,
    query: Type.Object({
      /** Those with lower numbers. */
      before: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    }),
    reply: Type.Object({ receipts: Type.Array(Receipt), more: Type.Boolean() }),
    summary: 'Receipts of a home, newest first',
  },
  'POST /v1/communities/:communityId/households/:householdId/receipts/:paymentId/pdf': {
    params: Type.Object({ ...HouseholdParams.properties, paymentId: PaymentId }),
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to the paper of a receipt',
  },
  'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/receipt': {
    params: Type.Object({ ...HouseholdParams.properties, attemptId: PaymentAttemptId }),
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to the paper of the receipt of a payment that was begun on the phone',
  },
  'GET /v1/receipt-files/:token': {
    params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The receipt of a short-lived link, as PDF',
  },
  'GET /v1/receipts/:code': {
    params: Type.Object({ code: Type.String({ maxLength: 40 }) }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The page that tells whoever holds a receipt whether it is genuine: no name, no room',
  },
} as const satisfies EndpointTable
