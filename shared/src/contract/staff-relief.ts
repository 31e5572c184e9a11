import { type Static, Type } from 'typebox'
import { type ReliefState, reliefStates } from '../relief-life.ts'
import { reliefKinds } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { ReliefApplication, ReliefGrant } from './relief-application.ts'
import { ReliefBudget } from './relief-standards.ts'
import {
  BusinessDate,
  CommunityId,
  CommunityParams,
  Fen,
  HouseholdId,
  Instant,
  Line,
  Nullable,
  OneOf,
  PayableFen,
  PhotoId,
  ReliefApplicationId,
} from './schemas.ts'

/** An application with what staff see beside it. */
export const ReliefCase = Type.Object({
  application: ReliefApplication,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  /** What the standard would give today. */
  proposed: ReliefGrant,
  /** Two people have to decide. */
  needsSecond: Type.Boolean(),
  /** The asking member of staff has already decided once, or lives there: somebody else must. */
  mayDecide: Type.Boolean(),
  budget: Nullable(ReliefBudget),
  /** Earlier decisions under the same kind, newest first, without names. */
  sameKind: Type.Array(
    Type.Object({
      decidedOn: BusinessDate,
      state: OneOf<ReliefState>(reliefStates),
      grant: Nullable(ReliefGrant),
    }),
  ),
})
export type ReliefCase = Static<typeof ReliefCase>

export const ReliefRow = Type.Object({
  id: ReliefApplicationId,
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  kind: OneOf(reliefKinds),
  state: OneOf<ReliefState>(reliefStates),
  askedAt: Instant,
  replyBy: Nullable(BusinessDate),
  amountFen: Fen,
})
export type ReliefRow = Static<typeof ReliefRow>

export const ReliefOverview = Type.Object({
  budgets: Type.Array(ReliefBudget),
  byKind: Type.Array(
    Type.Object({
      kind: OneOf(reliefKinds),
      asked: Type.Integer(),
      granted: Type.Integer(),
      refused: Type.Integer(),
      reliefFen: Fen,
      /** Of decided ones: smallest and largest percentage given. Different ones under one standard are a question. */
      percentMin: Nullable(Type.Integer()),
      percentMax: Nullable(Type.Integer()),
    }),
  ),
  /** Decisions that gave less than others under the same version of a standard, or gave a home once more, with where to look. */
  unequal: Type.Array(
    Type.Object({
      standard: Type.String(),
      applicationId: ReliefApplicationId,
      roomName: Type.String(),
      what: Type.String(),
    }),
  ),
})
export type ReliefOverview = Static<typeof ReliefOverview>

const CaseParams = Type.Object({ communityId: CommunityId, applicationId: ReliefApplicationId })

/** What staff see of relief, and decide about it. */
export const staffReliefApi = {
  'GET /v1/staff/communities/:communityId/relief': {
    params: CommunityParams,
    query: Type.Object({
      state: Type.Optional(OneOf<ReliefState>(reliefStates)),
      householdId: Type.Optional(HouseholdId),
      before: Type.Optional(ReliefApplicationId),
    }),
    reply: Type.Object({ applications: Type.Array(ReliefRow), more: Type.Boolean() }),
    summary: 'Relief applications, newest first',
  },
  'GET /v1/staff/communities/:communityId/relief/:applicationId': {
    params: CaseParams,
    reply: ReliefCase,
    summary: 'One application with what its standard gives and how like cases were decided',
  },
  'POST /v1/staff/communities/:communityId/relief/:applicationId/checked': {
    params: CaseParams,
    body: Type.Object({ note: Line(200) }),
    reply: ReliefCase,
    summary: 'The desk notes what it was shown; no copy is kept',
  },
  'POST /v1/staff/communities/:communityId/relief/:applicationId/photos/:photoId/view': {
    params: Type.Object({ ...CaseParams.properties, photoId: PhotoId }),
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to a photo, for those who decide; each view is recorded',
  },
  'POST /v1/staff/communities/:communityId/relief/:applicationId/decide': {
    params: CaseParams,
    body: Type.Union([
      Type.Object({
        kind: Type.Literal('grant'),
        /** Less than the standard gives needs a reason like everything else; more is refused. */
        percent: Nullable(Type.Integer({ minimum: 1, maximum: 100 })),
        amountFen: Nullable(PayableFen),
        reason: Line(500),
      }),
      Type.Object({ kind: Type.Literal('refuse'), reason: Line(500) }),
      Type.Object({ kind: Type.Literal('return'), reason: Line(500) }),
    ]),
    reply: ReliefCase,
    summary: 'Grant, refuse, or ask for what is missing; above the sum a second person follows',
  },
  'POST /v1/staff/communities/:communityId/relief/:applicationId/second': {
    params: CaseParams,
    body: Type.Object({ approve: Type.Boolean(), reason: Line(500) }),
    reply: ReliefCase,
    summary: 'The second person agrees, or does not',
  },
  'POST /v1/staff/communities/:communityId/relief/:applicationId/reverse': {
    params: CaseParams,
    body: Type.Object({ reason: Line(500) }),
    reply: ReliefCase,
    summary: 'Take back what was granted: the charges are open again',
  },
  'GET /v1/staff/communities/:communityId/relief-overview': {
    params: CommunityParams,
    reply: ReliefOverview,
    summary: 'Budget used, relief by kind, and whether like cases were treated alike',
  },
} as const satisfies EndpointTable
