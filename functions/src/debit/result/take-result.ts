import type { DebitBatchId, DebitResultId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { sumFen } from '@anjiao/shared/money'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { addJob } from '../../platform/jobs.ts'
import { type LockedBatch, lockBatch } from '../batch/lock-batch.ts'
import type { Answer } from './match-result.ts'
import { readResult } from './read-result.ts'

/**
 * Takes in what a bank answered about a batch. Nothing is written of a file that is refused; the same file once more changes
 * nothing. What was debited is booked by a job that follows; what was not, its home is told. Refused as `not-found`,
 * and as `readResult` is.
 */
export async function takeResult(
  ctx: Ctx,
  id: DebitBatchId,
  takenBy: PersonId,
  bytes: Uint8Array,
): Promise<void> {
  const batch = await lockBatch(ctx, id)
  const { sha256, isKnown, all, fresh } = await readResult(ctx, batch, bytes)
  if (isKnown) return
  const resultId = await store(ctx, id, { takenBy, sha256, all })
  await answer(ctx, id, resultId, fresh)
  await tellFailed(ctx, batch, fresh)
  await finish(ctx, batch, takenBy)
  if (fresh.some(({ succeeded }) => succeeded))
    await addJob(ctx, 'debit-book', { communityId: ctx.community, batchId: id })
  await logAction(ctx, 'debit-result-taken', `debit batch ${id}`, { lines: all.length, fresh: fresh.length })
}

async function store(
  { tx, community, now }: Ctx,
  batchId: DebitBatchId,
  { takenBy, sha256, all }: { takenBy: PersonId; sha256: Buffer; all: readonly Answer[] },
): Promise<DebitResultId> {
  const ok = all.filter(({ succeeded }) => succeeded)
  const { id } = await tx.one<{ id: DebitResultId }>`
    insert into debit_result (community_id, batch_id, sha256, taken_at, taken_by, lines, succeeded, succeeded_fen)
    values (${community}, ${batchId}, ${sha256}, ${now}, ${takenBy}, ${all.length}, ${ok.length},
            ${sumFen(ok.map(({ amountFen }) => amountFen))})
    returning id`
  return id
}

async function answer(
  { tx, community, now }: Ctx,
  batchId: DebitBatchId,
  resultId: DebitResultId,
  fresh: readonly Answer[],
): Promise<void> {
  await tx.run`
    update debit_line l
       set state = case when said.succeeded then 'succeeded' else 'failed' end::debit_line_state,
           code = said.code, reason = said.reason, result_id = ${resultId}, answered_at = ${now}
      from unnest(${fresh.map(({ no }) => no)}::integer[], ${fresh.map(({ succeeded }) => succeeded)}::boolean[],
                  ${fresh.map(({ code }) => code)}::text[], ${fresh.map(({ reason }) => reason)}::text[])
           as said (no, succeeded, code, reason)
     where (l.community_id, l.batch_id, l.no) = (${community}, ${batchId}, said.no)`
}

async function tellFailed(ctx: Ctx, { id }: LockedBatch, fresh: readonly Answer[]): Promise<void> {
  const failed = await ctx.tx.rows<{ householdId: HouseholdId; amountFen: number }>`
    select household_id, amount_fen from debit_line
     where (community_id, batch_id) = (${ctx.community}, ${id})
       and no = any(${fresh.filter(({ succeeded }) => !succeeded).map(({ no }) => no)}::integer[])`
  for (const { householdId, amountFen } of failed) {
    const payload = { batchId: id, amountFen }
    await recordEvent(ctx, {
      kind: 'debit-failed',
      key: `debit-failed:${id}:${householdId}`,
      householdId,
      payload,
    })
  }
}

/** A batch is done when every line has its answer. */
async function finish({ tx, community, now }: Ctx, { id }: LockedBatch, by: PersonId): Promise<void> {
  await tx.run`
    update debit_batch b set state = 'done', ended_at = ${now}, ended_by = ${by}
     where (b.community_id, b.id) = (${community}, ${id}) and b.state = 'sent'
       and not exists (select from debit_line l
                        where (l.community_id, l.batch_id) = (b.community_id, b.id) and l.state = 'sent')`
}
