import { createHash } from 'node:crypto'
import type { DebitBatchId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { windowOpens } from '../batch/debit-window.ts'
import type { LockedBatch } from '../batch/lock-batch.ts'
import { layoutOf } from '../layout/layouts.ts'
import { readFile } from '../layout/read-file.ts'
import { type Answer, type AskedLine, matchResult } from './match-result.ts'

/** A line of a batch with the home that it is of. */
export interface AskedHome extends AskedLine {
  readonly roomName: string
}

export interface ReadResult {
  readonly sha256: Buffer
  /** The same file was taken in before. */
  readonly isKnown: boolean
  readonly asked: readonly AskedHome[]
  readonly all: readonly Answer[]
  /** Of these the ones that say something new. */
  readonly fresh: readonly Answer[]
}

/**
 * What a file of a bank answers about a batch; nothing is written. Refused as `debit-not-sent`, `debit-not-begun`, and as `readFile`
 * and `matchResult` are.
 */
export async function readResult(ctx: Ctx, batch: LockedBatch, bytes: Uint8Array): Promise<ReadResult> {
  if (batch.state !== 'sent' && batch.state !== 'done') throw new Refusal('debit-not-sent')
  if (ctx.now < windowOpens(batch)) throw new Refusal('debit-not-begun')
  const sha256 = createHash('sha256').update(bytes).digest()
  const before = await ctx.tx.maybe`
    select from debit_result where (community_id, batch_id, sha256) = (${ctx.community}, ${batch.id}, ${sha256})`
  const layout = await layoutOf(ctx, batch.resultLayoutId)
  const asked = await askedLines(ctx, batch.id)
  const found = matchResult(readFile(layout, bytes), layout, { number: batch.number, lines: asked })
  return { sha256, isKnown: before !== undefined, asked, ...found }
}

const askedLines = ({ tx, community }: Ctx, id: DebitBatchId): Promise<AskedHome[]> =>
  tx.rows<AskedHome>`
    select l.no, l.amount_fen, m.last_digits, l.state, home.room_name
      from debit_line l
      join debit_mandate m on (m.community_id, m.id) = (l.community_id, l.mandate_id)
      join home_name home on (home.community_id, home.household_id) = (l.community_id, l.household_id)
     where (l.community_id, l.batch_id) = (${community}, ${id}) order by l.no`
