import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenCommunity } from '../../local/testing/given.ts'
import { testWorld } from '../../local/testing/world.ts'
import { asSystem, type World } from '../../platform/context.ts'
import type { Random } from '../../platform/random.ts'
import { forgetExpired } from '../forget-expired.ts'
import { authenticate } from '../session/access-token.ts'
import { refreshSession } from '../session/refresh-session.ts'
import { browserName } from './browser-name.ts'
import { confirmDeviceLogin, lookAtDeviceLogin } from './confirm-device-login.ts'
import { pollDeviceLogin } from './poll-device-login.ts'
import { type DeviceLogin, startDeviceLogin } from './start-device-login.ts'
import { newUserCode, shownUserCode, typedUserCode } from './user-code.ts'

const { world, clock } = await testWorld()
const given = await givenCommunity(world)
const windowsChrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36'

const start = (by: World = world) => startDeviceLogin(by, windowsChrome)
const poll = ({ deviceCode }: DeviceLogin) => pollDeviceLogin(world, deviceCode)
const approve = (by: Awaited<ReturnType<typeof given.staff>>, { userCode }: DeviceLogin) =>
  confirmDeviceLogin(world, by, { userCode, approve: true })
const later = () => clock.advance({ seconds: 3 })
const unknown = { code: 'device-code-unknown' }

describe('a desktop that asks to be let in', () => {
  it('is let in as the person who approved, under the WeChat account of their phone', async () => {
    const staff = await given.staff('finance')
    const login = await start()
    expect(login).toMatchObject({ expiresInSeconds: 300, intervalSeconds: 3 })
    expect(login.userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
    expect(await poll(login)).toEqual({ state: 'pending', session: null })

    const askedAt = clock.now()
    expect(await lookAtDeviceLogin(world, staff, login.userCode)).toEqual({
      askedFrom: 'Windows 上的 Chrome',
      askedAt,
    })
    await approve(staff, login)
    later()
    const { state, session } = await poll(login)

    expect(state).toBe('approved')
    const desktop = await authenticate(world)(`Bearer ${session?.accessToken}`)
    expect(desktop).toMatchObject({ personId: staff.personId, appid: staff.appid, openid: staff.openid })
    expect(desktop.family).not.toBe(staff.family)
    await refreshSession(world, session?.refreshToken ?? '')
  })

  it('is turned away when the phone says no', async () => {
    const login = await start()
    const staff = await given.staff('collector')
    await confirmDeviceLogin(world, staff, { userCode: login.userCode, approve: false })
    expect(await poll(login)).toEqual({ state: 'denied', session: null })
    await expect(approve(staff, login)).rejects.toMatchObject(unknown)
  })

  it('gets its session once, however often it asks at once', async () => {
    const staff = await given.staff('finance')
    for (let round = 0; round < 5; round++) {
      const login = await start()
      await approve(staff, login)
      const polls = await Promise.all(Array.from({ length: 10 }, () => poll(login)))
      expect(polls.filter(({ session }) => session !== null)).toHaveLength(1)
      expect(polls.filter(({ state }) => state === 'expired')).toHaveLength(9)
    }
  })

  it('is told to slow down when it asks sooner than every three seconds, and loses nothing by it', async () => {
    const login = await start()
    expect((await poll(login)).state).toBe('pending')
    clock.advance({ seconds: 2 })
    expect((await poll(login)).state).toBe('slow_down')
    await approve(await given.staff('finance'), login)
    expect((await poll(login)).state).toBe('slow_down')
    clock.advance({ seconds: 1 })
    expect((await poll(login)).state).toBe('approved')
  })

  it('has five minutes', async () => {
    const [late, tooLate] = [await start(), await start()]
    const staff = await given.staff('finance')
    clock.advance({ seconds: 299 })
    await approve(staff, late)
    clock.advance({ seconds: 1 })
    expect((await poll(late)).state).toBe('expired')
    await expect(approve(staff, tooLate)).rejects.toMatchObject(unknown)
    await expect(lookAtDeviceLogin(world, staff, tooLate.userCode)).rejects.toMatchObject(unknown)
  })

  it('nobody has started has expired', async () => {
    expect((await pollDeviceLogin(world, 'made-up')).state).toBe('expired')
  })

  it('leaves only a hash of its secret behind, and nothing once it has expired', async () => {
    const login = await start()
    const kept = () =>
      asSystem(
        world,
        'test',
        ({ tx }) => tx.one<{ grants: number; readable: number }>`
          select count(*) as grants,
                 count(*) filter (where device_code_hash = ${Buffer.from(login.deviceCode)}) as readable
            from device_grant`,
      )
    expect((await kept()).readable).toBe(0)
    clock.advance({ minutes: 5 })
    await asSystem(world, 'test', forgetExpired)
    expect(await kept()).toEqual({ grants: 0, readable: 0 })
  })
})

describe('the phone that answers', () => {
  it('must be of staff', async () => {
    const { householdId } = await given.household()
    const resident = await given.person({ householdId })
    const login = await start()
    const refused = { code: 'not-allowed' }
    await expect(lookAtDeviceLogin(world, resident, login.userCode)).rejects.toMatchObject(refused)
    await expect(approve(resident, login)).rejects.toMatchObject(refused)
    expect((await poll(login)).state).toBe('pending')
  })

  it('answers once, even when ten phones answer at once', async () => {
    const phones = await Promise.all(Array.from({ length: 10 }, () => given.staff('finance')))
    for (let round = 0; round < 5; round++) {
      const login = await start()
      const { userCode } = login
      const answers = await Promise.allSettled(
        phones.map((phone, at) => confirmDeviceLogin(world, phone, { userCode, approve: at % 2 === 0 })),
      )
      const refused = answers.filter(({ status }) => status === 'rejected')
      expect(refused).toHaveLength(9)
      for (const refusal of refused) expect(refusal).toMatchObject({ reason: unknown })
      const first = answers.findIndex(({ status }) => status === 'fulfilled')
      expect((await poll(login)).state).toBe(first % 2 === 0 ? 'approved' : 'denied')
    }
  })

  it('may have the code typed with small letters, spaces or no dash', async () => {
    const staff = await given.staff('finance')
    const { userCode } = await start()
    await lookAtDeviceLogin(world, staff, ` ${userCode.toLowerCase().replace('-', ' ')} `)
  })

  it('is stopped after twenty codes in ten minutes, right or wrong, and goes on afterwards', async () => {
    const staff = await given.staff('finance')
    const login = await start()
    for (let guess = 0; guess < 20; guess++)
      await expect(lookAtDeviceLogin(world, staff, 'BBBB-BBBB')).rejects.toMatchObject(unknown)
    await expect(approve(staff, login)).rejects.toMatchObject({ code: 'too-often', facts: { minutes: 10 } })
    expect((await poll(login)).state).toBe('pending')
    clock.advance({ minutes: 10 })
    await approve(staff, await start())
  })
})

describe('user codes', () => {
  const dealt = (...hands: number[]): Random => ({
    bytes: (count) => Buffer.alloc(count, count === 8 ? (hands.shift() ?? 0) : hands.length + 1),
  })

  it('are drawn again when one is on another screen, and given out again once it has expired', async () => {
    const first = await start({ ...world, random: dealt(7) })
    const second = await start({ ...world, random: dealt(7, 9) })
    expect(second.userCode).not.toBe(first.userCode)
    await expect(start({ ...world, random: dealt(7, 9, 7) })).rejects.toThrow('no free user code')
    clock.advance({ minutes: 5 })
    expect((await start({ ...world, random: dealt(7) })).userCode).toBe(first.userCode)
  })

  it('use every letter alike, and come back from the screen as they were', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const code = newUserCode({ bytes: () => Buffer.from(bytes) })
        expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
        expect(typedUserCode(shownUserCode(code))).toBe(code)
        for (const letter of code) seen.set(letter, (seen.get(letter) ?? 0) + 1)
      }),
      { numRuns: 500 },
    )
    expect(seen.size).toBe(20)
  })
})

describe('the name of a browser', () => {
  it.each([
    [windowsChrome, 'Windows 上的 Chrome'],
    [`${windowsChrome} Edg/153.0.0.0`, 'Windows 上的 Edge'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/26.0 Safari/605',
      'macOS 上的 Safari',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Linux 上的 Firefox'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) MicroMessenger/8.0', 'iOS 上的 微信'],
    ['curl/8.5.0', '未知浏览器'],
    ['', '未知浏览器'],
  ])('%s is %s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name)
  })
})
