import { type Static, Type } from 'typebox'
import { type ReliefState, reliefStates } from '../relief-life.ts'
import { evidenceWays } from '../vocabulary.ts'
import { Charge } from './billing.ts'
import { PhotoView } from './evidence.ts'
import { ReliefStandard } from './relief-standards.ts'
import { BusinessDate, Fen, HouseholdId, Instant, Nullable, OneOf, ReliefApplicationId } from './schemas.ts'

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
