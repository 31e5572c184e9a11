import type { CommunityId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { inCommunity, type World } from '../platform/context.ts'
import type { PhotoRow } from '../platform/database-types.ts'
import { keptAt, sentTo } from './photo.ts'

export type Removable = Pick<PhotoRow, 'id' | 'key'>

/** Who deletes photos, for the audit log. */
export const deleting = { kind: 'system', task: 'delete-photos' } as const

/**
 * Removes photos that are claimed for deletion: the objects first, the rows marked after, so that no row says deleted of a
 * picture that still lies there. Answers how many it was that marked them; a repeat marks none.
 */
export async function removePhotos(
  world: World,
  community: CommunityId,
  photos: readonly Removable[],
): Promise<number> {
  await Promise.all(photos.map(({ key }) => removeObjects(world, key)))
  return inCommunity(world, community, deleting, async (ctx) => {
    const marked = await ctx.tx.rows<Pick<PhotoRow, 'id' | 'subject'>>`
      update photo set state = 'deleted', deleted_at = ${ctx.now}
       where community_id = ${community} and id = any(${photos.map(({ id }) => id)}) and state <> 'deleted'
       returning id, subject`
    for (const { id, subject } of marked)
      await logAction(ctx, 'photo-deleted', subject ?? `photo:${id}`, { photoId: id })
    return marked.length
  })
}

/** Both places: one that was sent and never taken over lies in the first. */
export async function removeObjects(world: World, key: string): Promise<void> {
  await world.storage.remove(sentTo(key))
  await world.sealedStorage.remove(keptAt(key))
}
