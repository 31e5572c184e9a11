import { type Static, Type } from 'typebox'
import { billLineKinds, differenceKinds, differenceStates } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BillDifferenceId,
  BillId,
  BusinessDate,
  CommunityId,
  CommunityParams,
  Fen,
  Instant,
  Line,
  Nullable,
  OneOf,
} from './schemas.ts'

/** A business day as WeChat's bills and the books have it. */
export const ReconciledDay = Type.Object({
  day: BusinessDate,
  /** The bill is here and was compared. */
  matched: Type.Boolean(),
  paid: Type.Integer(),
  paidFen: Fen,
  refunded: Type.Integer(),
  refundedFen: Fen,
  /** 手续费. */
  feeFen: Fen,
  openDifferences: Type.Integer(),
  closed: Type.Boolean(),
  /** The day that is closed next. */
  next: Type.Boolean(),
})
export type ReconciledDay = Static<typeof ReconciledDay>

/** 差异. */
export const BillDifference = Type.Object({
  id: BillDifferenceId,
  mchid: Type.String(),
  day: BusinessDate,
  kind: OneOf(differenceKinds),
  transactionId: Type.String(),
  outTradeNo: Type.String(),
  refundId: Type.String(),
  roomName: Nullable(Type.String()),
  oursFen: Nullable(Fen),
  theirsFen: Nullable(Fen),
  state: OneOf(differenceStates),
  foundAt: Instant,
  resolvedAt: Nullable(Instant),
  resolvedBy: Nullable(Type.String()),
  reason: Nullable(Type.String()),
})
export type BillDifference = Static<typeof BillDifference>

/** A line of a bill that belongs to no community of ours. */
export const BillStray = Type.Object({
  billId: BillId,
  line: Type.Integer(),
  mchid: Type.String(),
  day: BusinessDate,
  kind: OneOf(billLineKinds),
  transactionId: Type.String(),
  outTradeNo: Type.String(),
  amountFen: Fen,
  at: Instant,
})
export type BillStray = Static<typeof BillStray>

/** What moved on a merchant's account with WeChat on a day (资金账单), beside what its trades come to. */
export const FundFlow = Type.Object({
  mchid: Type.String(),
  day: BusinessDate,
  paidFen: Fen,
  refundedFen: Fen,
  feeFen: Fen,
  otherInFen: Fen,
  /** Withdrawals (提现) and the like. */
  otherOutFen: Fen,
  balanceFen: Nullable(Fen),
  tradesPaidFen: Fen,
  tradesRefundedFen: Fen,
  tradesFeeFen: Fen,
  inDoubt: Type.Boolean(),
  reason: Nullable(Type.String()),
  resolvedBy: Nullable(Type.String()),
})
export type FundFlow = Static<typeof FundFlow>

const DayParams = Type.Object({ communityId: CommunityId, day: BusinessDate })

export const reconciliationApi = {
  'GET /v1/staff/communities/:communityId/reconciliation/days': {
    params: CommunityParams,
    reply: Type.Array(ReconciledDay),
    summary: 'The last days, newest first',
  },
  'GET /v1/staff/communities/:communityId/reconciliation/days/:day': {
    params: DayParams,
    reply: Type.Object({
      unmatched: Type.Integer(),
      differences: Type.Integer(),
      strays: Type.Integer(),
      foundRefunds: Type.Integer(),
      fundFlows: Type.Integer(),
      tills: Type.Integer(),
      bankDoubts: Type.Integer(),
      bankDays: Type.Integer(),
    }),
    summary: 'What keeps a day from being closed',
  },
  'POST /v1/staff/communities/:communityId/reconciliation/days/:day/close': {
    params: DayParams,
    reply: Type.Object({ closedThrough: BusinessDate }),
    summary: 'Close the books of a day',
  },
  'GET /v1/staff/communities/:communityId/reconciliation/differences': {
    params: CommunityParams,
    query: Type.Object({ state: OneOf(differenceStates), day: Type.Optional(BusinessDate) }),
    reply: Type.Array(BillDifference),
    summary: 'What a bill and the books do not agree on',
  },
  'GET /v1/staff/communities/:communityId/reconciliation/strays': {
    params: CommunityParams,
    reply: Type.Array(BillStray),
    summary: 'Lines of bills that belong to no community and that nobody has explained',
  },
  'POST /v1/staff/communities/:communityId/reconciliation/bills/:billId/strays/:line/resolve': {
    params: Type.Object({
      communityId: CommunityId,
      billId: BillId,
      line: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    }),
    body: Type.Object({ reason: Line(200) }),
    reply: Type.Array(BillStray),
    summary: 'Say whose money such a line is; answers what is still open',
  },
  'GET /v1/staff/communities/:communityId/reconciliation/fund-flows': {
    params: CommunityParams,
    reply: Type.Array(FundFlow),
    summary: "What moved on the merchants' accounts lately, and all that is in doubt",
  },
  'POST /v1/staff/communities/:communityId/reconciliation/fund-flows/:mchid/:day/resolve': {
    params: Type.Object({
      communityId: CommunityId,
      mchid: Type.String({ pattern: '^\\d{6,20}$' }),
      day: BusinessDate,
    }),
    body: Type.Object({ reason: Line(200) }),
    reply: Type.Array(FundFlow),
    summary: 'Say why an account moved otherwise than its trades say',
  },
  'POST /v1/staff/communities/:communityId/reconciliation/differences/:differenceId/resolve': {
    params: Type.Object({ communityId: CommunityId, differenceId: BillDifferenceId }),
    body: Type.Object({ reason: Line(200) }),
    reply: Type.Array(BillDifference),
    summary: 'Say why a difference is none; answers what is still open',
  },
} as const satisfies EndpointTable
