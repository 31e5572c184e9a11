import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { addJob, type BillsPosted } from '../platform/jobs.ts'

/** One piece of work for each home that has agreed, has something paid ahead and was charged by the entry. */
export async function queueSetOffs(ctx: Ctx, posted: BillsPosted): Promise<void> {
  // No more than the rooms of a slice: that many one entry charges.
  const homes = await ctx.tx.rows<{ householdId: HouseholdId }>`
    select consent.household_id
      from set_off_consent consent
      join household h on (h.community_id, h.id) = (consent.community_id, consent.household_id) and h.advance_fen > 0
     where consent.community_id = ${ctx.community} and consent.withdrawn_at is null
       and exists (select from charge c
                    where (c.community_id, c.household_id) = (h.community_id, h.id) and c.entry_id = ${posted.entryId})
     order by consent.household_id`
  for (const { householdId } of homes) await addJob(ctx, 'set-off', { ...posted, householdId })
}
