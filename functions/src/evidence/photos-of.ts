import type { PhotoView } from '@anjiao/shared/contract/evidence'
import type { Ctx } from '../platform/context.ts'
import type { PhotoRow } from '../platform/database-types.ts'
import { photoView } from './photo.ts'

/** The photos attached to a subject, oldest first, without a way to see them; deleted ones are among them, marked. */
export async function photosOf(ctx: Ctx, subject: string): Promise<PhotoView[]> {
  const photos = await ctx.tx.rows<Pick<PhotoRow, 'id' | 'contentType' | 'bytes' | 'state' | 'deleteOn'>>`
    select id, content_type, bytes, state, delete_on from photo
     where (community_id, subject) = (${ctx.community}, ${subject}) order by id`
  return photos.map((photo) => photoView(ctx, photo))
}
