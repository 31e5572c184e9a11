import { beforeEach, describe, expect, it } from 'vitest'
import { givenReminders, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { noticesRoutes } from './routes.ts'

const { world: plain, clock } = await testWorld()
const { world, messages } = worldWithMessages(plain)
beforeEach(() => {
  clock.set('2026-11-23T10:00:00+08:00')
  messages.length = 0
})

/** A home that was just reminded, and those around it. */
async function aRemindedHome() {
  const given = await givenReminders(world)
  const { householdId, owner, chargeId } = await given.debtor({ credits: 5 })
  const family = await given.person({ householdId, relation: 'family' })
  const tenant = await given.person({ householdId, relation: 'tenant' })
  const remind = async () => {
    const noticeId = await given.remind(await given.campaign(), { householdId, chargeIds: [chargeId] })
    await given.sends()
    return noticeId
  }
  const noticeId = await remind()
  const home = { communityId: given.community, householdId }
  const request = <P, B = undefined>(caller: Caller, params: P, body?: B) => ({
    world,
    caller,
    params,
    body: body as B,
    idempotencyKey: '',
    askedFrom: '',
  })
  const list = (caller: Caller) =>
    noticesRoutes['GET /v1/communities/:communityId/households/:householdId/notices']({
      ...request(caller, home),
      query: {},
    })
  const open = (caller: Caller) =>
    noticesRoutes['POST /v1/communities/:communityId/households/:householdId/notices/:noticeId/open'](
      request(caller, { ...home, noticeId }),
    )
  const complain = (caller: Caller, text: string) =>
    noticesRoutes['POST /v1/communities/:communityId/households/:householdId/notices/:noticeId/complaints'](
      request(caller, { ...home, noticeId }, { text }),
    )
  const wish = (caller: Caller, over: object) =>
    noticesRoutes['PUT /v1/communities/:communityId/households/:householdId/contact-wishes'](
      request(caller, home, { writtenOnly: false, fromHour: 9, toHour: 20, address: '', ...over }),
    )
  const log = (caller: Caller) =>
    noticesRoutes['GET /v1/staff/communities/:communityId/households/:householdId/notices'](
      request(caller, home),
    )
  const community = { communityId: given.community }
  const complaints = (caller: Caller) =>
    noticesRoutes['GET /v1/staff/communities/:communityId/complaints'](request(caller, community))
  const answer = async (caller: Caller) => {
    const [first] = await complaints(caller)
    if (!first) throw new Error('nobody has complained')
    return noticesRoutes['POST /v1/staff/communities/:communityId/complaints/:complaintId/answer'](
      request(caller, { ...community, complaintId: first.id }, { answer: '对不起，以后不再这样提醒。' }),
    )
  }
  const stop = (caller: Caller, stop: { reason: 'deceased' | 'asked'; note: string } | null) =>
    noticesRoutes['PUT /v1/staff/communities/:communityId/households/:householdId/contact-stop'](
      request(caller, home, { stop }),
    )
  return {
    ...given,
    householdId,
    owner,
    family,
    tenant,
    noticeId,
    remind,
    list,
    open,
    complain,
    wish,
    log,
    complaints,
    answer,
    stop,
  }
}

describe('the inbox', () => {
  it('shows owner and family what the home was told, and a tenant nothing', async () => {
    const it = await aRemindedHome()
    expect(await it.list(it.owner)).toMatchObject({ unopened: 1, next: null, notices: [{ id: it.noticeId }] })
    expect((await it.list(it.family)).unopened).toBe(1)
    expect(await it.list(it.tenant)).toEqual({ notices: [], unopened: 0, next: null })
  })

  it('does not show family what the owner asked for', async () => {
    const it = await aRemindedHome()
    await it.inside(
      ({ tx, community }) => tx.run`update notice set owner_only = true where community_id = ${community}`,
    )
    expect((await it.list(it.family)).notices).toEqual([])
    await expect(it.open(it.family)).rejects.toMatchObject({ code: 'not-found' })
    expect((await it.list(it.owner)).notices).toHaveLength(1)
  })

  it('writes down that it was opened, once, as proof that it arrived', async () => {
    const it = await aRemindedHome()
    const first = await it.open(it.family)
    clock.advance({ minutes: 5 })
    expect((await it.open(it.owner)).openedAt).toBe(first.openedAt)
    expect(await it.proofs(it.noticeId)).toEqual(['accepted', 'opened'])
    expect((await it.list(it.owner)).unopened).toBe(0)
  })

  it('is closed to whoever is not of the home', async () => {
    const it = await aRemindedHome()
    const stranger = await it.person({ householdId: (await it.household()).householdId })
    await expect(it.list(stranger)).rejects.toMatchObject({ code: 'not-found' })
    await expect(it.open(stranger)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a complaint about a reminder', () => {
  it('goes to a manager with its ten days, and until it is answered nobody asks this home for money', async () => {
    const it = await aRemindedHome()
    expect((await it.complain(it.owner, '我早就缴过了')).complaint).toMatchObject({
      replyBy: '2026-12-03',
      answer: '',
    })
    await expect(it.complain(it.family, '再说一次')).rejects.toMatchObject({ code: 'already-complained' })
    clock.advance({ days: 8 })
    const kept = await it.remind()
    expect(await it.deliveries(kept)).toMatchObject([{ state: 'left_out', why: 'complaint_open' }])

    const manager = await it.staff('manager')
    expect(await it.complaints(manager)).toMatchObject([{ text: '我早就缴过了', replyBy: '2026-12-03' }])
    await it.answer(manager)
    await expect(it.answer(manager)).rejects.toMatchObject({ code: 'complaint-answered' })
    expect((await it.list(it.owner)).notices.at(-1)?.complaint?.answer).toContain('对不起')
    expect(await it.deliveries(await it.remind())).toMatchObject([{ state: 'sent' }])
  })

  it('is answered by nobody who belongs to the home, nor by a collector', async () => {
    const it = await aRemindedHome()
    await it.complain(it.owner, '请不要再发')
    const own = await it.staff('manager')
    await it.inside(
      ({ tx, community }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${it.householdId}, ${own.personId}, 'family')`,
    )
    await expect(it.answer(own)).rejects.toMatchObject({ code: 'own-application' })
    await expect(it.complaints(await it.staff('collector'))).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('how a home wishes to be reached', () => {
  it('holds for what is sent to it', async () => {
    const it = await aRemindedHome()
    await it.wish(it.owner, { fromHour: 15, toHour: 18, address: '王阿姨' })
    clock.advance({ days: 8 })
    const noticeId = await it.remind()
    expect(await it.deliveries(noticeId)).toMatchObject([
      { state: 'waiting', why: 'hour', sendAfter: new Date('2026-12-01T15:00:00+08:00') },
    ])
  })

  it('ends after it begins, and is not for a tenant to say', async () => {
    const it = await aRemindedHome()
    await expect(it.wish(it.owner, { fromHour: 20, toHour: 10 })).rejects.toMatchObject({
      code: 'hours-wrong',
    })
    await expect(it.wish(it.tenant, {})).rejects.toMatchObject({ code: 'owner-or-family-only' })
  })

  it('entered by staff that nobody is to be contacted, nobody is', async () => {
    const it = await aRemindedHome()
    await it.stop(await it.staff('front_desk'), { reason: 'deceased', note: '居委会告知' })
    clock.advance({ days: 8 })
    expect(await it.deliveries(await it.remind())).toMatchObject([{ state: 'left_out', why: 'deceased' }])
    await it.stop(await it.staff('manager'), null)
    expect(await it.deliveries(await it.remind())).toMatchObject([{ state: 'sent' }])
  })
})

it('staff see what a home was told, to whom and with what proof; a collector not what its owner asked for', async () => {
  const it = await aRemindedHome()
  const collector = await it.staff('collector')
  expect(await it.log(collector)).toMatchObject([
    {
      from: '年底提醒',
      deliveries: [{ channel: 'subscription', state: 'sent', proofs: [{ proof: 'accepted' }] }],
    },
  ])
  await it.inside(
    ({ tx, community }) => tx.run`update notice set owner_only = true where community_id = ${community}`,
  )
  expect(await it.log(collector)).toEqual([])
  expect(await it.log(await it.staff('manager'))).toHaveLength(1)
})
