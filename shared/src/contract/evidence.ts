import { type Static, Type } from 'typebox'
import { PhotoId } from './schemas.ts'

/** A photo that belongs to an application or a dispute, without a way to see it: that is asked for apart, and recorded. */
export const PhotoView = Type.Object({
  id: PhotoId,
  contentType: Type.String(),
  bytes: Type.Integer(),
  /** It was deleted after the decision. */
  deleted: Type.Boolean(),
})
export type PhotoView = Static<typeof PhotoView>
