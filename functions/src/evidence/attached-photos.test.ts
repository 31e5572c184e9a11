import { businessDate } from '@anjiao/shared/calendar'
import type { PhotoId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { inCommunity } from '../platform/context.ts'
import { deletePhotosOn } from './delete-photos-on.ts'
import { openPhotoLink, photoLink } from './photo-link.ts'
import { photosOf } from './photos-of.ts'
import { type Photographer, photographers } from './testing/photographers.ts'
import { jpeg } from './testing/pictures.ts'

const { world, clock, given, somebody } = await photographers()
const desk = await given.staff('front_desk')
let subjects = 0
const newSubject = () => `relief:${++subjects}`
const refused = (code: string) => ({ code })

const linkTo = (subject: string, photoId: PhotoId) =>
  inCommunity(
    world,
    given.community,
    { kind: 'staff', personId: desk.personId, roles: ['front_desk'] },
    (ctx) => photoLink(ctx, world.settings, subject, photoId),
  )
const opened = ({ url }: { url: string }) => openPhotoLink(world, url.replace('/v1/photos/', ''))
const views = (subject: string) =>
  given.inside(
    ({ tx }) => tx.rows`
      select actor, details from audit_log
       where (community_id, subject) = (${given.community}, ${subject}) and action = 'photo-viewed' order by id`,
  )

async function nine(owner: Photographer): Promise<PhotoId[]> {
  const photos: PhotoId[] = []
  for (let taken = 0; taken < 9; taken++) photos.push(await owner.takes())
  return photos
}

describe('photos are attached', () => {
  it('by who took them, and stand there oldest first without a way to see them', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    const photos = [await owner.takes(), await owner.takes()]
    await owner.attaches(photos.toReversed(), subject)
    await owner.attaches([], subject)
    expect(await given.inside((ctx) => photosOf(ctx, subject))).toEqual(
      photos.map((id) => ({ id, contentType: 'image/jpeg', bytes: jpeg.length, deleted: false })),
    )
    expect(await given.inside((ctx) => photosOf(ctx, newSubject()))).toEqual([])
  })

  it('all or none: not what is attached, on its way, deleted, of somebody else or of another home', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    const good = await owner.takes()
    const elsewhere = await owner.takes()
    await owner.attaches([elsewhere], newSubject())
    const onItsWay = await owner.sends()
    const deleted = await owner.takes()
    await owner.deletes(deleted)
    const ofFamily = await (await somebody(owner.home)).takes()
    const ofANeighbour = await (await somebody()).takes()
    for (const bad of [elsewhere, onItsWay, deleted, ofFamily, ofANeighbour, 999_999 as PhotoId])
      await expect(owner.attaches([good, bad], subject)).rejects.toMatchObject(refused('photo-not-usable'))
    expect(await given.inside((ctx) => photosOf(ctx, subject))).toEqual([])
    await owner.attaches([good], subject)
  })

  it('nine to one subject at most, also when they come in parts', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    const photos = await nine(owner)
    await owner.attaches(photos.slice(0, 4), subject)
    await owner.attaches(photos.slice(4), subject)
    const tenth = await owner.takes()
    await expect(owner.attaches([tenth], subject)).rejects.toMatchObject(refused('photo-not-usable'))
  })
})

describe('a link to a photo', () => {
  it('opens the picture for five minutes, and each link is written down with who asked', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    const photoId = await owner.takes()
    await owner.attaches([photoId], subject)
    expect(await views(subject)).toEqual([])
    const link = await linkTo(subject, photoId)
    await linkTo(subject, photoId)
    const view = { actor: `staff:${desk.personId}`, details: { photoId } }
    expect(await views(subject)).toEqual([view, view])

    expect(await opened(link)).toMatchObject({ contentType: 'image/jpeg', bytes: jpeg })
    expect(Date.parse(link.expiresAt) - clock.now().getTime()).toBe(300_000)
    clock.advance({ minutes: 4, seconds: 59 })
    expect(await opened(link)).toMatchObject({ contentType: 'image/jpeg' })
    clock.advance({ seconds: 1 })
    await expect(opened(link)).rejects.toMatchObject(refused('link-expired'))
  })

  it('is given for a photo of that subject only, in that community only, and to persons', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    const photoId = await owner.takes()
    await owner.attaches([photoId], subject)
    const elsewhere = await givenCommunity(world)
    for (const asked of [
      () => linkTo(newSubject(), photoId),
      () => linkTo(subject, 999_999 as PhotoId),
      () => given.inside((ctx) => photoLink(ctx, world.settings, subject, photoId)),
      () => elsewhere.inside((ctx) => photoLink(ctx, world.settings, subject, photoId)),
    ])
      await expect(asked()).rejects.toMatchObject(refused('not-found'))
    expect(await views(subject)).toEqual([])
  })

  it('neither is given nor opens from the day on which the photo is to go', async () => {
    const [owner, subject] = [await somebody(), newSubject()]
    const photoId = await owner.takes()
    await owner.attaches([photoId], subject)
    clock.set('2027-01-09T23:58:00+08:00')
    await given.inside((ctx) => deletePhotosOn(ctx, subject, businessDate('2027-01-10')))
    const link = await linkTo(subject, photoId)
    expect(await opened(link)).toMatchObject({ contentType: 'image/jpeg' })
    clock.advance({ minutes: 2 })
    await expect(opened(link)).rejects.toMatchObject(refused('photo-deleted'))
    await expect(linkTo(subject, photoId)).rejects.toMatchObject(refused('photo-deleted'))
    expect(await given.inside((ctx) => photosOf(ctx, subject))).toMatchObject([{ deleted: true }])
  })

  it('is given for no photo that is attached to nothing', async () => {
    const owner = await somebody()
    const photoId = await owner.takes()
    await expect(linkTo(`photo:${photoId}`, photoId)).rejects.toMatchObject(refused('not-found'))
  })
})
