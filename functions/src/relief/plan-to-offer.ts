import type { ChargeId, HouseholdId, ReliefApplicationId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { storedRelief, subjectOf } from './stored-relief.ts'

/** What a granted relief gives as a plan. */
export interface PlanToOffer {
  readonly householdId: HouseholdId
  readonly chargeIds: readonly ChargeId[]
  readonly instalments: number
  readonly message: string
}

/** The plan that goes with a relief, and the name it is offered by; no offer where it gives none, or was taken back. */
export async function planToOffer(
  ctx: Ctx,
  id: ReliefApplicationId,
): Promise<{ offeredFor: string; offer: PlanToOffer | null }> {
  const [relief] = await storedRelief(ctx, { id })
  const offeredFor = subjectOf(id)
  if (relief?.state !== 'granted' || relief.instalments === null) return { offeredFor, offer: null }
  const { householdId, named, instalments } = relief
  const message = '您的困难减免已同意，可以按这个方案慢慢缴。要不要用，由您决定。'
  return { offeredFor, offer: { householdId, chargeIds: named, instalments, message } }
}
