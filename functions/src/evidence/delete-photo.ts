import { asResident } from '../identity/index.ts'
import type { World } from '../platform/context.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'
import { ownPhoto, type PhotoOf } from './photo.ts'
import { removePhotos } from './remove-photos.ts'

/**
 * Deletes a photo on the wish of whoever uploaded it, while it is attached to nothing (`photo-attached` otherwise). Repeated, it
 * does nothing. Its day of deletion is set first: from then on nobody can attach it, and when we are killed before the
 * object is gone, the night removes it.
 */
export async function deletePhoto(world: World, caller: Caller, of: PhotoOf): Promise<void> {
  const photo = await asResident(world, caller, of, async (ctx) => {
    const found = await ownPhoto(ctx, caller, of)
    if (found.state === 'deleted') return undefined
    const claimed = await ctx.tx.run`
      update photo set delete_on = ${ctx.today}
       where (community_id, id) = (${ctx.community}, ${found.id}) and subject is null`
    if (claimed === 0) throw new Refusal('photo-attached')
    return found
  })
  if (photo) await removePhotos(world, of.communityId, [photo])
}
