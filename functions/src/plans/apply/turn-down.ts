import type { HouseholdId, PlanId } from '@anjiao/shared/ids'
import type { PlanEvent } from '@anjiao/shared/plan-life'
import { lockHome } from '../../community/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { movePlan } from '../move-plan.ts'

/**
 * Ends what has not been signed: the owner declines terms or withdraws an application, staff take back an offer. The
 * charges are as they were before. Refused as `plan-moved-on` when it is too late for that.
 */
export async function turnDown(
  ctx: Ctx,
  householdId: HouseholdId,
  planId: PlanId,
  event: Extract<PlanEvent, 'decline' | 'withdraw' | 'take_back'>,
): Promise<void> {
  await lockHome(ctx, householdId)
  const plan = await bringUpToDate(ctx, householdId, planId)
  await movePlan(ctx, plan, event)
  await logAction(ctx, `plan-${event}`, `plan ${planId}`)
}
