import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Ctx } from '../platform/context.ts'

/** Sets the day from which the photos of a subject are gone; a later call moves it, for those that are not deleted yet. */
export async function deletePhotosOn(ctx: Ctx, subject: string, date: BusinessDate): Promise<void> {
  await ctx.tx.run`
    update photo set delete_on = ${date}
     where (community_id, subject) = (${ctx.community}, ${subject}) and state <> 'deleted'`
}
