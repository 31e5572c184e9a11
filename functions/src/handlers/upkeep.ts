import type { CommunityId } from '@anjiao/shared/ids'
import { forgetRollFiles } from '../community/index.ts'
import { deleteDuePhotos } from '../evidence/index.ts'
import { forgetExpired } from '../identity/index.ts'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import { forgetOldReplies } from '../platform/http/idempotency.ts'

const task = 'upkeep'

/** Deletes what has expired: sessions, stored replies, uploaded files that were never confirmed, photos whose time is over. Answers how many. */
export async function forgetWhatExpired(world: World, deadline: Date): Promise<number> {
  const communities = await asSystem(
    world,
    task,
    ({ tx }) => tx.rows<{ id: CommunityId }>`select id from community order by id`,
  )
  let forgotten = await asSystem(world, task, async (ctx) => {
    await forgetExpired(ctx)
    return forgetOldReplies(ctx)
  })
  for (const { id } of communities) {
    forgotten += await inCommunity(world, id, { kind: 'system', task }, forgetRollFiles)
  }
  // Last: should the store be away, all else is done.
  return forgotten + (await deleteDuePhotos(world, deadline))
}
