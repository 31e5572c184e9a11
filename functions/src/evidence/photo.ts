import type { Photo, PhotoView } from '@anjiao/shared/contract/evidence'
import type { CommunityId, HouseholdId, PhotoId } from '@anjiao/shared/ids'
import type { PhotoType } from '@anjiao/shared/vocabulary'
import type { Ctx, PersonCtx } from '../platform/context.ts'
import type { PhotoRow } from '../platform/database-types.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'

/** Which photo a request is about. */
export interface PhotoOf {
  readonly communityId: CommunityId
  readonly householdId: HouseholdId
  readonly photoId: PhotoId
}

/** 对象: where it lies as it was sent, until it is checked; and where, sealed, as it is kept. */
export const sentTo = (key: string): string => `incoming/${key}`
export const keptAt = (key: string): string => `photos/${key}`

/** How long somebody has to send a photo that they announced. */
export const uploadMinutes = 10

export type OwnPhoto = Pick<
  PhotoRow,
  'id' | 'key' | 'bytes' | 'state' | 'subject' | 'deleteOn' | 'createdAt'
> & {
  readonly contentType: PhotoType
}

/** A photo that the asking person uploaded for this home. Refused as `not-found` to everybody else, of the same home as well. */
export async function ownPhoto(ctx: Ctx, caller: Caller, of: PhotoOf): Promise<OwnPhoto> {
  const photo = await ctx.tx.maybe<OwnPhoto>`
    select id, key, content_type, bytes, state, subject, delete_on, created_at from photo
     where (community_id, household_id, id) = (${ctx.community}, ${of.householdId}, ${of.photoId})
       and uploaded_by = ${caller.personId}`
  if (!photo) throw new Refusal('not-found')
  return photo
}

export const photoOf = ({ id, contentType, bytes, state }: OwnPhoto): Photo => ({
  id,
  contentType,
  bytes,
  state,
})

type Seen = Pick<PhotoRow, 'id' | 'contentType' | 'bytes' | 'state' | 'deleteOn'>

/** From the day on which it is to be deleted a photo is gone for everybody, though its object goes in the night. */
export const isGone = (
  { today }: PersonCtx,
  { state, deleteOn }: Pick<Seen, 'state' | 'deleteOn'>,
): boolean => state === 'deleted' || (deleteOn !== null && deleteOn <= today)

export const photoView = (ctx: PersonCtx, photo: Seen): PhotoView => ({
  id: photo.id,
  contentType: photo.contentType,
  bytes: photo.bytes,
  deleted: isGone(ctx, photo),
})
