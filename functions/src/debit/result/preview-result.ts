import type { DebitResultPreview } from '@anjiao/shared/contract/debit-batches'
import type { DebitBatchId } from '@anjiao/shared/ids'
import { sumFen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { lockBatch } from '../batch/lock-batch.ts'
import { readResult } from './read-result.ts'

/** What taking in a bank's answer would do: nothing is written. Refused as `not-found`, and as `readResult` is. */
export async function previewResult(
  ctx: Ctx,
  id: DebitBatchId,
  bytes: Uint8Array,
): Promise<DebitResultPreview> {
  const { asked, all, fresh, isKnown } = await readResult(ctx, await lockBatch(ctx, id), bytes)
  const roomOf = new Map(asked.map(({ no, roomName }) => [no, roomName]))
  const ok = fresh.filter(({ succeeded }) => succeeded)
  const answered = new Set(fresh.map(({ no }) => no))
  return {
    lines: all.length,
    isKnown,
    succeeded: ok.length,
    succeededFen: sumFen(ok.map(({ amountFen }) => amountFen)),
    failed: fresh
      .filter(({ succeeded }) => !succeeded)
      .map(({ no, code, reason, amountFen }) => ({
        no,
        roomName: roomOf.get(no) ?? '',
        amountFen,
        code,
        reason,
      })),
    unanswered: asked.filter(({ no, state }) => state === 'sent' && !answered.has(no)).length,
  }
}
