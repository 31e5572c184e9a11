import { createHash } from 'node:crypto'
import type { CommunityId, LetterBatchId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../../platform/context.ts'
import type { SentLetter } from './write-letter.ts'

const actor = { kind: 'system', task: 'letters-pdf' } as const

/**
 * Sets printed letters as one PDF, in the order of the stack, and stores it sealed. Follows the printing as a job; done again it
 * comes to the same bytes and changes nothing.
 */
export async function setLettersPdf(
  world: World,
  { communityId, batchId }: { readonly communityId: CommunityId; readonly batchId: LetterBatchId },
): Promise<void> {
  const letters = await inCommunity(
    world,
    communityId,
    actor,
    ({ tx }) => tx.rows<{ sent: SentLetter; madeAt: Date }>`
      select d.sent, b.made_at
        from letter_batch b
        join letter l on (l.community_id, l.batch_id) = (b.community_id, b.id)
        join delivery d on (d.community_id, d.id) = (l.community_id, l.delivery_id)
       where (b.community_id, b.id) = (${communityId}, ${batchId}) and b.pdf_key is null and l.no is not null
       order by l.no`,
  )
  const [first] = letters
  if (!first) return
  const pdf = await world.documents.setLetters(
    letters.map(({ sent }) => sent.letter),
    { createdAt: first.madeAt },
  )
  const key = `letters/${communityId}/${batchId}.pdf`
  await world.sealedStorage.put(key, pdf)
  await inCommunity(
    world,
    communityId,
    actor,
    ({ tx }) => tx.run`
      update letter_batch set pdf_key = ${key}, pdf_sha256 = ${createHash('sha256').update(pdf).digest()}
       where (community_id, id) = (${communityId}, ${batchId}) and pdf_key is null`,
  )
}
