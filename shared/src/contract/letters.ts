import { type Static, Type } from 'typebox'
import { letterFates, letterTakers } from '../letter-life.ts'
import { noticeKinds, whyNotSend } from '../notice-life.ts'
import { reminderRules } from '../reminder-rules.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BusinessDate,
  CampaignId,
  CommunityId,
  CommunityParams,
  DeliveryId,
  Fen,
  HouseholdId,
  Instant,
  LetterBatchId,
  Line,
  Nullable,
  OneOf,
} from './schemas.ts'

/** Where letters come from: one of the two is null. */
const LetterSource = Type.Object({
  campaignId: Nullable(CampaignId),
  rule: Nullable(OneOf(reminderRules)),
})

/** 待打印的信 of one campaign or rule, in one building. */
export const WaitingLetters = Type.Object({
  ...LetterSource.properties,
  /** The campaign or rule by name. */
  from: Type.String(),
  kind: OneOf(noticeKinds),
  building: Type.String(),
  letters: Type.Integer(),
  /** The first of them that would say what is no longer so. */
  printBy: Instant,
  /** Its campaign stands still. */
  paused: Type.Boolean(),
  /** Whether somebody has written what such a letter says. */
  worded: Type.Boolean(),
})
export type WaitingLetters = Static<typeof WaitingLetters>

/** Whose letters are printed: those of one campaign or rule, of one building or all. */
export const LettersToPrint = Type.Object({
  ...LetterSource.properties,
  building: Nullable(Line(40)),
})
export type LettersToPrint = Static<typeof LettersToPrint>

/** 一批信: what was printed at once. Printed again it is the same paper. */
export const LetterBatch = Type.Object({
  id: LetterBatchId,
  from: Type.String(),
  /** Null: of every building. */
  building: Nullable(Type.String()),
  madeAt: Instant,
  madeBy: Type.String(),
  letters: Type.Integer(),
  /** Homes that the gate kept back while it was printed. */
  keptBack: Type.Integer(),
  /** Letters of which nobody has noted yet what became. */
  toNote: Type.Integer(),
  /** On their way: that they arrived is not known yet. */
  posted: Type.Integer(),
  delivered: Type.Integer(),
  failed: Type.Integer(),
  /** Whether the paper is set. */
  hasPdf: Type.Boolean(),
})
export type LetterBatch = Static<typeof LetterBatch>

/** A printed letter, and what became of it. */
export const PrintedLetter = Type.Object({
  deliveryId: DeliveryId,
  /** Its place in the stack. */
  no: Type.Integer(),
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  /** What it asks for; null: it asks for nothing. */
  totalFen: Nullable(Fen),
  /** All that it asks for was settled since. */
  settledSince: Type.Boolean(),
  /** The last that was noted and counts; null: nothing yet. */
  fate: Nullable(OneOf(letterFates)),
  /** All that was noted, oldest first. */
  notes: Type.Array(
    Type.Object({
      fate: OneOf(letterFates),
      on: BusinessDate,
      note: Type.String(),
      by: Type.String(),
      /** It was wrong: a later note takes its place. */
      corrected: Type.Boolean(),
    }),
  ),
})
export type PrintedLetter = Static<typeof PrintedLetter>

export const LetterBatchDetail = Type.Object({
  batch: LetterBatch,
  letters: Type.Array(PrintedLetter),
  /** Why homes got none. */
  keptBack: Type.Array(
    Type.Object({
      householdId: HouseholdId,
      roomName: Type.String(),
      ownerMasked: Type.String(),
      why: OneOf(whyNotSend),
    }),
  ),
})
export type LetterBatchDetail = Static<typeof LetterBatchDetail>

/** What became of one letter. */
export const NotedFate = Type.Object({
  fate: OneOf(letterFates),
  /** The day on which it happened. */
  on: BusinessDate,
  /** Of the post, where there is one: `posted`. */
  trackingNo: Type.Optional(Line(40)),
  /** `handed`: to whom; family by name. */
  takenBy: Type.Optional(Type.Object({ who: OneOf(letterTakers), name: Type.Optional(Line(40)) })),
  note: Type.Optional(Line(200)),
  /** Why what was noted last is wrong; this takes its place. */
  corrects: Type.Optional(Line(200)),
})
export type NotedFate = Static<typeof NotedFate>

const BatchParams = Type.Object({ communityId: CommunityId, batchId: LetterBatchId })

/** 纸质信: printed by people, carried by people, and noted what became of each. */
export const lettersApi = {
  'GET /v1/staff/communities/:communityId/letters/waiting': {
    params: CommunityParams,
    reply: Type.Array(WaitingLetters),
    summary: 'Letters that wait to be printed, by campaign or rule and building',
  },
  'GET /v1/staff/communities/:communityId/letter-batches': {
    params: CommunityParams,
    reply: Type.Array(LetterBatch),
    summary: 'Letters that were printed at once, newest first, at most 100',
  },
  'POST /v1/staff/communities/:communityId/letter-batches': {
    params: CommunityParams,
    body: LettersToPrint,
    reply: LetterBatch,
    summary: 'Print the next letters, at most 200: each passes the gate, and its words and sums are fixed',
  },
  'GET /v1/staff/communities/:communityId/letter-batches/:batchId': {
    params: BatchParams,
    reply: LetterBatchDetail,
    summary: 'Letters that were printed at once, what became of each, and who was kept back why',
  },
  'POST /v1/staff/communities/:communityId/letter-batches/:batchId/pdf': {
    params: BatchParams,
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to the paper of these letters: the same bytes every time',
  },
  'POST /v1/staff/communities/:communityId/letter-batches/:batchId/posted': {
    params: BatchParams,
    body: Type.Object({ on: BusinessDate, note: Type.Optional(Line(200)) }),
    reply: LetterBatchDetail,
    summary:
      'All letters of which nothing was noted yet were taken to the post, but for those that were settled since',
  },
  'POST /v1/staff/communities/:communityId/letter-batches/:batchId/letters/:deliveryId/fate': {
    params: Type.Object({ ...BatchParams.properties, deliveryId: DeliveryId }),
    body: NotedFate,
    reply: PrintedLetter,
    summary: 'What became of one letter, or what really did',
  },
  'GET /v1/letters/:token': {
    params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The letters of a short-lived link, as PDF',
  },
} as const satisfies EndpointTable
