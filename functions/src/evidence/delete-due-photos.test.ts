import { addDays } from '@anjiao/shared/calendar'
import type { PhotoId } from '@anjiao/shared/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { deleteDuePhotos } from './delete-due-photos.ts'
import { deletePhotosOn } from './delete-photos-on.ts'
import { photosOf } from './photos-of.ts'
import { send } from './testing/given-photo.ts'
import { killedAtRemoval, type Photographer, photographers } from './testing/photographers.ts'
import { jpeg } from './testing/pictures.ts'

const { world, clock, given, somebody, lying, row } = await photographers()
let subjects = 0
const newSubject = () => `relief:${++subjects}`

const night = (at = world) => deleteDuePhotos(at, new Date(clock.now().getTime() + 60_000))
const decidedAndKept = (subject: string, days: number) =>
  given.inside((ctx) => deletePhotosOn(ctx, subject, addDays(ctx.today, days)))

async function attached(owner: Photographer, subject: string): Promise<PhotoId> {
  const photoId = await owner.takes()
  await owner.attaches([photoId], subject)
  return photoId
}

// What earlier tests left is deleted before.
beforeEach(async () => {
  clock.advance({ days: 2 })
  await night()
})

describe('photos of something decided', () => {
  it('go on their day, not before; the row stays and says when', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    const photoId = await attached(owner, subject)
    await decidedAndKept(subject, 30)
    clock.advance({ days: 29 })
    expect(await night()).toBe(0)
    expect(await lying(photoId)).toEqual([expect.stringMatching(/^photos/)])
    clock.advance({ days: 1 })
    expect(await night()).toBe(1)
    expect(await lying(photoId)).toEqual([])
    expect(await row(photoId)).toMatchObject({ state: 'deleted', subject, deletedAt: clock.now() })
    expect(await given.inside((ctx) => photosOf(ctx, subject))).toMatchObject([
      { id: photoId, deleted: true },
    ])
    const logged = await given.inside(
      ({ tx }) => tx.rows`
        select actor, details from audit_log
         where (community_id, subject) = (${given.community}, ${subject}) and action = 'photo-deleted'`,
    )
    expect(logged).toEqual([{ actor: 'system:delete-photos', details: { photoId } }])
  })

  it('stay longer when their day is moved, and stay while nothing is decided', async () => {
    const [owner, subject, open] = [await somebody(), newSubject(), newSubject()]
    const [moved, undecided] = [await attached(owner, subject), await attached(owner, open)]
    await decidedAndKept(subject, 1)
    await decidedAndKept(subject, 10)
    clock.advance({ days: 9 })
    expect(await night()).toBe(0)
    clock.advance({ days: 1 })
    expect(await night()).toBe(1)
    expect([await row(moved), await row(undecided)]).toMatchObject([{ state: 'deleted' }, { state: 'kept' }])
  })
})

describe('photos that nobody wants', () => {
  it('go a day after they were announced: kept and not attached, sent and not kept, never sent', async () => {
    const owner = await somebody()
    const kept = await owner.takes()
    const sent = await owner.sends()
    const { photoId: never } = await owner.announces()
    clock.advance({ days: 1 })
    expect(await night()).toBe(0)
    clock.advance({ seconds: 1 })
    expect(await night()).toBe(3)
    for (const photoId of [kept, sent, never]) {
      expect(await lying(photoId)).toEqual([])
      expect(await row(photoId)).toMatchObject({ state: 'deleted' })
    }
    await expect(owner.attaches([kept], newSubject())).rejects.toMatchObject({ code: 'photo-not-usable' })
    await expect(owner.saysArrived(sent)).rejects.toMatchObject({ code: 'photo-deleted' })
  })
})

describe('the nightly deletion', () => {
  it.each([1, 2, 3])('run %i times deletes exactly what is due', async (times) => {
    const [owner, due, staying] = [await somebody(), newSubject(), newSubject()]
    const photos = [await attached(owner, due), await attached(owner, due), await attached(owner, staying)]
    await decidedAndKept(due, 0)
    await decidedAndKept(staying, 1)
    let deleted = 0
    for (let run = 0; run < times; run++) deleted += await night()
    expect(deleted).toBe(2)
    expect(await Promise.all(photos.map(row))).toMatchObject([
      { state: 'deleted' },
      { state: 'deleted' },
      { state: 'kept' },
    ])
    expect(await lying(photos[2] ?? (0 as PhotoId))).toHaveLength(1)
  })

  it('run by two at once deletes each photo once', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    for (let taken = 0; taken < 5; taken++) await attached(owner, subject)
    await decidedAndKept(subject, 0)
    const counts = await Promise.all([night(), night()])
    expect(counts[0] + counts[1]).toBe(5)
  })

  it.each([1, 2, 3, 4])(
    'killed at its %i. removal says of no photo that lies there that it is deleted, and is finished by the next',
    async (nth) => {
      const [owner, subject] = [await somebody(), newSubject()]
      const photos = [await attached(owner, subject), await attached(owner, subject)]
      await decidedAndKept(subject, 0)
      await expect(night(killedAtRemoval(world, nth))).rejects.toThrow('killed')
      for (const photoId of photos) {
        const { state } = await row(photoId)
        if ((await lying(photoId)).length > 0) expect(state).toBe('kept')
      }
      expect(await night()).toBe(2)
      for (const photoId of photos) {
        expect(await row(photoId)).toMatchObject({ state: 'deleted' })
        expect(await lying(photoId)).toEqual([])
      }
      expect(await night()).toBe(0)
    },
  )

  it('begins nothing when no time is left', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    const photoId = await attached(owner, subject)
    await decidedAndKept(subject, 0)
    expect(await deleteDuePhotos(world, clock.now())).toBe(0)
    expect(await row(photoId)).toMatchObject({ state: 'kept' })
  })

  it('finishes what a killed deletion by hand began; until then nobody can use the photo', async () => {
    const owner = await somebody()
    const photoId = await owner.takes()
    await expect(owner.deletes(photoId, killedAtRemoval(world, 1))).rejects.toThrow('killed')
    expect(await row(photoId)).toMatchObject({ state: 'kept' })
    await expect(owner.attaches([photoId], newSubject())).rejects.toMatchObject({ code: 'photo-not-usable' })
    expect(await night()).toBe(1)
    expect(await lying(photoId)).toEqual([])
  })
})

describe('what is sent once more to an address that still works', () => {
  it('after the photo was kept, or deleted, is gone an hour later', async () => {
    const owner = await somebody()
    const uploads = [await owner.announces(jpeg.length), await owner.announces(jpeg.length)]
    for (const upload of uploads) {
      await send(upload, jpeg)
      await owner.saysArrived(upload.photoId)
    }
    const [kept, deleted] = uploads.map(({ photoId }) => photoId) as [PhotoId, PhotoId]
    await owner.attaches([kept], newSubject())
    await owner.deletes(deleted)
    for (const upload of uploads) expect(await send(upload, jpeg)).toBe(200)
    expect(await lying(deleted)).toEqual([expect.stringMatching(/^incoming/)])

    clock.advance({ minutes: 60 })
    await night()
    expect([await row(kept), await row(deleted)]).toMatchObject([{ sweptAt: null }, { sweptAt: null }])
    clock.advance({ seconds: 1 })
    expect(await night()).toBe(0)
    expect(await lying(kept)).toEqual([expect.stringMatching(/^photos/)])
    expect(await lying(deleted)).toEqual([])
    expect(await row(kept)).toMatchObject({ state: 'kept', sweptAt: clock.now() })
  })
})
