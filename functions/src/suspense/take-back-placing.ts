import type { EntryId, HouseholdId, PersonId, SuspenseItemId, SuspenseResolutionId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import { reverse } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { addJob } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockItem, subjectOf } from './lock-item.ts'

interface Standing {
  readonly id: SuspenseResolutionId
  readonly resolvedBy: PersonId
  readonly householdId: HouseholdId
  readonly entryId: EntryId
}

/**
 * 撤销入账. Takes back what was placed with the wrong home: its payment is reversed, its charges are open again, and the money is
 * held as before. Refused as `not-found`, `suspense-not-placed`, `own-receipt` to who placed it, and as the ledger's `reverse`
 * is: `cannot-reverse` once something of it has gone back or was used.
 */
export async function takeBackPlacing(
  ctx: Ctx,
  itemId: SuspenseItemId,
  personId: PersonId,
  reason: string,
): Promise<SuspenseResolutionId> {
  await lockItem(ctx, itemId)
  const standing = await standingOf(ctx, itemId)
  if (!standing) throw new Refusal('suspense-not-placed')
  if (standing.resolvedBy === personId) throw new Refusal('own-receipt')
  await lockHome(ctx, standing.householdId)
  await reverse(ctx, standing.entryId, reason.trim())
  await ctx.tx.run`
    with again as (
      update suspense_item set state = 'open' where (community_id, id) = (${ctx.community}, ${itemId})
    )
    update suspense_resolution
       set taken_back_by = ${personId}, taken_back_at = ${ctx.now}, taken_back_because = ${reason.trim()}
     where (community_id, id) = (${ctx.community}, ${standing.id})`
  await addJob(ctx, 'home-settled', { communityId: ctx.community, householdId: standing.householdId })
  await logAction(ctx, 'suspense-taken-back', subjectOf(itemId), { reason: reason.trim() })
  return standing.id
}

const standingOf = ({ tx, community }: Ctx, itemId: SuspenseItemId): Promise<Standing | undefined> =>
  tx.maybe<Standing>`
    select r.id, r.resolved_by, p.household_id, p.entry_id
      from suspense_resolution r join payment p on (p.community_id, p.id) = (r.community_id, r.payment_id)
     where (r.community_id, r.item_id) = (${community}, ${itemId}) and r.taken_back_at is null`
