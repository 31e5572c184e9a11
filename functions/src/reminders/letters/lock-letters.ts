import type { DeliveryId, LetterBatchId } from '@anjiao/shared/ids'
import type { LetterFate } from '@anjiao/shared/letter-life'
import type { DeliveryState } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'

interface Note {
  readonly id: number
  readonly fate: LetterFate
  readonly at: string
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
           is_settled_since(${community}, d.sent) as settled,
           (select coalesce(json_agg(json_build_object('id', e.id, 'fate', e.proof, 'at', e.at) order by e.id), '[]')
              from proofs_noted(${community}) e
             where e.delivery_id = d.id and e.proof <> 'opened' and not e.corrected) as notes
      from letter l join delivery d on (d.community_id, d.id) = (l.community_id, l.delivery_id)
     where (l.community_id, l.batch_id) = (${community}, ${batchId}) and l.no is not null
       and (${only}::bigint is null or d.id = ${only})
     order by d.id for update of d`
  return found.map((letter) => ({ ...letter, fate: letter.notes.at(-1)?.fate ?? null }))
}
