import { businessDateAt, formatDate, timeOfDayAt } from '@anjiao/shared/calendar'
import type { DebitBatchId, PersonId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { windowCloses } from './debit-window.ts'
import { leaveOutChanged, waitsForNotices } from './leave-out-changed.ts'
import { lockBatch, stateAfter } from './lock-batch.ts'

/**
 * Lets a batch go as a second person. Who has paid or withdrawn since, or was not told a day before, is left out. Refused as `not-found`,
 * `debit-moved-on`, `debit-own-batch`, `debit-not-told-yet` while homes are still being told, `debit-window-over`, and
 * `debit-chooses-nobody` when nobody is left.
 */
export async function releaseBatch(ctx: Ctx, id: DebitBatchId, releasedBy: PersonId): Promise<void> {
  const batch = await lockBatch(ctx, id)
  const to = stateAfter(batch, 'release')
  if (batch.madeBy === releasedBy) throw new Refusal('debit-own-batch')
  if (ctx.now < batch.tellBy && (await waitsForNotices(ctx, batch)))
    throw new Refusal('debit-not-told-yet', { tellBy: inWords(batch.tellBy) })
  if (ctx.now >= windowCloses(batch)) throw new Refusal('debit-window-over')
  const left = await leaveOutChanged(ctx, batch)
  if (left === 0) throw new Refusal('debit-chooses-nobody')
  await ctx.tx.run`
    update debit_batch set state = ${to}, released_at = ${ctx.now}, released_by = ${releasedBy}
     where (community_id, id) = (${ctx.community}, ${id})`
  await logAction(ctx, 'debit-batch-released', `debit batch ${id}`, { homes: left })
}

const inWords = (instant: Date): string =>
  `${formatDate(businessDateAt(instant))} ${timeOfDayAt(instant).slice(0, 5)}`
