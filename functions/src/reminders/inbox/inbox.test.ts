import type { NoticeId } from '@anjiao/shared/ids'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenReminders, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { rulesInForce } from '../rules/rule-settings.ts'
import { tellAnswers } from '../rules/tell-of-events.ts'
import { forgetWishes } from './forget-wishes.ts'
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
  const enter = (caller: Caller, over: object) =>
    noticesRoutes['PUT /v1/staff/communities/:communityId/households/:householdId/contact-wishes'](
      request(caller, home, { writtenOnly: false, fromHour: 9, toHour: 20, address: '', ...over }),
    )
  const contact = async () =>
    noticesRoutes['GET /v1/staff/communities/:communityId/households/:householdId/contact'](
      request(await given.staff('collector'), home),
    )
  const logFrom = (caller: Caller, before?: NoticeId) =>
    noticesRoutes['GET /v1/staff/communities/:communityId/households/:householdId/notices']({
      ...request(caller, home),
      query: before === undefined ? {} : { before },
    })
  const log = async (caller: Caller) => (await logFrom(caller)).notices
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
    enter,
    contact,
    log,
    logFrom,
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

  it('answered, the home is told so once, family too, and led to the message that it was about', async () => {
    const it = await aRemindedHome()
    await it.complain(it.family, '请不要晚上发')
    await it.answer(await it.staff('manager'))
    const tell = () =>
      it.inside(async (ctx) => {
        const answers = (await rulesInForce(ctx)).find(({ rule }) => rule === 'answers')
        return answers ? tellAnswers(ctx, answers) : 0
      })
    expect([await tell(), await tell()]).toEqual([1, 0])
    await it.sends()
    expect((await it.list(it.family)).notices[0]).toMatchObject({
      kind: 'answer',
      words: { title: '提醒意见已答复', goal: 'notice', goalId: it.noticeId },
    })
  })

  it('answered, makes its message unread again, until somebody of the home opens it', async () => {
    const it = await aRemindedHome()
    await it.complain(it.owner, '请不要再发')
    await it.open(it.owner)
    const seen = async () => {
      const { unopened, notices } = await it.list(it.owner)
      return [unopened, notices[0]?.complaint?.isNews]
    }
    expect(await seen()).toEqual([0, false])
    await it.answer(await it.staff('manager'))
    expect(await seen()).toEqual([1, true])
    expect((await it.open(it.owner)).complaint).toMatchObject({ isNews: false })
    expect(await seen()).toEqual([0, false])
  })

  it('is heard about what asks for money, and about no receipt and no answer', async () => {
    const it = await aRemindedHome()
    await it.inside(
      ({ tx, community }) => tx.run`update notice set kind = 'receipt' where community_id = ${community}`,
    )
    await expect(it.complain(it.owner, '不对')).rejects.toMatchObject({ code: 'no-demand' })
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

  it('is entered by whoever was told it at the desk, by name, and by nobody who only collects', async () => {
    const it = await aRemindedHome()
    expect(await it.contact()).toMatchObject({ said: null })
    await it.enter(await it.staff('front_desk'), { writtenOnly: true, address: '王阿姨' })
    expect(await it.contact()).toMatchObject({
      wishes: { writtenOnly: true, address: '王阿姨' },
      said: { enteredBy: '员工' },
    })
    await it.wish(it.owner, {})
    expect(await it.contact()).toMatchObject({ said: { enteredBy: null } })
    for (const role of ['collector', 'finance'] as const)
      await expect(it.enter(await it.staff(role), {})).rejects.toMatchObject({ code: 'not-allowed' })
    const strange = await aRemindedHome()
    await expect(strange.enter(await it.staff('manager'), {})).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is forgotten with whoever said it, as soon as they belong to the home no more', async () => {
    const it = await aRemindedHome()
    await it.wish(it.family, { address: '王阿姨', fromHour: 15 })
    expect(await it.inside(forgetWishes)).toBe(0)
    await it.inside(
      ({ tx, community }) => tx.run`
        delete from membership where (community_id, person_id) = (${community}, ${it.family.personId})`,
    )
    expect([await it.inside(forgetWishes), await it.inside(forgetWishes)]).toEqual([1, 0])
    expect(await it.contact()).toMatchObject({ wishes: { address: '', fromHour: 9 }, said: null })
  })

  it('is forgotten when the home passes to another owner, with what staff wrote about it', async () => {
    const it = await aRemindedHome()
    await it.enter(await it.staff('front_desk'), { address: '王阿姨' })
    await it.stop(await it.staff('front_desk'), { reason: 'deceased', note: '女儿王芳来登记' })
    await it.inside(
      ({ tx, community }) => tx.run`
        update household set to_date = '2026-11-23' where (community_id, id) = (${community}, ${it.householdId})`,
    )
    expect(await it.inside(forgetWishes)).toBe(0)
    clock.advance({ days: 1 })
    expect([await it.inside(forgetWishes), await it.inside(forgetWishes)]).toEqual([1, 0])
    expect(await it.contact()).toEqual({
      wishes: { writtenOnly: false, fromHour: 9, toHour: 20, address: '' },
      said: null,
      stop: { reason: 'deceased', note: '' },
    })
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

it('the log of a home is told a hundred at a time, back to the first', async () => {
  const it = await aRemindedHome()
  const manager = await it.staff('manager')
  await it.inside(
    ({ tx, community, now }) => tx.run`
      with old as (
        insert into notice (community_id, household_id, kind, key, rule, subject, channels, made_at, not_after)
        select ${community}::integer, ${it.householdId}::bigint, 'bill', 'old:' || nth, 'bill_published',
               '{"about": "charges", "beforeDue": true}', '{letter}', ${now}::timestamptz, ${now}::timestamptz
          from generate_series(1, 100) nth
        returning id
      )
      insert into delivery (community_id, notice_id, household_id, channel, send_after)
      select ${community}::integer, id, ${it.householdId}::bigint, 'letter', ${now}::timestamptz from old`,
  )
  const { notices, next } = await it.logFrom(manager)
  expect(notices).toHaveLength(100)
  expect(next).toBe(notices.at(-1)?.id)
  const older = await it.logFrom(manager, next ?? undefined)
  expect(older).toMatchObject({ notices: [{ id: it.noticeId }], next: null })
})
