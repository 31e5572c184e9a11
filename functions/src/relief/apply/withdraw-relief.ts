import type { HouseholdId, ReliefApplicationId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { moveRelief } from '../move-relief.ts'
import { letPhotosGo } from '../relief-photos.ts'
import { lockRelief } from '../stored-relief.ts'

/**
 * The owner takes an application back while it is not decided. Its charges are due as before, from tomorrow on; its photos
 * go today. Refused as `relief-moved-on` once it is decided.
 */
export async function withdrawRelief(
  ctx: Ctx,
  householdId: HouseholdId,
  id: ReliefApplicationId,
): Promise<void> {
  const relief = await lockRelief(ctx, id, householdId)
  await letPhotosGo(ctx, await moveRelief(ctx, relief, 'withdraw'))
}
