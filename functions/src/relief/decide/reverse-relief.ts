import type { EntryId, ReliefApplicationId } from '@anjiao/shared/ids'
import { reverse } from '../../ledger/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { addJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { movedOn, moveRelief } from '../move-relief.ts'
import { lockRelief, subjectOf } from '../stored-relief.ts'

/**
 * Takes back what was granted, whatever was paid since: the charges are open again by as much, those of later bills too, and
 * bills to come are no longer reduced. A charge that was cancelled since owes nothing. Refused as `not-allowed` to anyone but
 * a manager, as `relief-moved-on` when nothing was granted.
 */
export async function reverseRelief(ctx: Ctx, id: ReliefApplicationId, reason: string): Promise<void> {
  refuseUnlessManager(ctx)
  const relief = await lockRelief(ctx, id)
  if (relief.grantedOn === null) throw movedOn(relief.state)
  await moveRelief(ctx, relief, 'reverse', { note: reason })
  for (const entryId of await standingEntries(ctx, id)) {
    const reversedBy = await reverse(ctx, entryId, '减免撤销')
    await ctx.tx.run`
      update relief_posting set reversed_by = ${reversedBy}
       where (community_id, entry_id) = (${ctx.community}, ${entryId})`
  }
  const { householdId } = relief
  await addJob(ctx, 'home-settled', { communityId: ctx.community, householdId })
  if (relief.instalments !== null) {
    await addJob(ctx, 'relief-plan-offer', { communityId: ctx.community, applicationId: id })
  }
  await logAction(ctx, 'relief-reversed', subjectOf(id))
  await recordEvent(ctx, {
    kind: 'relief-reversed',
    key: `relief-reversed:${id}`,
    householdId,
    payload: { applicationId: id },
  })
}

function refuseUnlessManager({ actor }: Ctx): void {
  const roles = actor.kind === 'staff' ? actor.roles : []
  if (!roles.includes('manager') && !roles.includes('administrator')) throw new Refusal('not-allowed')
}

/** Entries that still take something off: what was let go of a charge that is cancelled went with it. */
async function standingEntries({ tx, community }: Ctx, id: ReliefApplicationId): Promise<EntryId[]> {
  const entries = await tx.rows<{ entryId: EntryId }>`
    select entry_id from relief_posting g
     where (community_id, application_id) = (${community}, ${id}) and reversed_by is null
       and exists (select from posting p join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id)
                    where (p.community_id, p.entry_id) = (g.community_id, g.entry_id) and c.cancelled_by is null)
     order by entry_id`
  return entries.map(({ entryId }) => entryId)
}
