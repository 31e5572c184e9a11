import { addDays, formatDate } from '@anjiao/shared/calendar'
import { debitAnswerDays } from '@anjiao/shared/debit-life'
import type { DebitBatchId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { leaveOut } from './leave-out-changed.ts'
import { type LockedBatch, lockBatch, stateAfter } from './lock-batch.ts'
import { lockHomes } from './lock-homes.ts'

/** Cancels a batch that the bank does not have: nobody is debited. Refused as `not-found` and `debit-moved-on`. */
export async function cancelBatch(ctx: Ctx, id: DebitBatchId, by: PersonId, reason: string): Promise<void> {
  const batch = await lockBatch(ctx, id)
  const to = stateAfter(batch, 'cancel')
  const lines = await ctx.tx.rows<{ no: number; householdId: HouseholdId }>`
    select no, household_id from debit_line
     where (community_id, batch_id) = (${ctx.community}, ${id}) and state = 'chosen'`
  await lockHomes(
    ctx,
    lines.map(({ householdId }) => householdId),
  )
  await leaveOut(
    ctx,
    batch,
    lines.map((line) => ({ ...line, why: 'cancelled' })),
  )
  await end(ctx, batch, to, { by, reason: reason.trim() })
  await logAction(ctx, 'debit-batch-cancelled', `debit batch ${id}`)
}

/**
 * Waits no longer for lines that the bank does not answer: their homes can be debited again. Refused as `not-found`,
 * `debit-moved-on`, and `debit-too-early-to-close` while the bank may still answer.
 */
export async function closeBatch(ctx: Ctx, id: DebitBatchId, by: PersonId): Promise<void> {
  const batch = await lockBatch(ctx, id)
  const to = stateAfter(batch, 'finish')
  const last = addDays(batch.debitOn, debitAnswerDays)
  if (ctx.today <= last) throw new Refusal('debit-too-early-to-close', { date: formatDate(last) })
  await ctx.tx.run`
    update debit_line set state = 'unanswered' where (community_id, batch_id) = (${ctx.community}, ${id}) and state = 'sent'`
  await end(ctx, batch, to, { by, reason: '' })
  await logAction(ctx, 'debit-batch-closed', `debit batch ${id}`)
}

async function end(
  { tx, community, now }: Ctx,
  { id }: LockedBatch,
  to: LockedBatch['state'],
  { by, reason }: { readonly by: PersonId; readonly reason: string },
): Promise<void> {
  await tx.run`
    update debit_batch set state = ${to}, ended_at = ${now}, ended_by = ${by}, reason = ${reason}
     where (community_id, id) = (${community}, ${id})`
}
