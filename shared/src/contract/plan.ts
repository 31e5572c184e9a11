import { type Static, Type } from 'typebox'
import { type PlanEvent, type PlanState, planEvents, planStates } from '../plan-life.ts'
import { lateFeeTerms } from '../vocabulary.ts'
import { Charge } from './billing.ts'
import { EveryMonths } from './plan-policies.ts'
import {
  BoundFen,
  BusinessDate,
  Fen,
  HouseholdId,
  HouseholdParams,
  Instant,
  Nullable,
  OneOf,
  PlanId,
} from './schemas.ts'

/** How a debt is spread over time. */
export const Terms = Type.Object({
  downFen: BoundFen,
  instalments: Type.Integer({ minimum: 1, maximum: 60 }),
  everyMonths: EveryMonths,
  dayOfMonth: Type.Integer({ minimum: 1, maximum: 28 }),
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

export const PlanParams = Type.Object({ ...HouseholdParams.properties, planId: PlanId })
