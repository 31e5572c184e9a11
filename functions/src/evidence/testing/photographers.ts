import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Photo, PhotoUpload } from '@anjiao/shared/contract/evidence'
import type { PhotoId } from '@anjiao/shared/ids'
import type { PhotoType } from '@anjiao/shared/vocabulary'
import { type GivenCommunity, givenCommunity } from '../../local/testing/given.ts'
import { type TestWorld, testWorld } from '../../local/testing/world.ts'
import type { World } from '../../platform/context.ts'
import type { PhotoRow } from '../../platform/database-types.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { announcePhoto } from '../announce-photo.ts'
import { attachPhotos } from '../attach-photos.ts'
import { deletePhoto } from '../delete-photo.ts'
import { photoArrived } from '../photo-arrived.ts'
import { givenPhoto, type Home, sentPhoto } from './given-photo.ts'

/** Somebody who takes photos for a home. */
export interface Photographer {
  readonly caller: Caller
  readonly home: Home
  readonly announces: (bytes?: number) => Promise<PhotoUpload>
  readonly sends: (bytes?: Buffer, type?: PhotoType) => Promise<PhotoId>
  readonly saysArrived: (photoId: PhotoId, at?: World) => Promise<Photo>
  /** Sends one that is kept. */
  readonly takes: () => Promise<PhotoId>
  readonly deletes: (photoId: PhotoId, at?: World) => Promise<void>
  readonly attaches: (photoIds: readonly PhotoId[], subject: string) => Promise<void>
}

export interface Photographers extends TestWorld {
  readonly given: GivenCommunity
  /** The owner of a new home; family, when a home is named. */
  readonly somebody: (home?: Home) => Promise<Photographer>
  /** The keys under which a photo lies in the bucket. */
  readonly lying: (photoId: PhotoId) => Promise<string[]>
  /** The bytes that lie there, as they lie. */
  readonly atRest: (key: string) => Promise<Buffer>
  readonly row: (photoId: PhotoId) => Promise<PhotoRow>
}

/** A community whose people take photos. */
export async function photographers(): Promise<Photographers> {
  const tested = await testWorld()
  const { world } = tested
  const given = await givenCommunity(world)
  const { community } = given

  async function somebody(home?: Home): Promise<Photographer> {
    const { householdId } = home ?? (await given.household())
    const caller = await given.person({ householdId, relation: home ? 'family' : 'owner' })
    const of = { communityId: community, householdId }
    return {
      caller,
      home: of,
      announces: (bytes = 100) => announcePhoto(world, caller, { ...of, contentType: 'image/jpeg', bytes }),
      sends: (bytes, type) => sentPhoto(world, caller, of, bytes, type),
      saysArrived: (photoId, at = world) => photoArrived(at, caller, { ...of, photoId }),
      takes: () => givenPhoto(world, caller, of),
      deletes: (photoId, at = world) => deletePhoto(at, caller, { ...of, photoId }),
      attaches: (photoIds, subject) =>
        given.inside((ctx) => {
          const actor = { kind: 'person', personId: caller.personId } as const
          return attachPhotos({ ...ctx, actor }, householdId, photoIds, subject)
        }),
    }
  }

  const row = (photoId: PhotoId) =>
    given.inside(
      ({ tx }) => tx.one<PhotoRow>`select * from photo where (community_id, id) = (${community}, ${photoId})`,
    )

  return {
    ...tested,
    given,
    somebody,
    row,
    async lying(photoId) {
      const [{ key }, { folder }] = [await row(photoId), await tested.bucket()]
      const files = await readdir(folder, { recursive: true })
      return files.filter((file) => file.endsWith(key)).sort()
    },
    atRest: async (key) => readFile(join((await tested.bucket()).folder, key)),
  }
}

/** The same world, whose store fails from the n-th removal on: how a function leaves things that is killed there. */
export function killedAtRemoval(world: World, nth: number): World {
  let removals = 0
  const remove = async (key: string) => {
    if (++removals >= nth) throw new Error('killed')
    await world.storage.remove(key)
  }
  return {
    ...world,
    storage: { ...world.storage, remove },
    sealedStorage: { ...world.sealedStorage, remove },
  }
}
