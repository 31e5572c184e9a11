import type { PhotoId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx, Settings, World } from '../platform/context.ts'
import { inCommunity } from '../platform/context.ts'
import type { PhotoRow } from '../platform/database-types.ts'
import { readFileLink, type ShortLink, shortLink } from '../platform/file-links.ts'
import { Refusal } from '../platform/refusal.ts'
import { isGone, keptAt } from './photo.ts'

const kind = 'photo'

/**
 * A short-lived link to one photo of a subject, for the person who asks. Whoever calls has made sure that they may; each link
 * is written into the audit log (`photo-viewed`). Refused as `not-found` for a photo of another subject, as `photo-deleted`
 * from the day of its deletion on.
 */
export async function photoLink(
  ctx: Ctx,
  settings: Settings,
  subject: string,
  photoId: PhotoId,
): Promise<ShortLink> {
  const photo = await ctx.tx.maybe<Pick<PhotoRow, 'state' | 'deleteOn'>>`
    select state, delete_on from photo
     where (community_id, subject, id) = (${ctx.community}, ${subject}, ${photoId})`
  if (!photo) throw new Refusal('not-found')
  if (isGone(ctx, photo)) throw new Refusal('photo-deleted')
  await logAction(ctx, 'photo-viewed', subject, { photoId })
  return shortLink(ctx, settings, { kind, id: photoId, path: 'photos' })
}

/** The picture behind a link. Refused as `not-found`, `link-expired` or `photo-deleted`. */
export async function openPhotoLink(
  world: World,
  token: string,
): Promise<{ bytes: Uint8Array; contentType: string }> {
  const link = readFileLink(world.settings, kind, token, world.clock.now())
  const viewer = { kind: 'person', personId: link.viewer } as const
  const photo = await inCommunity(world, link.community, viewer, async (ctx) => {
    const found = await ctx.tx.maybe<Pick<PhotoRow, 'key' | 'contentType' | 'state' | 'deleteOn'>>`
      select key, content_type, state, delete_on from photo
       where (community_id, id) = (${link.community}, ${link.id})`
    if (!found) throw new Refusal('not-found')
    if (isGone(ctx, found)) throw new Refusal('photo-deleted')
    return found
  })
  const bytes = await world.sealedStorage.get(keptAt(photo.key))
  if (!bytes) throw new Refusal('photo-deleted')
  return { bytes, contentType: photo.contentType }
}
