import { addDays, formatDate } from '@anjiao/shared/calendar'
import type { HouseholdId, ReliefApplicationId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { moveRelief } from '../move-relief.ts'
import { letPhotosGo } from '../relief-photos.ts'
import { lockRelief } from '../stored-relief.ts'
import { takeInCharges } from './charges-asked-for.ts'

/**
 * 复议. The owner asks once for another look, by people who took no part in the first one. Late fees that came in between wait
 * with their charges. Refused as `relief-appeal-too-late` after the standard's days, `relief-moved-on` otherwise, and
 * `charge-already-held` when a charge is named in another application by now.
 */
export async function appealRelief(
  ctx: Ctx,
  householdId: HouseholdId,
  id: ReliefApplicationId,
  text: string,
): Promise<void> {
  const relief = await lockRelief(ctx, id, householdId)
  const { appealUntil, named, standard } = relief
  if (appealUntil !== null && appealUntil < ctx.today) {
    throw new Refusal('relief-appeal-too-late', { last: formatDate(appealUntil) })
  }
  await takeInCharges(ctx, id, named)
  const appealed = await moveRelief(ctx, relief, 'appeal', {
    note: text,
    replyBy: addDays(ctx.today, standard.replyDays),
  })
  await letPhotosGo(ctx, appealed)
}
