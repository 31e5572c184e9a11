import { type Static, Type } from 'typebox'
import {
  billingCycles,
  chargeOrigins,
  chargeStates,
  entryKinds,
  priceMethods,
  shownHolds,
} from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BillRunId,
  BusinessDate,
  ChargeId,
  CommunityId,
  CommunityParams,
  FeeStandardId,
  Fen,
  HouseholdParams,
  Instant,
  Line,
  Nullable,
  OneOf,
  PayableFen,
  PriceVersionId,
} from './schemas.ts'

/** What stays the pressing for a charge at present: a plan, a deferral, an application under review, a dispute. */
export const Hold = Type.Object({
  matter: OneOf(shownHolds),
  /** False while it is under review. */
  granted: Type.Boolean(),
  /** The last day, where it is known. */
  until: Nullable(BusinessDate),
  /** What is open of the charge is let go if this ends well: nothing of it is to be paid meanwhile. */
  waives: Type.Boolean(),
})
export type Hold = Static<typeof Hold>

/** One charge (一笔账单) as its owner sees it in a list. */
export const Charge = Type.Object({
  id: ChargeId,
  feeItem: Type.String(),
  fromDate: BusinessDate,
  toDate: BusinessDate,
  dueDate: BusinessDate,
  amountFen: Fen,
  openFen: Fen,
  origin: OneOf(chargeOrigins),
  state: OneOf(chargeStates),
  /** Its day has passed, something is open, and nothing holds it. */
  overdue: Type.Boolean(),
  hold: Nullable(Hold),
})
export type Charge = Static<typeof Charge>

/**
 * 计价依据. How an amount came about, kept with the charge for ever: formula and inputs, so that it can be said as
 * `2.20 元 × 98.60 ㎡ × 9 个月`.
 */
export const Pricing = Type.Union([
  Type.Object({
    method: Type.Literal('area'),
    /** 1/10000 yuan per ㎡ and month */
    rate: Type.Integer(),
    /** 0.01 ㎡ */
    areaHundredths: Type.Integer(),
    months: Type.Integer(),
  }),
  Type.Object({
    method: Type.Literal('fixed'),
    fixedFen: Fen,
    quantityHundredths: Type.Integer(),
    months: Type.Integer(),
  }),
  Type.Object({
    method: Type.Literal('tier'),
    tiers: Type.Array(Type.Object({ upTo: Nullable(Type.Integer()), rate: Type.Integer() })),
    quantityHundredths: Type.Integer(),
    months: Type.Integer(),
  }),
  /** Brought in with the company's roll: what it charged and what had been paid before. */
  Type.Object({ method: Type.Literal('roll'), chargedFen: Fen, paidBeforeFen: Fen, remark: Type.String() }),
  /** 违约金 on the principal that was open, by the contract's clause. */
  Type.Object({
    method: Type.Literal('late_fee'),
    clause: Type.String(),
    dailyPpm: Type.Integer(),
    spans: Type.Array(
      Type.Object({
        fromDate: BusinessDate,
        toDate: BusinessDate,
        days: Type.Integer(),
        openFen: Fen,
        /** 一年期 LPR in millionths a year, where the cap of 1.3 × LPR ÷ 365 a day counted instead of the clause's rate. */
        lprYearlyPpm: Nullable(Type.Integer()),
      }),
    ),
    /** True when the cap (total no more than the principal) cut it. */
    capped: Type.Boolean(),
  }),
])
export type Pricing = Static<typeof Pricing>

export const BillYear = Type.Object({
  year: Type.Integer(),
  amountFen: Fen,
  openFen: Fen,
  charges: Type.Array(Charge),
})
export type BillYear = Static<typeof BillYear>

/** What a home owes, with every charge by the year it is for, newest year first. */
export const Bills = Type.Object({
  communityName: Type.String(),
  roomName: Type.String(),
  hotline: Type.String(),
  openFen: Fen,
  overdueFen: Fen,
  advanceFen: Fen,
  years: Type.Array(BillYear),
})
export type Bills = Static<typeof Bills>

/** The statement (账单明细) of one charge: what, how it was computed, and all that happened to it. */
export const Statement = Type.Object({
  charge: Charge,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  pricing: Pricing,
  /** What the price was published as, e.g. a resolution or a notice. */
  publishedAs: Type.String(),
  history: Type.Array(
    Type.Object({
      date: BusinessDate,
      kind: OneOf(entryKinds),
      /** Above zero: added to what is owed; below: taken from it. */
      amountFen: Fen,
      memo: Type.String(),
    }),
  ),
})
export type Statement = Static<typeof Statement>

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

export const PriceVersion = Type.Object({
  id: PriceVersionId,
  fromDate: BusinessDate,
  method: OneOf(priceMethods),
  rate: Nullable(Type.Integer()),
  fixedFen: Nullable(Fen),
  tiers: Nullable(Type.Array(Type.Object({ upTo: Nullable(Type.Integer()), rate: Type.Integer() }))),
  publishedAs: Type.String(),
})
export type PriceVersion = Static<typeof PriceVersion>

export const FeeStandard = Type.Object({
  id: FeeStandardId,
  feeItem: Type.String(),
  name: Type.String(),
  rooms: Type.Integer(),
  versions: Type.Array(PriceVersion),
})
export type FeeStandard = Static<typeof FeeStandard>

const RunParams = Type.Object({ communityId: CommunityId, billRunId: BillRunId })

/** A price, from a month on, and where it was published. */
const NewPrice = Type.Object({
  fromDate: BusinessDate,
  price: Type.Union([
    Type.Object({
      method: Type.Literal('area'),
      rate: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
    }),
    Type.Object({ method: Type.Literal('fixed'), fixedFen: PayableFen }),
    Type.Object({
      method: Type.Literal('tier'),
      tiers: Type.Array(
        Type.Object({
          upTo: Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
          rate: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
        }),
        { minItems: 1, maxItems: 10 },
      ),
    }),
  ]),
  publishedAs: Line(200),
})

const NewFeeStandard = Type.Object({
  feeItem: Line(30),
  name: Line(60),
  ...NewPrice.properties,
  /** Which rooms pay it: all, or those of a kind (住宅, 商铺 …); only rooms that do not pay the item yet. */
  usage: Nullable(Line(20)),
  /** How much of it each pays, × 100: parking spaces and the like. Priced by area: 100. */
  quantityHundredths: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
})
export type NewFeeStandard = Static<typeof NewFeeStandard>

export const billingApi = {
  'GET /v1/communities/:communityId/households/:householdId/bills': {
    params: HouseholdParams,
    reply: Bills,
    summary: 'What a home owes and why, by year',
  },
  'GET /v1/communities/:communityId/households/:householdId/charges/:chargeId': {
    params: Type.Object({ ...HouseholdParams.properties, chargeId: ChargeId }),
    reply: Statement,
    summary: 'The statement of one charge',
  },
  'GET /v1/staff/communities/:communityId/fee-standards': {
    params: CommunityParams,
    reply: Type.Array(FeeStandard),
    summary: 'Prices and their versions',
  },
  'POST /v1/staff/communities/:communityId/fee-standards/:standardId/versions': {
    params: Type.Object({ communityId: CommunityId, standardId: FeeStandardId }),
    body: NewPrice,
    reply: FeeStandard,
    summary: 'A new price from a day on',
  },
  'POST /v1/staff/communities/:communityId/fee-standards': {
    params: CommunityParams,
    body: NewFeeStandard,
    reply: FeeStandard,
    summary: 'A new fee standard with its first price, and the rooms that pay it',
  },
  'POST /v1/staff/communities/:communityId/charges/:chargeId/cancel': {
    params: Type.Object({ communityId: CommunityId, chargeId: ChargeId }),
    body: Type.Object({ reason: Line(200) }),
    reply: Type.Object({}),
    summary: 'Cancel a charge; what was paid on it goes to the advance',
  },
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
