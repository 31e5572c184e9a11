import { type Static, Type } from 'typebox'
import { entryKinds } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { BusinessDate, Fen, HouseholdParams, Instant, Nullable, OneOf } from './schemas.ts'

const Balance = Type.Object({
  /** What the home owed. */
  openFen: Fen,
  /** What it had paid ahead (预存). */
  advanceFen: Fen,
})

/** 对账单 of a home for a period, from the books alone: opening, all that moved, closing. */
export const AccountStatement = Type.Object({
  company: Type.String(),
  community: Type.String(),
  roomName: Type.String(),
  ownerMasked: Type.String(),
  from: BusinessDate,
  to: BusinessDate,
  /** At the end of the day before the first. */
  opening: Balance,
  /** At the end of the last day. */
  closing: Balance,
  /** Oldest first. */
  movements: Type.Array(
    Type.Object({
      date: BusinessDate,
      kind: OneOf(entryKinds),
      /** Of a reversal: what it took back. */
      reversedKind: Nullable(OneOf(entryKinds)),
      /** Null: what was paid ahead. */
      feeItem: Nullable(Type.String()),
      fromDate: Nullable(BusinessDate),
      toDate: Nullable(BusinessDate),
      /** By how much more is owed; below zero: less. */
      owedFen: Fen,
      /** By how much more is paid ahead; below zero: less. */
      advanceFen: Fen,
    }),
  ),
})
export type AccountStatement = Static<typeof AccountStatement>
export type StatementMovement = AccountStatement['movements'][number]

const Days = Type.Object({ from: BusinessDate, to: BusinessDate })

export const accountStatementsApi = {
  'GET /v1/communities/:communityId/households/:householdId/account-statement': {
    params: HouseholdParams,
    query: Days,
    reply: AccountStatement,
    summary: 'The statement of account of a home, for any days',
  },
  'POST /v1/communities/:communityId/households/:householdId/account-statement/pdf': {
    params: HouseholdParams,
    body: Days,
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to the statement as PDF',
  },
} as const satisfies EndpointTable

/** Answered by the function that carries the typesetter: the paper is set when it is asked for, and kept nowhere. */
export const statementFilesApi = {
  'GET /v1/statement-files/:token/:from/:to': {
    params: Type.Object({ token: Type.String({ maxLength: 200 }), ...Days.properties }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The statement of a short-lived link, as PDF',
  },
} as const satisfies EndpointTable
