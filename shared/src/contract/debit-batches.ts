import { type Static, Type } from 'typebox'
import { debitBatchStates, debitLeftOut, debitLineStates } from '../debit-life.ts'
import { StoredLayout } from './debit-layouts.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BusinessDate,
  CommunityId,
  CommunityParams,
  DebitBatchId,
  DebitLayoutId,
  Fen,
  HouseholdId,
  Instant,
  MoneyPlaceId,
  Nullable,
  OneOf,
  PaymentId,
  Prose,
} from './schemas.ts'

const Home = {
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  bankName: Type.String(),
  lastDigits: Type.String(),
}

/** A home with a mandate, and whether it would be debited. */
export const DebitCandidate = Type.Object({
  ...Home,
  amountFen: Fen,
  /** Null: it is chosen. */
  why: Nullable(OneOf(debitLeftOut)),
})
export type DebitCandidate = Static<typeof DebitCandidate>

/** When the bank may debit. */
export const DebitWindow = Type.Object({
  debitOn: BusinessDate,
  /** Full hours of the day in Beijing. */
  fromHour: Type.Integer({ minimum: 0, maximum: 23 }),
  toHour: Type.Integer({ minimum: 1, maximum: 24 }),
})
export type DebitWindow = Static<typeof DebitWindow>

export const DebitPreview = Type.Object({
  candidates: Type.Array(DebitCandidate),
  count: Type.Integer(),
  sumFen: Fen,
})
export type DebitPreview = Static<typeof DebitPreview>

export const NewDebitBatch = Type.Object({
  ...DebitWindow.properties,
  placeId: MoneyPlaceId,
  fileLayoutId: DebitLayoutId,
  resultLayoutId: DebitLayoutId,
  /** What the maker saw; another list is refused. */
  seenCount: Type.Integer({ minimum: 1 }),
  seenFen: Fen,
})
export type NewDebitBatch = Static<typeof NewDebitBatch>

export const DebitLine = Type.Object({
  no: Type.Integer(),
  ...Home,
  amountFen: Fen,
  state: OneOf(debitLineStates),
  why: Nullable(OneOf(debitLeftOut)),
  /** Told by a message, or seen in the mini-program, in time; null: not yet. */
  toldAt: Nullable(Instant),
  /** Of a result: the bank's code and its reason. */
  code: Nullable(Type.String()),
  reason: Type.String(),
  paymentId: Nullable(PaymentId),
  /** The home had paid meanwhile: so much became its advance. */
  advanceFen: Fen,
})
export type DebitLine = Static<typeof DebitLine>

export const DebitBatchHead = Type.Object({
  id: DebitBatchId,
  number: Type.String(),
  state: OneOf(debitBatchStates),
  ...DebitWindow.properties,
  tellBy: Instant,
  placeName: Type.String(),
  madeBy: Type.String(),
  madeAt: Instant,
  releasedBy: Nullable(Type.String()),
  sentAt: Nullable(Instant),
  /** Without those who were left out. */
  count: Type.Integer(),
  sumFen: Fen,
  leftOut: Type.Integer(),
  succeeded: Type.Integer(),
  succeededFen: Fen,
  failed: Type.Integer(),
  unanswered: Type.Integer(),
})
export type DebitBatchHead = Static<typeof DebitBatchHead>

export const DebitBatch = Type.Object({
  ...DebitBatchHead.properties,
  fileLayout: Type.String(),
  resultLayout: Type.String(),
  reason: Type.String(),
  /** Whoever asks made it, and may not release it. */
  isOwn: Type.Boolean(),
  lines: Type.Array(DebitLine),
  results: Type.Array(
    Type.Object({ takenAt: Instant, lines: Type.Integer(), succeeded: Type.Integer(), succeededFen: Fen }),
  ),
})
export type DebitBatch = Static<typeof DebitBatch>

/** What a bank's file would bring, before it is taken in. */
export const DebitResultPreview = Type.Object({
  lines: Type.Integer(),
  /** The same file was taken in before: nothing would change. */
  isKnown: Type.Boolean(),
  /** That are not booked yet. */
  succeeded: Type.Integer(),
  succeededFen: Fen,
  failed: Type.Array(
    Type.Object({
      no: Type.Integer(),
      roomName: Type.String(),
      amountFen: Fen,
      code: Type.String(),
      reason: Type.String(),
    }),
  ),
  /** Lines that the bank would still owe an answer to. */
  unanswered: Type.Integer(),
})
export type DebitResultPreview = Static<typeof DebitResultPreview>

export const Debits = Type.Object({
  batches: Type.Array(DebitBatchHead),
  mandates: Type.Integer(),
  places: Type.Array(Type.Object({ id: MoneyPlaceId, name: Type.String(), lastDigits: Type.String() })),
  layouts: Type.Array(StoredLayout),
})
export type Debits = Static<typeof Debits>

const BatchParams = Type.Object({ communityId: CommunityId, batchId: DebitBatchId })

export const debitBatchesApi = {
  'GET /v1/staff/communities/:communityId/debits': {
    params: CommunityParams,
    reply: Debits,
    summary: 'Batches of bank debits, newest first, and what a new one takes',
  },
  'GET /v1/staff/communities/:communityId/debits/preview': {
    params: CommunityParams,
    query: DebitWindow,
    reply: DebitPreview,
    summary: 'Whom a batch would debit, and whom not and why',
  },
  'POST /v1/staff/communities/:communityId/debit-batches': {
    params: CommunityParams,
    body: NewDebitBatch,
    reply: DebitBatch,
    summary: 'Make a batch: its homes are told at once',
  },
  'GET /v1/staff/communities/:communityId/debit-batches/:batchId': {
    params: BatchParams,
    reply: DebitBatch,
    summary: 'One batch with its lines',
  },
  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/release': {
    params: BatchParams,
    reply: DebitBatch,
    summary: 'Release it as a second person; who has paid or withdrawn is left out',
  },
  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/cancel': {
    params: BatchParams,
    body: Type.Object({ reason: Prose(100) }),
    reply: DebitBatch,
    summary: 'Nobody is debited',
  },
  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/file': {
    params: BatchParams,
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to the file for the bank; the first time fixes what is in it',
  },
  'GET /v1/debit-files/:token': {
    params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The file of a short-lived link',
  },
  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/results': {
    params: BatchParams,
    body: 'bytes',
    reply: DebitBatch,
    summary: 'Take in what the bank answered; the same file once more changes nothing',
  },
  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/results/preview': {
    params: BatchParams,
    body: 'bytes',
    reply: DebitResultPreview,
    unstored: true,
    summary: 'What taking in such a file would do; nothing is stored',
  },
  'POST /v1/staff/communities/:communityId/debit-batches/:batchId/close': {
    params: BatchParams,
    reply: DebitBatch,
    summary: 'Wait no longer for lines that the bank does not answer',
  },
} as const satisfies EndpointTable
