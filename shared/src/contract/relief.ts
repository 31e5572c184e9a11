import { type Static, Type } from 'typebox'
import { type ReliefState, reliefStates } from '../relief-life.ts'
import { evidenceWays, reliefKinds } from '../vocabulary.ts'
import { Charge } from './billing.ts'
import { Consent } from './consent.ts'
import type { EndpointTable } from './endpoint.ts'
import { PhotoView } from './evidence.ts'
import { ReliefBudget, ReliefStandard, reliefStandardsApi } from './relief-standards.ts'
import {
  BusinessDate,
  ChargeIds,
  CommunityId,
  CommunityParams,
  Fen,
  HouseholdId,
  HouseholdParams,
  Instant,
  Line,
  Nullable,
  OneOf,
  PayableFen,
  PhotoId,
  Prose,
  ReliefApplicationId,
  ReliefStandardId,
} from './schemas.ts'

/** What was, or is to be, granted. */
export const ReliefGrant = Type.Object({
  percent: Nullable(Type.Integer({ minimum: 1, maximum: 100 })),
  /** Taken off principal now. */
  principalFen: Fen,
  /** Late fee waived now. */
  lateFeeFen: Fen,
  deferredUntil: Nullable(BusinessDate),
  /** Instalments of the plan that was offered with it. */
  instalments: Nullable(Type.Integer()),
  /** Bills up to here get the same percentage. */
  lastsUntil: Nullable(BusinessDate),
})
export type ReliefGrant = Static<typeof ReliefGrant>

export const ReliefHappening = Type.Object({
  at: Instant,
  event: Type.String(),
  to: OneOf<ReliefState>(reliefStates),
  /** 物业 or 业主; people are not named to residents. */
  by: Type.String(),
  note: Type.String(),
})

/** 减免申请, as its owner sees it. */
export const ReliefApplication = Type.Object({
  id: ReliefApplicationId,
  householdId: HouseholdId,
  state: OneOf<ReliefState>(reliefStates),
  standard: ReliefStandard,
  charges: Type.Array(Charge),
  statement: Type.String(),
  evidenceWay: OneOf(evidenceWays),
  /** What the desk noted after it was shown the papers; empty: not yet. */
  checked: Type.String(),
  photos: Type.Array(PhotoView),
  askedAt: Instant,
  replyBy: Nullable(BusinessDate),
  /** While something is missing: until when it may be sent. */
  sendBy: Nullable(BusinessDate),
  appealUntil: Nullable(BusinessDate),
  grant: Nullable(ReliefGrant),
  /** Why it was decided so, or what is missing. */
  reason: Type.String(),
  happenings: Type.Array(ReliefHappening),
})
export type ReliefApplication = Static<typeof ReliefApplication>

export const ReliefOptions = Type.Object({
  today: BusinessDate,
  standards: Type.Array(ReliefStandard),
  /** To be ticked on its own before a photo is taken (个人信息保护法 29). */
  consent: Consent,
  charges: Type.Array(
    Type.Object({
      charge: Charge,
      /** Why nothing can be asked for it now. */
      why: Nullable(Type.String()),
      /** Why nothing more can be taken off it, though its late fee may be waived and time be given. */
      whyNoPrincipal: Nullable(Type.String()),
    }),
  ),
})
export type ReliefOptions = Static<typeof ReliefOptions>

/** What staff see beside it. */
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

const ApplicationParams = Type.Object({ ...HouseholdParams.properties, applicationId: ReliefApplicationId })
const CaseParams = Type.Object({ communityId: CommunityId, applicationId: ReliefApplicationId })
const PhotoIds = Type.Array(PhotoId, { maxItems: 9, uniqueItems: true })

export const reliefApi = {
  'GET /v1/communities/:communityId/households/:householdId/relief-options': {
    params: HouseholdParams,
    reply: ReliefOptions,
    summary: 'Published standards, and the charges one may ask relief for',
  },
  'GET /v1/communities/:communityId/households/:householdId/relief': {
    params: HouseholdParams,
    reply: Type.Array(ReliefApplication),
    summary: 'Relief applications of a home, newest first',
  },
  'POST /v1/communities/:communityId/households/:householdId/relief': {
    params: HouseholdParams,
    body: Type.Object({
      standardId: ReliefStandardId,
      chargeIds: ChargeIds,
      statement: Prose(500),
      evidenceWay: OneOf(evidenceWays),
      photoIds: PhotoIds,
      /** Key of the consent that was ticked; null where no photo is sent. */
      consent: Nullable(Line(40)),
    }),
    reply: ReliefApplication,
    summary: 'Ask for relief',
  },
  'GET /v1/communities/:communityId/households/:householdId/relief/:applicationId': {
    params: ApplicationParams,
    reply: ReliefApplication,
    summary: 'One relief application',
  },
  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/withdraw': {
    params: ApplicationParams,
    reply: ReliefApplication,
    summary: 'Take an application back while it is not decided; its photos are deleted',
  },
  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/more': {
    params: ApplicationParams,
    body: Type.Object({ statement: Prose(500), photoIds: PhotoIds, consent: Nullable(Line(40)) }),
    reply: ReliefApplication,
    summary: 'Send what staff said was missing',
  },
  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/appeal': {
    params: ApplicationParams,
    body: Type.Object({ text: Prose(500) }),
    reply: ReliefApplication,
    summary: 'Ask once for another look, by other people',
  },

  ...reliefStandardsApi,

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
