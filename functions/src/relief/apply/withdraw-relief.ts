import { addMonths } from '@anjiao/shared/calendar'
import type { HouseholdId, ReliefApplicationId } from '@anjiao/shared/ids'
import { reliefWithdrawals } from '@anjiao/shared/relief-life'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
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

/** Refuses another application of a home that took back as many as it may (`relief-withdrawn-too-often`). The home must be locked. */
export async function refuseAfterWithdrawals(
  { tx, community, today }: Ctx,
  householdId: HouseholdId,
): Promise<void> {
  const { most, months } = reliefWithdrawals
  const { times } = await tx.one<{ times: number }>`
    select count(*) as times
      from relief_application a
      join relief_event e on (e.community_id, e.application_id) = (a.community_id, a.id) and e.event = 'withdraw'
     where (a.community_id, a.household_id) = (${community}, ${householdId}) and e.on_date > ${addMonths(today, -months)}`
  if (times >= most) throw new Refusal('relief-withdrawn-too-often', { months, times })
}
