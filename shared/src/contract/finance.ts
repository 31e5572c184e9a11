import { type Static, Type } from 'typebox'
import { financeLists, moneyRoutes } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { BusinessDate, CommunityParams, Fen, Instant, Nullable, OneOf } from './schemas.ts'

/** First and last business day, at most 92 days. */
const Period = Type.Object({ from: BusinessDate, to: BusinessDate })
export type Period = Static<typeof Period>

const Received = Type.Object({
  route: OneOf(moneyRoutes),
  times: Type.Integer(),
  amountFen: Fen,
})

/** What came in on a business day by each way, without what was taken back; what went back; what it cost. */
export const MoneyDay = Type.Object({
  day: BusinessDate,
  received: Type.Array(Received),
  receivedFen: Fen,
  returnedFen: Fen,
  /** 手续费. */
  feeFen: Fen,
})
export type MoneyDay = Static<typeof MoneyDay>

const Waiting = Type.Object({ count: Type.Integer(), amountFen: Fen })

/** What waits for finance, whatever day it is of. */
export const OpenWork = Type.Object({
  /** Up to which day the books are closed. */
  closedThrough: Nullable(BusinessDate),
  differences: Type.Integer(),
  strays: Type.Integer(),
  suspense: Waiting,
  /** Refunds that wait for a second person. */
  refundsToCheck: Waiting,
  /** Refunds that are let go and have not arrived. */
  refundsOnTheWay: Waiting,
  /** Refunds that were made without us. */
  refundsFound: Waiting,
  invoices: Type.Integer(),
  /** Tills that are counted and wait for a second person. */
  tillsToConfirm: Type.Integer(),
  /** What statements of accounts and terminals and the books do not agree on. */
  bankDoubts: Type.Integer(),
  /** Batches of bank debits that wait for a second person. */
  debitsToRelease: Type.Integer(),
  /** That are let go, and wait for their file to be taken to the bank, or for its answer. */
  debitsWithBank: Type.Integer(),
  /** Payments that WeChat was told of in vain, and whose money it may hold (发货信息). */
  unreported: Type.Integer(),
})
export type OpenWork = Static<typeof OpenWork>

export const FinanceOverview = Type.Object({
  /** Oldest first, every day of the period. */
  days: Type.Array(MoneyDay),
  routes: Type.Array(Received),
  receivedFen: Fen,
  returnedFen: Fen,
  feeFen: Fen,
  open: OpenWork,
})
export type FinanceOverview = Static<typeof FinanceOverview>

const ListWanted = Type.Object({ list: OneOf(financeLists), ...Period.properties })

export const financeApi = {
  'GET /v1/staff/communities/:communityId/finance-overview': {
    params: CommunityParams,
    query: Period,
    reply: FinanceOverview,
    summary: 'What came in by day and way, and what waits for finance',
  },
  'POST /v1/staff/communities/:communityId/finance-lists': {
    params: CommunityParams,
    body: ListWanted,
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    summary: 'A short-lived link to a list of a period as Excel file',
  },
  'GET /v1/finance-lists/:token/:list/:from/:to': {
    params: Type.Object({ token: Type.String({ maxLength: 200 }), ...ListWanted.properties }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The list of a short-lived link, as Excel file',
  },
} as const satisfies EndpointTable
