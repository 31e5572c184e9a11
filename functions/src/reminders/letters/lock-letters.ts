import type { DeliveryId, LetterBatchId } from '@anjiao/shared/ids'
import type { LetterFate } from '@anjiao/shared/letter-life'
import type { DeliveryState } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { isCorrected } from './what-counts.ts'

interface Note {
  readonly id: number
  readonly fate: LetterFate
  readonly at: string
  readonly corrects: number | null
}

/** A letter that was printed. */
export interface Printed {
  readonly id: DeliveryId
  readonly state: DeliveryState
  /** All that it asks for was settled since. */
  readonly settled: boolean
  /** What was noted of it and counts, oldest first. */
  readonly notes: readonly Note[]
  /** The last of it. */
  readonly fate: LetterFate | null
}

/** Locks the letters of a batch, or one of them, by id. */
export async function lockLetters(
  { tx, community }: Ctx,
  batchId: LetterBatchId,
  only: DeliveryId | null = null,
): Promise<Printed[]> {
  const found = await tx.rows<Omit<Printed, 'fate'>>`
    select d.id, d.state,
           coalesce((select bool_and(c.settled_fen = c.amount_fen)
                       from jsonb_to_recordset(d.sent -> 'charges') as each (id bigint)
                       join charge c on (c.community_id, c.id) = (d.community_id, each.id)), false) as settled,
           (select coalesce(json_agg(json_build_object('id', e.id, 'fate', e.proof, 'at', e.at, 'corrects', e.corrects)
                                     order by e.id), '[]')
              from delivery_evidence e
             where (e.community_id, e.delivery_id) = (d.community_id, d.id) and e.proof <> 'opened') as notes
      from letter l join delivery d on (d.community_id, d.id) = (l.community_id, l.delivery_id)
     where (l.community_id, l.batch_id) = (${community}, ${batchId}) and l.no is not null
       and (${only}::bigint is null or d.id = ${only})
     order by d.id for update of d`
  return found.map((letter) => {
    const notes = letter.notes.filter((note) => !isCorrected(note, letter.notes))
    return { ...letter, notes, fate: notes.at(-1)?.fate ?? null }
  })
}
