import type { evidenceApi } from '@anjiao/shared/contract/evidence'
import type { Routes } from '../platform/http/routes.ts'
import { announcePhoto } from './announce-photo.ts'
import { deletePhoto } from './delete-photo.ts'
import { photoArrived } from './photo-arrived.ts'
import { openPhotoLink } from './photo-link.ts'

export const evidenceRoutes: Routes<typeof evidenceApi> = {
  'POST /v1/communities/:communityId/households/:householdId/photos': ({ world, caller, params, body }) =>
    announcePhoto(world, caller, { ...params, ...body }),

  'POST /v1/communities/:communityId/households/:householdId/photos/:photoId/arrived': ({
    world,
    caller,
    params,
  }) => photoArrived(world, caller, params),

  'DELETE /v1/communities/:communityId/households/:householdId/photos/:photoId': async ({
    world,
    caller,
    params,
  }) => {
    await deletePhoto(world, caller, params)
    return {}
  },

  'GET /v1/photos/:token': ({ world, params }) => openPhotoLink(world, params.token),
}
