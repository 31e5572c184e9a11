import type { HouseholdId, PersonId, SetOffConsentId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'

/**
 * Withdraws it, at once: the home is locked as by whoever settles its bills, so that none is settled afterwards. Where there is
 * none it changes nothing.
 */
export async function withdrawSetOff(
  ctx: Ctx,
  householdId: HouseholdId,
  withdrawnBy: PersonId,
): Promise<void> {
  await lockHome(ctx, householdId)
  const withdrawn = await ctx.tx.maybe<{ id: SetOffConsentId }>`
    update set_off_consent set withdrawn_at = ${ctx.now}, withdrawn_by = ${withdrawnBy}
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and withdrawn_at is null
    returning id`
  if (withdrawn) await logAction(ctx, 'set-off-withdrawn', `set-off consent ${withdrawn.id}`)
}
