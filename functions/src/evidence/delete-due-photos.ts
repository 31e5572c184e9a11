import type { CommunityId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../platform/context.ts'
import type { PhotoRow } from '../platform/database-types.ts'
import { inEveryCommunity } from '../platform/in-every-community.ts'
import { sentTo } from './photo.ts'
import { deleting, type Removable, removeObjects, removePhotos } from './remove-photos.ts'

/** How many objects are removed at once, between two looks at the time. */
const sliceSize = 20

const hourMs = 3_600_000
/** What nobody attached within a day is not wanted any more. */
const unattachedMs = 24 * hourMs
/** Longer than an address for uploads works, an upload takes, and a request of ours lives. */
const settledMs = hourMs

/**
 * Deletes what is due: photos whose day has come (个人信息保护法 19, 47; images at most 30 days after a decision), and those that
 * were attached to nothing for over a day, arrived or not. Then looks once more, an hour later, where something could have
 * come late: an address for uploads works until it expires, also after its photo was taken over or deleted. In slices
 * until the deadline; may be killed anywhere and run again. Answers how many photos it deleted.
 */
export function deleteDuePhotos(world: World, deadline: Date): Promise<number> {
  const hasTime = () => world.clock.now() < deadline
  return inEveryCommunity(world, deleting.task, async (id) => {
    const deleted = await inSlices(
      hasTime,
      () => claimDue(world, id),
      (due) => removePhotos(world, id, due),
    )
    await inSlices(
      hasTime,
      () => unswept(world, id),
      (late) => sweep(world, id, late),
    )
    return deleted
  })
}

async function inSlices<Each>(
  hasTime: () => boolean,
  next: () => Promise<Each[]>,
  work: (slice: Each[]) => Promise<number>,
): Promise<number> {
  let done = 0
  while (hasTime()) {
    const slice = await next()
    if (slice.length === 0) break
    done += await work(slice)
  }
  return done
}

/** From now on nobody can attach or keep them. What was claimed before and not finished is among them again. */
const claimDue = (world: World, community: CommunityId): Promise<Removable[]> =>
  inCommunity(world, community, deleting, ({ tx, now, today }) => {
    const unattachedSince = new Date(now.getTime() - unattachedMs)
    return tx.rows<Removable>`
      update photo set delete_on = coalesce(delete_on, ${today})
       where community_id = ${community} and id in (
         select id from photo
          where community_id = ${community} and state <> 'deleted'
            and (delete_on <= ${today} or (subject is null and created_at < ${unattachedSince}))
          order by id limit ${sliceSize} for update)
       returning id, key`
  })

type Late = Removable & Pick<PhotoRow, 'state'>

const unswept = (world: World, community: CommunityId): Promise<Late[]> =>
  inCommunity(world, community, deleting, ({ tx, now }) => {
    const settledSince = new Date(now.getTime() - settledMs)
    return tx.rows<Late>`
      select id, key, state from photo
       where community_id = ${community} and swept_at is null and state <> 'waiting'
         and created_at < ${settledSince} and coalesce(deleted_at, kept_at) < ${settledSince}
       order by created_at limit ${sliceSize}`
  })

async function sweep(world: World, community: CommunityId, late: readonly Late[]): Promise<number> {
  await Promise.all(
    late.map(({ key, state }) =>
      state === 'kept' ? world.storage.remove(sentTo(key)) : removeObjects(world, key),
    ),
  )
  return inCommunity(
    world,
    community,
    deleting,
    ({ tx, now }) => tx.run`
      update photo set swept_at = ${now}
       where community_id = ${community} and id = any(${late.map(({ id }) => id)}) and swept_at is null`,
  )
}
