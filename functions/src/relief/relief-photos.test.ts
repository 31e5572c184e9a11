import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ReliefState } from '@anjiao/shared/relief-life'
import { describe, expect, it } from 'vitest'
import { givenPhoto } from '../evidence/testing/given-photo.ts'
import { givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'
import { photosGoOn } from './relief-photos.ts'
import { reliefRoutes } from './routes.ts'

const tested = await testWorld()
const { world, clock } = tested
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)

/** An owner who has taken a photo, under a standard that takes photos and keeps them for ten days. */
async function aPhotographer() {
  const given = await givenRelief(tested)
  const standardId = await given.publish({ ways: ['desk', 'upload'] })
  const home = { communityId: given.community, householdId: given.householdId }
  const photo = () => givenPhoto(world, given.owner, home)
  const { consent } = await given.options()
  const apply = async () =>
    given.apply(standardId, {
      evidenceWay: 'upload',
      photoIds: [await photo()],
      consent: consent.key,
    })
  const goneOn = async () => {
    const { deleteOn } = await given.inside(
      ({ tx, community }) => tx.one<{ deleteOn: string | null }>`
        select delete_on from photo where community_id = ${community} and subject is not null`,
    )
    return deleteOn
  }
  const look = (caller: typeof given.owner, id: Awaited<ReturnType<typeof apply>>['id'], photoId: number) =>
    reliefRoutes['POST /v1/staff/communities/:communityId/relief/:applicationId/photos/:photoId/view']({
      world,
      caller,
      idempotencyKey: 'a-key-of-a-test',
      askedFrom: '',
      params: {
        communityId: given.community,
        applicationId: id,
        photoId: photoId as Awaited<ReturnType<typeof photo>>,
      },
    })
  return { ...given, standardId, consent, photo, applyWithPhoto: apply, goneOn, look }
}

describe('a photo of papers', () => {
  it('is taken only with a consent of its own, whose words and time are kept', async () => {
    const given = await aPhotographer()
    const photoIds = [await given.photo()]
    for (const consent of [null, 'an older one']) {
      await expect(
        given.apply(given.standardId, { evidenceWay: 'upload', photoIds, consent }),
      ).rejects.toMatchObject({ code: 'photo-consent-missing' })
    }
    const { photos } = await given.apply(given.standardId, {
      evidenceWay: 'upload',
      photoIds,
      consent: given.consent.key,
    })
    expect(photos).toMatchObject([{ id: photoIds[0], deleted: false }])
    const stored = await given.inside(
      ({ tx, community }) => tx.rows<{ consentText: string; consentedAt: Date }>`
        select consent_text, consented_at from relief_application where community_id = ${community}`,
    )
    expect(stored).toEqual([{ consentText: given.consent.text, consentedAt: clock.now() }])
  })

  it('is not asked for, and not taken, by another way of showing papers', async () => {
    const given = await aPhotographer()
    await expect(
      given.apply(given.standardId, { photoIds: [await given.photo()], consent: given.consent.key }),
    ).rejects.toMatchObject({ code: 'relief-photos-not-asked' })
  })

  it('may be sent later, when it is missing', async () => {
    const given = await aPhotographer()
    const { id } = await given.apply(given.standardId)
    await given.returnIt(id)
    const photoIds = [await given.photo()]
    await expect(given.sendMore(id, { photoIds })).rejects.toMatchObject({ code: 'photo-consent-missing' })
    expect((await given.sendMore(id, { photoIds, consent: given.consent.key })).photos).toHaveLength(1)
  })

  it('is seen by those who decide, each view written down; not by the desk, nor by collectors', async () => {
    const given = await aPhotographer()
    const { id, photos } = await given.applyWithPhoto()
    const photoId = photos[0]?.id ?? 0
    for (const role of ['front_desk', 'collector'] as const) {
      await expect(given.look(await given.staff(role), id, photoId)).rejects.toMatchObject({
        code: 'not-allowed',
      })
    }
    const { url } = await given.look(given.finance, id, photoId)
    expect(url).toMatch(/^\/v1\/photos\//)
    const viewed = await given.inside(
      ({ tx, community }) => tx.rows<{ actor: string; subject: string }>`
        select actor, subject from audit_log where community_id = ${community} and action = 'photo-viewed'`,
    )
    expect(viewed).toEqual([{ actor: `staff:${given.finance.personId}`, subject: `relief:${id}` }])
    const other = await aPhotographer()
    const theirs = await other.applyWithPhoto()
    await expect(other.look(other.finance, theirs.id, photoId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(other.look(other.finance, id, photoId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a photo goes', () => {
  it('the standard’s days after it was granted', async () => {
    const given = await aPhotographer()
    const { id } = await given.applyWithPhoto()
    expect(await given.goneOn()).toBeNull()
    await given.grant(id)
    expect(await given.goneOn()).toBe('2026-03-20')
  })

  it('on the day on which its owner takes the application back', async () => {
    const given = await aPhotographer()
    const { id } = await given.applyWithPhoto()
    at('2026-03-12')
    const { photos } = await given.withdraw(id)
    expect(await given.goneOn()).toBe('2026-03-12')
    expect(photos).toMatchObject([{ deleted: true }])
  })

  it('when an appeal is no longer possible; is there while it is decided, and goes after that', async () => {
    const given = await aPhotographer()
    const { id } = await given.applyWithPhoto()
    await given.refuse(id)
    expect(await given.goneOn()).toBe('2026-03-26')
    at('2026-03-25')
    await given.appeal(id)
    expect(await given.goneOn()).toBe('2026-05-01')
    await given.refuse(id, given.finance)
    expect(await given.goneOn()).toBe('2026-04-04')
  })

  it('on the day on which nobody waits for more any longer', async () => {
    const given = await aPhotographer()
    const { id } = await given.applyWithPhoto()
    await given.returnIt(id)
    at('2026-03-28')
    await given.hourly()
    expect(await given.goneOn()).toBe('2026-03-28')
  })

  const today = '2026-03-10' as BusinessDate
  it.each<[ReliefState, number, string | null, string | null]>([
    ['applied', 10, null, null],
    ['returned', 10, null, null],
    ['agreed_once', 10, null, null],
    ['granted', 10, null, '2026-03-20'],
    ['granted', 0, null, '2026-03-10'],
    ['granted', 30, null, '2026-04-09'],
    ['refused', 10, '2026-03-25', '2026-03-26'],
    ['refused', 30, '2026-03-25', '2026-04-09'],
    ['refused', 10, '2026-05-09', '2026-04-09'],
    ['refused_finally', 10, null, '2026-03-20'],
    ['withdrawn', 10, null, '2026-03-10'],
    ['lapsed', 10, null, '2026-03-10'],
    ['reversed', 10, null, null],
  ])('from %s, kept %i days, appeal until %s: on %s', (state, photoDays, appealUntil, expected) => {
    expect(
      photosGoOn(
        { state, replyBy: null, appealUntil: appealUntil as BusinessDate | null, standard: { photoDays } },
        today,
      ),
    ).toBe(expected)
  })
})
