import { createHash } from 'node:crypto'
import type { Photo } from '@anjiao/shared/contract/evidence'
import type { RefusalCode } from '@anjiao/shared/refusals'
import { asResident } from '../identity/index.ts'
import type { World } from '../platform/context.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'
import { keptAt, type OwnPhoto, ownPhoto, type PhotoOf, photoOf, sentTo } from './photo.ts'
import { cleanPicture } from './picture/clean-picture.ts'

/**
 * Takes over a photo that was sent: checks that it is a whole picture and harmless, keeps it without its metadata, sealed, and
 * removes what was sent. Refused as `photo-not-arrived` while nothing lies there, `photo-not-a-picture` and `photo-refused`
 * (it is deleted with that), `photo-check-unavailable` (it stays, to be tried again), `photo-deleted`. Repeated, it answers
 * the same photo. Killed anywhere it may be repeated; what never is goes in the night (delete-due-photos.ts).
 */
export async function photoArrived(world: World, caller: Caller, of: PhotoOf): Promise<Photo> {
  const photo = await lookUp(world, caller, of)
  if (photo.state === 'kept') return photoOf(photo)
  const sent = await world.storage.get(sentTo(photo.key))
  if (sent?.length !== photo.bytes) return keptMeanwhile(world, caller, of)

  const picture = cleanPicture(photo.contentType, sent)
  if (!picture) return throwAway(world, caller, of, photo, 'photo-not-a-picture')
  // What was sent, not what is left of it: a virus may sit in what we take out.
  const verdict = await world.contentCheck.check(sent, photo.contentType)
  if (verdict === 'unavailable') throw new Refusal('photo-check-unavailable')
  if (verdict === 'refuse') return throwAway(world, caller, of, photo, 'photo-refused')

  await world.sealedStorage.put(keptAt(photo.key), picture)
  const kept = await markKept(world, caller, of, picture)
  if (kept.state !== 'kept') {
    await world.sealedStorage.remove(keptAt(photo.key))
    throw new Refusal('photo-deleted')
  }
  // It is kept; should the store not answer now, the night removes what was sent.
  await world.storage
    .remove(sentTo(photo.key))
    .catch((error: unknown) => world.log.error('what was sent was not removed', error))
  return photoOf(kept)
}

async function lookUp(world: World, caller: Caller, of: PhotoOf): Promise<OwnPhoto> {
  const photo = await asResident(world, caller, of, (ctx) => ownPhoto(ctx, caller, of))
  if (photo.state === 'deleted' || photo.deleteOn) throw new Refusal('photo-deleted')
  return photo
}

/** Nothing lies there: another request has taken it over, or it has not come. */
async function keptMeanwhile(world: World, caller: Caller, of: PhotoOf): Promise<Photo> {
  const photo = await lookUp(world, caller, of)
  if (photo.state !== 'kept') throw new Refusal('photo-not-arrived')
  return photoOf(photo)
}

async function throwAway(
  world: World,
  caller: Caller,
  of: PhotoOf,
  photo: OwnPhoto,
  code: RefusalCode,
): Promise<never> {
  await world.storage.remove(sentTo(photo.key))
  await asResident(
    world,
    caller,
    of,
    (ctx) => ctx.tx.run`
      update photo set state = 'deleted', deleted_at = ${ctx.now}
       where (community_id, id) = (${ctx.community}, ${photo.id}) and state = 'waiting'`,
  )
  throw new Refusal(code)
}

/** Not kept when somebody deleted it meanwhile, or its day had come. */
function markKept(world: World, caller: Caller, of: PhotoOf, picture: Uint8Array): Promise<OwnPhoto> {
  const sha256 = createHash('sha256').update(picture).digest()
  return asResident(world, caller, of, async (ctx) => {
    await ctx.tx.run`
      update photo set state = 'kept', kept_at = ${ctx.now}, bytes = ${picture.length}, sha256 = ${sha256}
       where (community_id, household_id, id) = (${ctx.community}, ${of.householdId}, ${of.photoId})
         and state = 'waiting' and delete_on is null`
    return ownPhoto(ctx, caller, of)
  })
}
