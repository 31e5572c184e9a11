import { identityApi, type Me, type Session } from '@anjiao/shared/contract/identity'
import { refusals } from '@anjiao/shared/refusals'
import { afterAll, describe, expect, it } from 'vitest'
import { callable } from '../handlers/testing/call.ts'
import { startEmulator } from '../local/emulator/index.ts'
import { frozenClock } from '../local/emulator/virtual-clock.ts'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import type { World } from '../platform/context.ts'
import { serve } from '../platform/http/serve.ts'
import { logTo } from '../platform/log.ts'
import { createWechatMp } from '../platform/wechat-mp/index.ts'
import { grantStaff } from './grant-staff.ts'
import { identityRoutes } from './routes.ts'

const { world: bare, clock } = await testWorld()
const emulator = await startEmulator({ clock: frozenClock(clock.now()) })
afterAll(() => emulator.close())

const lines: string[] = []
const { appid } = emulator.miniProgram
const world: World = {
  ...bare,
  wechatMp: createWechatMp({ ...emulator.miniProgram, baseUrl: emulator.url, clock: emulator.clock }),
  settings: { ...bare.settings, appid, peoplePageUrl: 'http://127.0.0.1/__people' },
  log: logTo((line) => lines.push(line)),
}
const call = await callable(world, (app, serving) => serve(app, serving, identityApi, identityRoutes))

let made = 0
const { control } = emulator
const newPhone = () => `133${String(10_000_000 + ++made)}`
const refused = (code: keyof typeof refusals) => ({ status: refusals[code][0], body: { code } })

/** Somebody with a phone in hand: taps 登录, and 获取手机号. */
async function someone(phone = newPhone()) {
  const { code, openid } = control.tap({ kind: 'login', openid: `openid-${++made}`, phone })
  const { body: session } = await call<Session>('POST /v1/session', { body: { code }, key: null })
  const token = session.accessToken
  return {
    phone,
    openid,
    session,
    token,
    me: async () => (await call<Me>('GET /v1/me', { token })).body,
    bindsPhone: () =>
      call<{ me: Me; newHouseholds: number }>('POST /v1/me/phone', {
        token,
        body: { code: control.tap({ kind: 'getPhoneNumber', openid }).code },
      }),
  }
}

describe('from the first tap to the home', () => {
  it('signs in, binds the phone, sees the home, links a daughter, who sees it too', async () => {
    const given = await givenCommunity(world)
    const { householdId, phone } = await given.household({ building: '5栋', roomNo: '301', owner: '陈建国' })
    const owner = await someone(phone)
    expect(await owner.me()).toMatchObject({ phoneMasked: null, households: [] })
    const bound = await owner.bindsPhone()
    expect(bound).toMatchObject({
      status: 200,
      body: { newHouseholds: 1, me: { households: [{ roomName: '5栋 1单元 301', ownerMasked: '陈**' }] } },
    })

    const daughter = await someone()
    const people = `/v1/communities/${given.community}/households/${householdId}/people` as const
    expect(await call(`GET ${people}`, { token: daughter.token })).toMatchObject(refused('not-found'))
    const link = { phone: daughter.phone, relation: 'family', label: '女儿' }
    const linked = await call<{ membershipId: number; joined: boolean }[]>(`POST ${people}`, {
      token: owner.token,
      body: link,
    })
    expect(linked.body).toMatchObject([{ isMe: true }, { joined: false, label: '女儿' }])
    expect((await daughter.bindsPhone()).body.newHouseholds).toBe(1)
    expect((await daughter.me()).households).toMatchObject([{ householdId, relation: 'family' }])

    const unlink = `DELETE ${people}/${linked.body[1]?.membershipId}` as const
    expect(await call(unlink, { token: daughter.token })).toMatchObject(refused('owner-only'))
    expect((await call<unknown[]>(unlink, { token: owner.token })).body).toHaveLength(1)
    expect((await daughter.me()).households).toEqual([])
  })

  it('applies where the roll has another phone, and is let in by the front desk', async () => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household({ building: '5栋', roomNo: '302' })
    const clerk = await someone()
    await given.inside((ctx) => grantStaff(ctx, { phone: clerk.phone, name: '小周', roles: ['front_desk'] }))
    await clerk.bindsPhone()
    const applicant = await someone()
    expect((await applicant.bindsPhone()).body.newHouseholds).toBe(0)
    const listed = await call<{ id: number }[]>('GET /v1/communities', { token: applicant.token })
    expect(listed.body.map(({ id }) => id)).toContain(given.community)

    const application = { roomText: '5-1-302', applicantName: '王小明', relation: 'owner' }
    const applications = `/v1/communities/${given.community}/applications` as const
    const applied = await call<{ id: number }>(`POST ${applications}`, {
      token: applicant.token,
      body: application,
    })
    expect(applied).toMatchObject({ status: 200, body: { state: 'pending' } })
    expect(
      await call(`POST ${applications}`, {
        token: applicant.token,
        body: { ...application, relation: 'tenant' },
      }),
    ).toMatchObject(refused('tenant-asks-owner'))

    const desk = `/v1/staff/communities/${given.community}/applications` as const
    expect(await call(`GET ${desk}?state=pending`, { token: applicant.token })).toMatchObject(
      refused('not-allowed'),
    )
    const pending = await call(`GET ${desk}?state=pending`, { token: clerk.token })
    expect(pending.body).toMatchObject([{ candidates: [{ householdId, roomName: '5栋 1单元 302' }] }])
    const decision = `POST ${desk}/${applied.body.id}` as const
    expect(await call(decision, { token: clerk.token, body: { approve: true } })).toMatchObject(
      refused('bad-input'),
    )
    expect(await call(decision, { token: clerk.token, body: { approve: true, householdId } })).toEqual({
      status: 200,
      body: {},
    })
    expect(
      await call(decision, { token: clerk.token, body: { approve: false, answer: '不' } }),
    ).toMatchObject(refused('application-decided'))
    expect((await applicant.me()).households).toMatchObject([{ householdId, relation: 'owner' }])
  })

  it('signs in on a desktop by the code on its screen', async () => {
    const given = await givenCommunity(world)
    const clerk = await someone()
    await given.inside((ctx) => grantStaff(ctx, { phone: clerk.phone, name: '小周', roles: ['finance'] }))
    await clerk.bindsPhone()
    const started = await call<{ deviceCode: string; userCode: string }>('POST /v1/device', {
      key: null,
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/153.0' },
    })
    const { deviceCode, userCode } = started.body
    const poll = () =>
      call<{ session: Session | null }>('POST /v1/device/poll', { body: { deviceCode }, key: null })
    expect((await poll()).body).toEqual({ state: 'pending', session: null })
    expect((await poll()).body).toEqual({ state: 'slow_down', session: null })
    expect(await call(`GET /v1/device/${userCode}`, { token: clerk.token })).toEqual({
      status: 200,
      body: { askedFrom: 'Windows 上的 Chrome', askedAt: clock.now().toISOString() },
    })
    const resident = await someone()
    expect(await call(`GET /v1/device/${userCode}`, { token: resident.token })).toMatchObject(
      refused('not-allowed'),
    )
    await call(`POST /v1/device/${userCode}`, { token: clerk.token, body: { approve: true } })
    clock.advance({ seconds: 3 })
    const { session } = (await poll()).body
    const desktop = await call<Me>('GET /v1/me', { token: session?.accessToken ?? '' })
    expect(desktop.body).toEqual(await clerk.me())
  })
})

describe('sessions over HTTP', () => {
  it('refresh, and end', async () => {
    const { session, token } = await someone()
    const refresh = (refreshToken: string) =>
      call<Session>('POST /v1/session/refresh', { body: { refreshToken }, key: null })
    const next = await refresh(session.refreshToken)
    expect(next).toMatchObject({ status: 200, body: { expiresInSeconds: 900 } })
    expect(await call('DELETE /v1/session', { token })).toEqual({ status: 200, body: {} })
    expect(await refresh(next.body.refreshToken)).toMatchObject(refused('not-signed-in'))
  })

  it('need no session for the few things open to everybody', async () => {
    expect(await call('GET /v1/client-config', { key: null })).toEqual({
      status: 200,
      body: { peoplePageUrl: 'http://127.0.0.1/__people', cashierUrl: null, subscribePageUrl: null },
    })
    expect(await call('GET /v1/communities', { key: null })).toMatchObject({ status: 200 })
    for (const closed of ['GET /v1/me', 'GET /v1/device/BCDF-GHJK'] as const)
      expect(await call(closed)).toMatchObject(refused('not-signed-in'))
  })
})

describe('WeChat', () => {
  it('takes a login code once, for five minutes, and no phone code in its place', async () => {
    const signsIn = (code: string) => call('POST /v1/session', { body: { code }, key: null })
    const { code, openid } = control.tap({ kind: 'login', openid: `openid-${++made}` })
    expect(await signsIn(code)).toMatchObject({ status: 200 })
    expect(await signsIn(code)).toMatchObject(refused('login-code-invalid'))
    expect(await signsIn('made-up')).toMatchObject(refused('login-code-invalid'))
    expect(await signsIn(control.tap({ kind: 'getPhoneNumber', openid }).code)).toMatchObject(
      refused('login-code-invalid'),
    )
    const { code: old } = control.tap({ kind: 'login', openid })
    await control.moveClock({ advanceMs: 300_001 })
    expect(await signsIn(old)).toMatchObject(refused('login-code-invalid'))
  })

  it('takes a phone code once, and no login code in its place', async () => {
    const { token, openid } = await someone()
    const binds = (code: string) => call('POST /v1/me/phone', { token, body: { code } })
    const { code } = control.tap({ kind: 'getPhoneNumber', openid })
    expect(await binds(code)).toMatchObject({ status: 200 })
    expect(await binds(code)).toMatchObject(refused('phone-code-invalid'))
    expect(await binds(control.tap({ kind: 'login', openid }).code)).toMatchObject(
      refused('phone-code-invalid'),
    )
  })

  it.each([
    [{ action: 'errcode', errcode: 40226 }, 'wechat-account-restricted'],
    [{ action: 'errcode', errcode: 45011 }, 'wechat-unavailable'],
    [{ action: '502html' }, 'wechat-unavailable'],
    [{ action: 'reset-after' }, 'wechat-unavailable'],
  ] as const)('in trouble (%j) refuses the sign-in, and the next tap goes through', async (fault, code) => {
    const openid = `openid-${++made}`
    const signsIn = () =>
      call('POST /v1/session', { body: { code: control.tap({ kind: 'login', openid }).code }, key: null })
    control.fault({ match: 'jscode2session', ...fault })
    expect(await signsIn()).toMatchObject(refused(code))
    expect(await signsIn()).toMatchObject({ status: 200 })
  })

  it('out of reach, refuses the sign-in and keeps nothing of the codes in the log', async () => {
    const nowhere: World = {
      ...world,
      wechatMp: createWechatMp({
        ...emulator.miniProgram,
        baseUrl: 'http://127.0.0.1:1',
        clock: emulator.clock,
      }),
    }
    const lost = await callable(nowhere, (app, serving) => serve(app, serving, identityApi, identityRoutes))
    const { token, openid } = await someone()
    const login = control.tap({ kind: 'login', openid }).code
    const phone = control.tap({ kind: 'getPhoneNumber', openid }).code
    const unavailable = refused('wechat-unavailable')
    expect(await lost('POST /v1/session', { body: { code: login } })).toMatchObject(unavailable)
    expect(await lost('POST /v1/me/phone', { token, body: { code: phone } })).toMatchObject(unavailable)
    const log = lines.join('\n')
    expect(log).toContain('wechat gave no answer')
    for (const secret of [login, phone, openid, token, emulator.miniProgram.secret])
      expect(log).not.toContain(secret)
  })
})
