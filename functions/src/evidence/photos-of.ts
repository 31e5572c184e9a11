import type { PhotoView } from '@anjiao/shared/contract/evidence'
import type { Ctx } from '../platform/context.ts'
import type { PhotoRow } from '../platform/database-types.ts'
import { photoView } from './photo.ts'

/** The photos attached to a subject, oldest first, without a way to see them; deleted ones are among them, marked. */
export async function photosOf(ctx: Ctx, subject: string): Promise<PhotoView[]> {
  const photos = await photosOfEach(ctx, [subject])
  return photos.get(subject) ?? []
}

/** The same of several subjects; one without photos is not among them. */
export async function photosOfEach(
  ctx: Ctx,
  subjects: readonly string[],
): Promise<ReadonlyMap<string | null, PhotoView[]>> {
  const photos = await ctx.tx.rows<
    Pick<PhotoRow, 'id' | 'subject' | 'contentType' | 'bytes' | 'state' | 'deleteOn'>
  >`
    select id, subject, content_type, bytes, state, delete_on from photo
     where community_id = ${ctx.community} and subject = any(${subjects}) order by id`
  const bySubject = Map.groupBy(photos, ({ subject }) => subject)
  return new Map([...bySubject].map(([subject, its]) => [subject, its.map((photo) => photoView(ctx, photo))]))
}
