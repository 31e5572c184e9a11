import type { PhotoUpload } from '@anjiao/shared/contract/evidence'
import type { CommunityId, HouseholdId, PhotoId } from '@anjiao/shared/ids'
import type { PhotoType } from '@anjiao/shared/vocabulary'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { announcePhoto } from '../announce-photo.ts'
import { photoArrived } from '../photo-arrived.ts'
import { jpegOfAPhone } from './pictures.ts'

export interface Home {
  readonly communityId: CommunityId
  readonly householdId: HouseholdId
}

/** Sends bytes to where they were announced, as a phone does, past us. */
export async function send({ url, headers }: PhotoUpload, bytes: Buffer): Promise<number> {
  const response = await fetch(url, { method: 'PUT', headers, body: Buffer.from(bytes) })
  await response.body?.cancel()
  return response.status
}

/** Announces a photo and sends it; whether it is kept is for the test. */
export async function sentPhoto(
  world: World,
  caller: Caller,
  home: Home,
  bytes = jpegOfAPhone(),
  contentType: PhotoType = 'image/jpeg',
): Promise<PhotoId> {
  const upload = await announcePhoto(world, caller, { ...home, contentType, bytes: bytes.length })
  const status = await send(upload, bytes)
  if (status !== 200) throw new Error(`the store answered ${status}`)
  return upload.photoId
}

/** A photo that somebody has taken, kept and attached to nothing yet. */
export async function givenPhoto(world: World, caller: Caller, home: Home): Promise<PhotoId> {
  const photoId = await sentPhoto(world, caller, home)
  await photoArrived(world, caller, { ...home, photoId })
  return photoId
}
