import { type Static, Type } from 'typebox'
import { photoLimits } from '../photo-limits.ts'
import { photoStates, photoTypes } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { HouseholdParams, Instant, OneOf, PhotoId } from './schemas.ts'

/** A photo that belongs to an application or a dispute, without a way to see it: that is asked for apart, and recorded. */
export const PhotoView = Type.Object({
  id: PhotoId,
  contentType: Type.String(),
  bytes: Type.Integer(),
  /** It was deleted after the decision. */
  deleted: Type.Boolean(),
})
export type PhotoView = Static<typeof PhotoView>

/** A photo on its way, as whoever takes it sees it. */
export const Photo = Type.Object({
  id: PhotoId,
  contentType: OneOf(photoTypes),
  bytes: Type.Integer(),
  state: OneOf(photoStates),
})
export type Photo = Static<typeof Photo>

/** Where to send the photo itself, past us: `PUT url` with these headers and exactly the bytes that were announced. */
export const PhotoUpload = Type.Object({
  photoId: PhotoId,
  url: Type.String(),
  headers: Type.Record(Type.String(), Type.String()),
  expiresAt: Instant,
})
export type PhotoUpload = Static<typeof PhotoUpload>

const PhotoParams = Type.Object({ ...HouseholdParams.properties, photoId: PhotoId })

export const evidenceApi = {
  'POST /v1/communities/:communityId/households/:householdId/photos': {
    params: HouseholdParams,
    body: Type.Object({
      contentType: OneOf(photoTypes),
      bytes: Type.Integer({ minimum: 1, maximum: photoLimits.bytesMax }),
    }),
    reply: PhotoUpload,
    summary: 'Announce a photo; answers where to send it',
  },
  'POST /v1/communities/:communityId/households/:householdId/photos/:photoId/arrived': {
    params: PhotoParams,
    reply: Photo,
    summary: 'The photo was sent: check it, take out where and when it was taken, and keep it',
  },
  'DELETE /v1/communities/:communityId/households/:householdId/photos/:photoId': {
    params: PhotoParams,
    reply: Type.Object({}),
    summary: 'Delete a photo that is not attached to anything yet',
  },
  'GET /v1/photos/:token': {
    params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The photo of a short-lived link',
  },
} as const satisfies EndpointTable
