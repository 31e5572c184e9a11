import { type Static, Type } from 'typebox'
import { chargeOrigins, chargeStates, entryKinds, shownHolds } from '../vocabulary.ts'
import { billRunsApi } from './bill-runs.ts'
import type { EndpointTable } from './endpoint.ts'
import { feeStandardsApi } from './fee-standards.ts'
import {
  BusinessDate,
  ChargeId,
  CommunityId,
  Fen,
  HouseholdParams,
  Line,
  Nullable,
  OneOf,
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
  'POST /v1/staff/communities/:communityId/charges/:chargeId/cancel': {
    params: Type.Object({ communityId: CommunityId, chargeId: ChargeId }),
    body: Type.Object({ reason: Line(200) }),
    reply: Type.Object({}),
    summary: 'Cancel a charge; what was paid on it goes to the advance',
  },
  ...feeStandardsApi,
  ...billRunsApi,
} as const satisfies EndpointTable
