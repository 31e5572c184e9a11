import { addDays } from '@anjiao/shared/calendar'
import type { HouseholdId, ReliefApplicationId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { moveRelief } from '../move-relief.ts'
import { type SentPhotos, takePhotos } from '../relief-photos.ts'
import { lockRelief } from '../stored-relief.ts'

export interface MoreForRelief extends SentPhotos {
  readonly statement: string
}

/**
 * The owner sends what staff said was missing; staff have the standard's days again. What was said before stays in the
 * history. Refused as `relief-moved-on` when nothing is missing any more, and for photos as when asking.
 */
export async function sendMore(
  ctx: Ctx,
  householdId: HouseholdId,
  id: ReliefApplicationId,
  more: MoreForRelief,
): Promise<void> {
  const relief = await lockRelief(ctx, id, householdId)
  if (more.photoIds.length > 0 && !relief.standard.ways.includes('upload')) {
    throw new Refusal('relief-photos-not-asked')
  }
  await moveRelief(ctx, relief, 'complete', {
    note: more.statement,
    replyBy: addDays(ctx.today, relief.standard.replyDays),
  })
  await takePhotos(ctx, relief, more)
}
