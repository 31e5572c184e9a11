import type { DebitBatchId, DebitMandateId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { lockHome } from '../../community/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { stopDebitNotices } from '../../reminders/index.ts'
import { noticeKey } from '../batch/notice-key.ts'

/**
 * Withdraws the mandate of a home: at once, for all that the bank does not have yet. Where there is none it changes nothing. The home
 * is locked first, as by whoever releases or hands out a batch: one of them sees what the other did.
 */
export async function withdrawMandate(
  ctx: Ctx,
  householdId: HouseholdId,
  withdrawnBy: PersonId,
): Promise<void> {
  await lockHome(ctx, householdId)
  const withdrawn = await ctx.tx.maybe<{ id: DebitMandateId }>`
    update debit_mandate set withdrawn_at = ${ctx.now}, withdrawn_by = ${withdrawnBy}
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and withdrawn_at is null
    returning id`
  if (!withdrawn) return
  const stopped = await ctx.tx.rows<{ batchId: DebitBatchId }>`
    update debit_line set state = 'left_out', why = 'withdrawn'
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and state = 'chosen'
    returning batch_id`
  for (const { batchId } of stopped) await stopDebitNotices(ctx, noticeKey(batchId), [householdId])
  await logAction(ctx, 'debit-mandate-withdrawn', `debit mandate ${withdrawn.id}`)
}
