import { type Static, Type } from 'typebox'
import { type PlanEvent, type PlanState, planEvents, planStates } from '../plan-life.ts'
import { afterBroken, deferralStates, lateFeeTerms } from '../vocabulary.ts'
import { Charge } from './billing.ts'
import type { EndpointTable } from './endpoint.ts'
import { Paper } from './paper.ts'
import { StartedPayment } from './payments.ts'
import {
  BoundFen,
  BusinessDate,
  ChargeId,
  CommunityId,
  CommunityParams,
  DeferralId,
  Fen,
  HouseholdId,
  HouseholdParams,
  Instant,
  Line,
  Nullable,
  OneOf,
  PlanId,
  PlanPolicyId,
} from './schemas.ts'

const Share = Type.Integer({ minimum: 0, maximum: 50 })
const Days = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum })
const EveryMonths = Type.Integer({ minimum: 1, maximum: 3 })

/** 分期与延期办法: who may have a plan, of what shape, and what happens when it is missed. A version is never edited. */
const NewPlanPolicy = Type.Object({
  /** Who may: somebody who owes at least this much … */
  arrearsMinFen: BoundFen,
  /** … of which the oldest has been due for this many months. */
  overdueMonthsMin: Days(0, 60),
  afterBroken: OneOf(afterBroken),
  /** How long an earlier plan that was broken counts. */
  afterBrokenMonths: Days(0, 60),
  downPercent: Share,
  instalmentsMax: Days(2, 60),
  everyMonths: Type.Array(EveryMonths, { minItems: 1, maxItems: 3, uniqueItems: true }),
  instalmentMinFen: BoundFen,
  firstAfterDays: Days(1, 31),
  /** From the first instalment to the last. */
  termMonthsMax: Days(1, 60),
  lateFee: OneOf(lateFeeTerms),
  /** Up to this debt and this many instalments the owner asks nobody; 0: always. */
  atOnceMaxFen: BoundFen,
  atOnceInstalmentsMax: Days(0, 60),
  /** At least a week, so that an agreement does not fail over a bank holiday (law of obligations, and decency). */
  graceDays: Days(7, 60),
  /** An instalment short by no more than this counts as paid; the last one must be paid in full. */
  toleranceFen: BoundFen,
  /** Days after it was broken within which it can be caught up, once. */
  cureDays: Days(0, 90),
  /** How often one instalment may be moved in a plan, and by how many days at most. */
  movesMax: Days(0, 12),
  moveDaysMax: Days(1, 31),
  /** Staff answer an application within this. */
  replyDays: Days(1, 30),
  /** How long terms stay open for signing. */
  offerDays: Days(1, 60),
  /** 延期: how far at most, how far without asking, how often a year. 0 days: not at all. */
  deferralDaysMax: Days(0, 180),
  deferralAtOnceDays: Days(0, 180),
  deferralsPerYear: Days(0, 12),
  /** Where it was published, e.g. a notice. */
  publishedAs: Line(200),
})
export type NewPlanPolicy = Static<typeof NewPlanPolicy>

export const PlanPolicy = Type.Object({
  ...NewPlanPolicy.properties,
  id: PlanPolicyId,
  publishedAt: Instant,
})
export type PlanPolicy = Static<typeof PlanPolicy>

const Terms = Type.Object({
  downFen: BoundFen,
  instalments: Days(1, 60),
  everyMonths: EveryMonths,
  dayOfMonth: Days(1, 28),
})

export const PlanInstalment = Type.Object({
  /** 0 is the down payment. */
  no: Type.Integer(),
  /** As agreed, or as moved since. */
  dueDate: BusinessDate,
  movedFrom: Nullable(BusinessDate),
  amountFen: Fen,
  paidFen: Fen,
  /**
   * `aside`: a dispute, deferral or relief under review has set as much aside, so that nobody expects it for now;
   * `grace`: its day has passed and the grace days have not.
   */
  state: OneOf({ paid: 0, upcoming: 0, aside: 0, grace: 0, missed: 0 }),
})
export type PlanInstalment = Static<typeof PlanInstalment>

export const PlanHappening = Type.Object({
  on: BusinessDate,
  /** `move`: an instalment was moved; `correct`: a day of payment was put right. */
  event: OneOf<PlanEvent | 'move' | 'correct'>({ ...planEvents, move: 0, correct: 0 }),
  to: OneOf<PlanState>(planStates),
  note: Type.String(),
})
export type PlanHappening = Static<typeof PlanHappening>

/** A plan (分期) with its instalments, as owner and staff see it. */
export const Plan = Type.Object({
  id: PlanId,
  householdId: HouseholdId,
  state: OneOf<PlanState>(planStates),
  terms: Terms,
  /** What the owner had asked for, where the company answered with other terms. */
  asked: Nullable(Terms),
  debtFen: Fen,
  paidFen: Fen,
  /** What is still open of the charges in it. */
  openFen: Fen,
  lateFee: OneOf(lateFeeTerms),
  charges: Type.Array(Charge),
  instalments: Type.Array(PlanInstalment),
  /** Why the owner asked: for the owner and staff who answer; empty for others, as are answer and notes. */
  reason: Type.String(),
  /** What staff answered. */
  answer: Type.String(),
  appliedAt: Instant,
  /** While staff have to answer. */
  replyBy: Nullable(BusinessDate),
  /** While it may be signed. */
  openUntil: Nullable(BusinessDate),
  /** While it is broken and can be caught up: until when, and with how much. */
  cureUntil: Nullable(BusinessDate),
  cureFen: Nullable(Fen),
  signedOn: Nullable(BusinessDate),
  movesLeft: Type.Integer(),
  moveDaysMax: Type.Integer(),
  graceDays: Type.Integer(),
  happenings: Type.Array(PlanHappening),
})
export type Plan = Static<typeof Plan>

/** What an owner has to know to choose a plan or a deferral. */
export const PlanOptions = Type.Object({
  /** The server's day: schedules are counted from it. */
  today: BusinessDate,
  /** The policy in force; null: the community offers no plans. */
  policy: Nullable(PlanPolicy),
  /** Why this home may not have a new one, in a sentence; null: it may. */
  refused: Nullable(Type.String()),
  /** An earlier plan was broken lately: staff look at a new one. */
  needsApproval: Type.Boolean(),
  /** What is still open in plans of this home: with it counts how much may be given at once. */
  inPlansFen: Fen,
  /** Open charges, late fees with what they are for; those that cannot be in a plan say why. */
  charges: Type.Array(
    Type.Object({
      charge: Charge,
      why: Nullable(Type.String()),
      /** Late fee on it up to today: it comes with the charge and joins the debt. 0 where the plan waives it. */
      lateFeeFen: Fen,
    }),
  ),
  /** How many deferrals this home may still have this year. */
  deferralsLeft: Type.Integer(),
})
export type PlanOptions = Static<typeof PlanOptions>

/** One tick of its own for each consent (个人信息保护法 14; 民法典 496). */
export const Consent = Type.Object({ key: Type.String(), text: Type.String(), required: Type.Boolean() })
export type Consent = Static<typeof Consent>

export const PlanAgreement = Type.Object({
  /** e.g. `FQ-20261125-000012`; empty before it is signed. */
  number: Type.String(),
  paper: Paper,
  /** Of the text of `paper`: what is signed. */
  sha256: Type.String(),
  consents: Type.Array(Consent),
  signedAt: Nullable(Instant),
  /** Whether the PDF is ready. */
  hasPdf: Type.Boolean(),
})
export type PlanAgreement = Static<typeof PlanAgreement>

export const Deferral = Type.Object({
  id: DeferralId,
  householdId: HouseholdId,
  state: OneOf(deferralStates),
  until: BusinessDate,
  /** For the owner and staff who answer; empty for others, as is the answer. */
  reason: Type.String(),
  answer: Type.String(),
  charges: Type.Array(Charge),
  askedAt: Instant,
  replyBy: Nullable(BusinessDate),
})
export type Deferral = Static<typeof Deferral>

const ChargeIds = Type.Array(ChargeId, { minItems: 1, maxItems: 200, uniqueItems: true })
const PlanParams = Type.Object({ ...HouseholdParams.properties, planId: PlanId })
const StaffPlanParams = Type.Object({ communityId: CommunityId, planId: PlanId })

/** Which homes a bulk offer goes to: those in arrears, narrowed. */
export const Segment = Type.Object({
  /** Names of buildings; none: all. */
  buildings: Type.Array(Line(40), { maxItems: 200 }),
  overdueMonthsMin: Days(0, 120),
  openMinFen: BoundFen,
  openMaxFen: Nullable(BoundFen),
  /** One home alone. */
  householdId: Nullable(HouseholdId),
})
export type Segment = Static<typeof Segment>

const Offer = Type.Object({
  segment: Segment,
  instalments: Days(2, 60),
  everyMonths: EveryMonths,
  dayOfMonth: Days(1, 28),
  /** To the owner, beside the terms. */
  message: Line(200),
})
export type Offer = Static<typeof Offer>

export const OfferPreview = Type.Object({
  homes: Type.Integer(),
  debtFen: Fen,
  /** Homes of the segment that get none, and why. */
  leftOut: Type.Array(Type.Object({ reason: Type.String(), homes: Type.Integer() })),
})
export type OfferPreview = Static<typeof OfferPreview>

/** One line of the staff list. */
export const PlanRow = Type.Object({
  id: PlanId,
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  state: OneOf<PlanState>(planStates),
  debtFen: Fen,
  openFen: Fen,
  instalments: Type.Integer(),
  nextDue: Nullable(BusinessDate),
  appliedAt: Instant,
})
export type PlanRow = Static<typeof PlanRow>

export const PlansOverview = Type.Object({
  byState: Type.Array(
    Type.Object({ state: OneOf<PlanState>(planStates), plans: Type.Integer(), debtFen: Fen }),
  ),
  /**
   * Of plans that were signed: the money that has come in on them since, by payments and advance. What was taken back,
   * let go or cancelled is none of it.
   */
  recoveredFen: Fen,
  /** What is still open on plans that are kept at present. */
  promisedFen: Fen,
  /** Newest twelve months, oldest first: what fell due on plans, and what of it such money has paid, oldest instalment first. */
  months: Type.Array(Type.Object({ month: Type.String(), dueFen: Fen, paidFen: Fen })),
})
export type PlansOverview = Static<typeof PlansOverview>

export const plansApi = {
  'GET /v1/communities/:communityId/households/:householdId/plan-options': {
    params: HouseholdParams,
    reply: PlanOptions,
    summary: 'What a home may choose: policy, charges, deferrals left',
  },
  'GET /v1/communities/:communityId/households/:householdId/plans': {
    params: HouseholdParams,
    reply: Type.Array(Plan),
    summary: 'Plans of a home, newest first',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans': {
    params: HouseholdParams,
    body: Type.Object({
      policyId: PlanPolicyId,
      chargeIds: ChargeIds,
      terms: Terms,
      reason: Type.String({ maxLength: 300 }),
    }),
    reply: Plan,
    summary: 'The owner asks for a plan; within the policy it may be signed at once',
  },
  'GET /v1/communities/:communityId/households/:householdId/plans/:planId': {
    params: PlanParams,
    reply: Plan,
    summary: 'One plan, with what was paid and missed',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/decline': {
    params: PlanParams,
    reply: Plan,
    summary: 'The owner does not want what was offered',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/withdraw': {
    params: PlanParams,
    reply: Plan,
    summary: 'The owner takes an application back',
  },
  'GET /v1/communities/:communityId/households/:householdId/plans/:planId/agreement': {
    params: PlanParams,
    reply: PlanAgreement,
    summary: 'The agreement: to be signed, or as it was signed',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/sign': {
    params: PlanParams,
    body: Type.Object({
      /** Of the text that was read. */
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      /** Keys of the consents that were ticked. */
      consents: Type.Array(Line(40), { maxItems: 10, uniqueItems: true }),
      /** Of WeChat's phone button, pressed for this signature. */
      phoneCode: Line(128),
    }),
    reply: Plan,
    summary: 'The owner signs exactly the text they read',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/agreement/pdf': {
    params: PlanParams,
    reply: Type.Object({ url: Type.String(), expiresAt: Instant }),
    unstored: true,
    summary: 'A short-lived link to the signed agreement',
  },
  'GET /v1/agreements/:token': {
    params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The signed agreement of a short-lived link, as PDF',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/payments': {
    params: PlanParams,
    body: Type.Object({
      /** The last instalment to be paid: the next one, several, or all. */
      upTo: Type.Integer({ minimum: 0, maximum: 60 }),
    }),
    reply: StartedPayment,
    summary: 'Pay what is open up to an instalment',
  },
  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/instalments/:no/move': {
    params: Type.Object({ ...PlanParams.properties, no: Type.Integer({ minimum: 0, maximum: 60 }) }),
    body: Type.Object({ to: BusinessDate, reason: Line(200) }),
    reply: Plan,
    summary: 'The owner moves one instalment to a later day, as far as the policy lets them',
  },
  'GET /v1/communities/:communityId/households/:householdId/deferrals': {
    params: HouseholdParams,
    reply: Type.Array(Deferral),
    summary: 'Deferrals of a home, newest first',
  },
  'POST /v1/communities/:communityId/households/:householdId/deferrals': {
    params: HouseholdParams,
    body: Type.Object({
      policyId: PlanPolicyId,
      chargeIds: ChargeIds,
      until: BusinessDate,
      reason: Line(300),
      /** Ticked by the owner where a charge has been due for more than three years. */
      oldDebtKnown: Type.Boolean(),
    }),
    reply: Deferral,
    summary: 'The owner asks to pay on a later day',
  },
  'POST /v1/communities/:communityId/households/:householdId/deferrals/:deferralId/withdraw': {
    params: Type.Object({ ...HouseholdParams.properties, deferralId: DeferralId }),
    reply: Deferral,
    summary: 'The owner takes it back while it waits',
  },

  'GET /v1/staff/communities/:communityId/plan-policies': {
    params: CommunityParams,
    reply: Type.Array(PlanPolicy),
    summary: 'Versions of the plan policy, the one in force first',
  },
  'POST /v1/staff/communities/:communityId/plan-policies': {
    params: CommunityParams,
    body: NewPlanPolicy,
    reply: PlanPolicy,
    summary: 'Publish a new version; offers that stand keep their terms',
  },
  'GET /v1/staff/communities/:communityId/plans': {
    params: CommunityParams,
    query: Type.Object({
      state: Type.Optional(OneOf<PlanState>(planStates)),
      householdId: Type.Optional(HouseholdId),
      before: Type.Optional(PlanId),
    }),
    reply: Type.Object({ plans: Type.Array(PlanRow), more: Type.Boolean() }),
    summary: 'Plans, newest first',
  },
  'GET /v1/staff/communities/:communityId/plans/:planId': {
    params: StaffPlanParams,
    reply: Plan,
    summary: 'One plan, for staff',
  },
  'POST /v1/staff/communities/:communityId/plans/:planId/decide': {
    params: StaffPlanParams,
    body: Type.Union([
      Type.Object({ kind: Type.Literal('approve'), answer: Type.String({ maxLength: 300 }) }),
      Type.Object({ kind: Type.Literal('counter'), terms: Terms, answer: Line(300) }),
      Type.Object({ kind: Type.Literal('refuse'), answer: Line(300) }),
    ]),
    reply: Plan,
    summary: 'Approve an application, answer it with other terms, or refuse it with reasons',
  },
  'POST /v1/staff/communities/:communityId/plans/:planId/take-back': {
    params: StaffPlanParams,
    reply: Plan,
    summary: 'Take back an offer that nobody has signed',
  },
  'POST /v1/staff/communities/:communityId/plan-offers/preview': {
    params: CommunityParams,
    body: Offer,
    reply: OfferPreview,
    summary: 'Whom a bulk offer would reach; writes nothing',
  },
  'POST /v1/staff/communities/:communityId/plan-offers': {
    params: CommunityParams,
    body: Offer,
    reply: OfferPreview,
    summary: 'Offer a plan to every home of a segment',
  },
  'GET /v1/staff/communities/:communityId/plans-overview': {
    params: CommunityParams,
    reply: PlansOverview,
    summary: 'Plans kept and broken, money recovered',
  },
  'GET /v1/staff/communities/:communityId/deferrals': {
    params: CommunityParams,
    query: Type.Object({ state: OneOf(deferralStates) }),
    reply: Type.Array(
      Type.Object({ deferral: Deferral, roomName: Type.String(), ownerMasked: Type.String() }),
    ),
    summary: 'Deferrals, oldest first',
  },
  'POST /v1/staff/communities/:communityId/deferrals/:deferralId/decide': {
    params: Type.Object({ communityId: CommunityId, deferralId: DeferralId }),
    body: Type.Union([
      Type.Object({
        grant: Type.Literal(true),
        until: BusinessDate,
        answer: Type.String({ maxLength: 300 }),
      }),
      Type.Object({ grant: Type.Literal(false), answer: Line(300) }),
    ]),
    reply: Deferral,
    summary: 'Grant a deferral, to the same or another day, or refuse it with reasons',
  },
} as const satisfies EndpointTable
