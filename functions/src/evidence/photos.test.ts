import { describe, expect, it } from 'vitest'
import { eicarText } from '../local/storage/index.ts'
import { givenCommunity } from '../local/testing/given.ts'
import type { World } from '../platform/context.ts'
import { announcePhoto } from './announce-photo.ts'
import { deletePhoto } from './delete-photo.ts'
import { photoArrived } from './photo-arrived.ts'
import { send } from './testing/given-photo.ts'
import { killedAtRemoval, photographers } from './testing/photographers.ts'
import { jpeg, jpegOfAPhone, place, pngOfAPhone, webpOfAPhone } from './testing/pictures.ts'

const { world, clock, somebody, lying, atRest, row } = await photographers()

const refused = (code: string) => ({ code })

describe('a photo', () => {
  it('is announced, sent past us, and kept: sealed, without the place where it was taken', async () => {
    const owner = await somebody()
    const photoId = await owner.sends()
    const { key } = await row(photoId)
    expect(await lying(photoId)).toEqual([`incoming/${key}`])
    expect((await atRest(`incoming/${key}`)).includes(place)).toBe(true)

    const { length: bytes } = jpeg
    expect(await owner.saysArrived(photoId)).toEqual({
      id: photoId,
      contentType: 'image/jpeg',
      bytes,
      state: 'kept',
    })
    expect(await lying(photoId)).toEqual([`photos/${key}`])
    const sealed = await atRest(`photos/${key}`)
    for (const readable of [place, 'JFIF', jpeg.subarray(20, 40)])
      expect(sealed.includes(readable)).toBe(false)
    expect(Buffer.from((await world.sealedStorage.get(`photos/${key}`)) ?? [])).toEqual(jpeg)
  })

  it.each([
    ['image/png', pngOfAPhone()],
    ['image/webp', webpOfAPhone()],
  ] as const)('may be of type %s', async (contentType, bytes) => {
    const owner = await somebody()
    const photoId = await owner.sends(bytes, contentType)
    expect(await owner.saysArrived(photoId)).toMatchObject({ contentType, state: 'kept' })
  })

  it('is taken over once, however often and by how many at once it is said to have arrived', async () => {
    const owner = await somebody()
    const photoId = await owner.sends()
    const all = await Promise.all(Array.from({ length: 4 }, () => owner.saysArrived(photoId)))
    for (const answer of [...all, await owner.saysArrived(photoId)])
      expect(answer).toMatchObject({ id: photoId, state: 'kept', bytes: jpeg.length })
    expect(await lying(photoId)).toEqual([expect.stringMatching(/^photos/)])
  })

  it('that was not sent has not arrived, and may still be sent', async () => {
    const owner = await somebody()
    const upload = await owner.announces(jpegOfAPhone().length)
    await expect(owner.saysArrived(upload.photoId)).rejects.toMatchObject(refused('photo-not-arrived'))
    expect(await send(upload, jpegOfAPhone())).toBe(200)
    expect(await owner.saysArrived(upload.photoId)).toMatchObject({ state: 'kept' })
  })

  it('of another size than announced is taken nowhere', async () => {
    const owner = await somebody()
    const upload = await owner.announces(jpeg.length)
    expect(await send(upload, jpegOfAPhone())).toBe(403)
    await expect(owner.saysArrived(upload.photoId)).rejects.toMatchObject(refused('photo-not-arrived'))
  })

  it('cannot be sent after ten minutes', async () => {
    const owner = await somebody()
    const upload = await owner.announces(jpeg.length)
    expect(Date.parse(upload.expiresAt) - clock.now().getTime()).toBe(600_000)
    clock.advance({ minutes: 10, seconds: 1 })
    expect(await send(upload, jpeg)).toBe(403)
  })
})

describe('what is no photo', () => {
  it.each([
    [
      'a program by the name of a picture',
      Buffer.from('MZ\x90\0\x03 This program cannot be run in DOS mode'),
    ],
    ['a picture that was cut off', jpegOfAPhone().subarray(0, jpeg.length - 40)],
    ['a picture of another type', pngOfAPhone()],
    ['a drawing with a script', Buffer.from('<svg onload="alert(1)"></svg>')],
  ])('is refused and not kept: %s', async (_, bytes) => {
    const owner = await somebody()
    const photoId = await owner.sends(bytes)
    await expect(owner.saysArrived(photoId)).rejects.toMatchObject(refused('photo-not-a-picture'))
    expect(await row(photoId)).toMatchObject({ state: 'deleted' })
    expect(await lying(photoId)).toEqual([])
    await expect(owner.saysArrived(photoId)).rejects.toMatchObject(refused('photo-deleted'))
  })

  it('is refused when a virus sits in it, also in a part that we would have taken out', async () => {
    const owner = await somebody()
    const photoId = await owner.sends(jpegOfAPhone({ comment: eicarText }))
    await expect(owner.saysArrived(photoId)).rejects.toMatchObject(refused('photo-refused'))
    expect(await lying(photoId)).toEqual([])
  })

  it('may yet be one while nobody can check it: it is not kept, and may be tried again', async () => {
    const owner = await somebody()
    const photoId = await owner.sends()
    const unchecked: World = { ...world, contentCheck: { check: () => Promise.resolve('unavailable') } }
    await expect(owner.saysArrived(photoId, unchecked)).rejects.toMatchObject(
      refused('photo-check-unavailable'),
    )
    expect(await row(photoId)).toMatchObject({ state: 'waiting' })
    expect(await owner.saysArrived(photoId)).toMatchObject({ state: 'kept' })
  })
})

describe('a photo belongs to who took it, for one home', () => {
  it('nobody else takes it over or deletes it: not family, not a neighbour, not through another home', async () => {
    const owner = await somebody()
    const [family, neighbour] = [await somebody(owner.home), await somebody()]
    const elsewhere = { ...owner.home, communityId: (await givenCommunity(world)).community }
    const photoId = await owner.sends()
    for (const [{ caller }, home] of [
      [family, owner.home],
      [neighbour, owner.home],
      [neighbour, neighbour.home],
      [owner, neighbour.home],
      [owner, elsewhere],
    ] as const) {
      const of = { ...home, photoId }
      await expect(photoArrived(world, caller, of)).rejects.toMatchObject(refused('not-found'))
      await expect(deletePhoto(world, caller, of)).rejects.toMatchObject(refused('not-found'))
    }
    expect(await owner.saysArrived(photoId)).toMatchObject({ state: 'kept' })
  })

  it('who is not linked to a home announces none for it; family does as the owner', async () => {
    const owner = await somebody()
    const [family, neighbour] = [await somebody(owner.home), await somebody()]
    const announced = { ...owner.home, contentType: 'image/jpeg', bytes: 100 } as const
    await expect(announcePhoto(world, neighbour.caller, announced)).rejects.toMatchObject(
      refused('not-found'),
    )
    expect(await row(await family.takes())).toMatchObject({ state: 'kept' })
  })
})

describe('there may be so many photos', () => {
  it('nine of one person for one home that are attached to nothing; what is deleted or never came makes room', async () => {
    const owner = await somebody()
    const full = () => expect(owner.announces()).rejects.toMatchObject(refused('too-many-photos'))
    const first = await owner.takes()
    const rest = []
    for (let taken = 1; taken < 9; taken++) rest.push(await owner.takes())
    await full()
    expect(await (await somebody(owner.home)).announces()).toHaveProperty('url')
    await owner.deletes(first)
    await owner.announces()
    await full()
    clock.advance({ minutes: 10 })
    await owner.announces()
    await full()
    await owner.attaches(rest, 'relief:100')
    await owner.announces()
  })

  it('thirty a day of one person, whatever became of them, in all communities together', async () => {
    const owner = await somebody()
    const elsewhere = await givenCommunity(world)
    const { householdId } = await elsewhere.household()
    await elsewhere.inside(
      ({ tx }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${elsewhere.community}, ${householdId}, ${owner.caller.personId}, 'owner')`,
    )
    const other = {
      communityId: elsewhere.community,
      householdId,
      contentType: 'image/png',
      bytes: 9,
    } as const
    for (let sent = 0; sent < 15; sent++) {
      await owner.announces()
      await announcePhoto(world, owner.caller, other)
      clock.advance({ minutes: 10 })
    }
    const tomorrow = refused('too-many-photos-today')
    await expect(owner.announces()).rejects.toMatchObject(tomorrow)
    await expect(announcePhoto(world, owner.caller, other)).rejects.toMatchObject(tomorrow)
    clock.advance({ days: 1 })
    await owner.announces()
  })

  it('also when they are announced all at once', async () => {
    const owner = await somebody()
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => owner.announces()))
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(9)
  })
})

describe('who took a photo', () => {
  it('may delete it, and again; its object is gone', async () => {
    const owner = await somebody()
    const photoId = await owner.takes()
    await owner.deletes(photoId)
    await owner.deletes(photoId)
    expect(await row(photoId)).toMatchObject({ state: 'deleted' })
    expect(await lying(photoId)).toEqual([])
    await expect(owner.saysArrived(photoId)).rejects.toMatchObject(refused('photo-deleted'))
  })

  it('may delete one that is just being taken over, which then is not kept', async () => {
    const owner = await somebody()
    const photoId = await owner.sends()
    const deletedMeanwhile: World = {
      ...world,
      contentCheck: {
        check: async () => {
          await owner.deletes(photoId)
          return 'pass'
        },
      },
    }
    await expect(owner.saysArrived(photoId, deletedMeanwhile)).rejects.toMatchObject(refused('photo-deleted'))
    expect(await row(photoId)).toMatchObject({ state: 'deleted' })
    expect(await lying(photoId)).toEqual([])
  })

  it('is not told that it is kept when a deletion had begun and was killed', async () => {
    const owner = await somebody()
    const photoId = await owner.sends()
    const deletionBegun: World = {
      ...world,
      contentCheck: {
        check: async () => {
          await expect(owner.deletes(photoId, killedAtRemoval(world, 1))).rejects.toThrow('killed')
          return 'pass'
        },
      },
    }
    await expect(owner.saysArrived(photoId, deletionBegun)).rejects.toMatchObject(refused('photo-deleted'))
    expect(await row(photoId)).toMatchObject({ state: 'waiting' })
  })

  it('may not delete it once it is attached', async () => {
    const owner = await somebody()
    const photoId = await owner.takes()
    await owner.attaches([photoId], 'dispute:100')
    await expect(owner.deletes(photoId)).rejects.toMatchObject(refused('photo-attached'))
    expect(await row(photoId)).toMatchObject({ state: 'kept', deleteOn: null })
  })
})
