import { type Static, Type } from 'typebox'
import { billingCycles } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { BillRunId, BusinessDate, CommunityId, CommunityParams, Fen, Instant, OneOf } from './schemas.ts'

const RunRequest = Type.Object({ cycle: OneOf(billingCycles), fromDate: BusinessDate, dueDate: BusinessDate })

/** What a bill run would bring, or has brought. */
export const BillRunPreview = Type.Object({
  fromDate: BusinessDate,
  toDate: BusinessDate,
  dueDate: BusinessDate,
  rooms: Type.Integer(),
  charges: Type.Integer(),
  amountFen: Fen,
  byFeeItem: Type.Array(Type.Object({ feeItem: Type.String(), charges: Type.Integer(), amountFen: Fen })),
  /** Rooms that get no charge, and why. */
  skipped: Type.Array(Type.Object({ reason: Type.String(), rooms: Type.Integer() })),
})
export type BillRunPreview = Static<typeof BillRunPreview>

export const BillRun = Type.Object({
  id: BillRunId,
  cycle: OneOf(billingCycles),
  fromDate: BusinessDate,
  toDate: BusinessDate,
  dueDate: BusinessDate,
  state: OneOf({ running: 0, finished: 0 }),
  roomsDone: Type.Integer(),
  rooms: Type.Integer(),
  charges: Type.Integer(),
  amountFen: Fen,
  startedAt: Instant,
})
export type BillRun = Static<typeof BillRun>

const RunParams = Type.Object({ communityId: CommunityId, billRunId: BillRunId })

/** Runs that bring the bills of a period. */
export const billRunsApi = {
  'POST /v1/staff/communities/:communityId/bill-runs/preview': {
    params: CommunityParams,
    body: RunRequest,
    reply: BillRunPreview,
    summary: 'What a bill run would bring; writes nothing',
  },
  'POST /v1/staff/communities/:communityId/bill-runs': {
    params: CommunityParams,
    body: RunRequest,
    reply: BillRun,
    summary: 'Start, or go on with, the bill run of a period',
  },
  'GET /v1/staff/communities/:communityId/bill-runs': {
    params: CommunityParams,
    reply: Type.Array(BillRun),
    summary: 'Bill runs, newest first',
  },
  'POST /v1/staff/communities/:communityId/bill-runs/:billRunId/continue': {
    params: RunParams,
    reply: BillRun,
    summary: 'Do the next slices of a bill run; safe to call again and at once',
  },
} as const satisfies EndpointTable
