import { isPaidOut, type PayoutRoute, type RefundRoute, type RefundState } from '@anjiao/shared/refund-life'
import type { RefusalCode } from '@anjiao/shared/refusals'
import { holdsAnyOf } from '../identity/index.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'

/** Who pays out by which way: cash whoever may have a till and deals with refunds, a transfer finance alone. */
export const payers: Readonly<Record<PayoutRoute, readonly StaffRole[]>> = {
  cash: ['front_desk', 'finance'],
  transfer: ['finance'],
}

export interface OwedRefund {
  readonly route: RefundRoute
  readonly state: RefundState
  /** Who asked for it, as the books name them. */
  readonly askedBy: string
  /** Who took the payment that it gives back, as the books name them. */
  readonly takenBy: readonly string[]
}

/** Why somebody may not pay a refund out: nobody pays what they asked for, nor gives back what they took themselves. Pure. */
export function whyNotPayOut(
  { actor }: Pick<Ctx, 'actor'>,
  { route, state, askedBy, takenBy }: OwedRefund,
): RefusalCode | undefined {
  if (!isPaidOut(route)) return 'refund-route'
  if (state !== 'owed') return 'refund-moved-on'
  if (actor.kind !== 'staff' || !holdsAnyOf(actor.roles, payers[route])) return 'not-allowed'
  if (askedBy === actorName(actor)) return 'own-refund'
  return takenBy.includes(actorName(actor)) ? 'own-receipt' : undefined
}
