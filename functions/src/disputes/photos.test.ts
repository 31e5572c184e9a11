import type { PhotoView } from '@anjiao/shared/contract/evidence'
import type { DisputeId, PhotoId } from '@anjiao/shared/ids'
import { beforeEach, expect, it } from 'vitest'
import { givenPhoto } from '../evidence/testing/given-photo.ts'
import { type GivenDisputes, givenDisputes } from '../local/testing/given-disputes.ts'
import { testWorld } from '../local/testing/world.ts'
import type { Caller } from '../platform/http/routes.ts'
import { disputesRoutes } from './routes.ts'

const { world, clock } = await testWorld()
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-03-10'))

const view = (given: GivenDisputes, caller: Caller, disputeId: DisputeId, photoId: PhotoId) =>
  disputesRoutes['POST /v1/staff/communities/:communityId/disputes/:disputeId/photos/:photoId/view']({
    world,
    idempotencyKey: 'a-key-of-a-test',
    askedFrom: '',
    caller,
    params: { communityId: given.community, disputeId, photoId },
  })

const gone = (photos: readonly PhotoView[]) => photos.map(({ id, deleted }) => ({ id, deleted }))

it('photos stand with the dispute; those who answer see them by a link that is recorded, a collector does not', async () => {
  const given = await givenDisputes(world)
  const photoIds = [
    await givenPhoto(world, given.owner, given.home),
    await givenPhoto(world, given.owner, given.home),
  ] as const
  const dispute = await given.open(given.disputed, { photoIds: [...photoIds] })
  const without = await given.open(given.other)
  expect(gone(dispute.photos)).toEqual(photoIds.map((id) => ({ id, deleted: false })))
  const desk = await given.staff('front_desk')
  const listed = await given.listAsStaff(desk)
  expect(listed.map((each) => each.dispute.photos.length)).toEqual([2, 0])

  expect(await view(given, desk, dispute.id, photoIds[0])).toMatchObject({
    url: expect.stringMatching(/^\/v1\/photos\//),
    expiresAt: '2026-03-10T02:05:00.000Z',
  })
  await expect(view(given, desk, without.id, photoIds[0])).rejects.toMatchObject({ code: 'not-found' })
  await expect(view(given, await given.staff('collector'), dispute.id, photoIds[0])).rejects.toMatchObject({
    code: 'not-allowed',
  })
  const views = await given.inside(
    ({ tx, community }) => tx.rows`
      select actor, subject from audit_log where community_id = ${community} and action = 'photo-viewed'`,
  )
  expect(views).toEqual([{ actor: `staff:${desk.personId}`, subject: `dispute:${dispute.id}` }])
})

it('a photo that somebody else took, or that stands elsewhere already, opens no dispute', async () => {
  const given = await givenDisputes(world)
  const family = await given.person({ householdId: given.householdId, relation: 'family' })
  const theirs = await givenPhoto(world, family, given.home)
  await expect(given.open(given.disputed, { photoIds: [theirs] })).rejects.toMatchObject({
    code: 'photo-not-usable',
  })
  await given.open(given.disputed, { caller: family, photoIds: [theirs] })
  await expect(given.open(given.other, { caller: family, photoIds: [theirs] })).rejects.toMatchObject({
    code: 'photo-not-usable',
  })
  expect(await given.list()).toHaveLength(1)
})

it('photos are gone thirty days after the answer, and at once when the dispute is withdrawn', async () => {
  const given = await givenDisputes(world)
  const [one, other] = [
    await givenPhoto(world, given.owner, given.home),
    await givenPhoto(world, given.owner, given.home),
  ]
  const desk = await given.staff('front_desk')
  const answered = await given.open(given.disputed, { photoIds: [one] })
  const withdrawn = await given.open(given.other, { photoIds: [other] })
  expect(gone((await given.withdraw(withdrawn.id)).photos)).toEqual([{ id: other, deleted: true }])
  await given.explain(answered.id, desk)
  at('2026-04-08')
  await view(given, desk, answered.id, one)
  at('2026-04-09')
  await expect(view(given, desk, answered.id, one)).rejects.toMatchObject({ code: 'photo-deleted' })
})
