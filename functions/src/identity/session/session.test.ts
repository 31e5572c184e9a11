import { createHmac } from 'node:crypto'
import type { Session } from '@anjiao/shared/contract/identity'
import { describe, expect, it } from 'vitest'
import { testAppid, testWorld } from '../../local/testing/world.ts'
import { asSystem, type World } from '../../platform/context.ts'
import { logTo } from '../../platform/log.ts'
import type { MpFailure } from '../../platform/wechat-mp/index.ts'
import { forgetExpired } from '../forget-expired.ts'
import { failingWechat, plainWechat } from '../testing/wechat.ts'
import { authenticate } from './access-token.ts'
import { refreshSession } from './refresh-session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const { world: bare, clock } = await testWorld()
const lines: string[] = []
const world: World = { ...bare, wechatMp: plainWechat(), log: logTo((line) => lines.push(line)) }

let people = 0
const newOpenid = () => `openid-of-${++people}`
const signInAs = (openid: string) => signIn(world, `login of ${openid} (${++people})`)
const callerOf = (session: Session) => authenticate(world)(`Bearer ${session.accessToken}`)
const signedOut = { code: 'not-signed-in' }

describe('signing in', () => {
  it('makes a person of whoever comes the first time, and knows them the next', async () => {
    const openid = newOpenid()
    const first = await callerOf(await signInAs(openid))
    const second = await callerOf(await signInAs(openid))
    expect(first).toMatchObject({ openid, appid: testAppid })
    expect(second.personId).toBe(first.personId)
    expect(second.family).not.toBe(first.family)
    expect((await callerOf(await signInAs(newOpenid()))).personId).not.toBe(first.personId)
  })

  it('makes one person of eight first sign-ins at once', async () => {
    const openid = newOpenid()
    const sessions = await Promise.all(Array.from({ length: 8 }, () => signInAs(openid)))
    const callers = await Promise.all(sessions.map(callerOf))
    expect(new Set(callers.map(({ personId }) => personId)).size).toBe(1)
    const { people } = await asSystem(
      world,
      'test',
      ({ tx }) => tx.one<{ people: number }>`
        select count(*) as people from person p where id >= ${callers[0]?.personId}
           and not exists (select from wechat_account where person_id = p.id)`,
    )
    expect(people).toBe(0)
  })

  it('refuses a code that was used, and one that WeChat does not know', async () => {
    await signIn(world, 'login of somebody')
    await expect(signIn(world, 'login of somebody')).rejects.toMatchObject({ code: 'login-code-invalid' })
    await expect(signIn(world, 'phone of 13900000000')).rejects.toMatchObject({ code: 'login-code-invalid' })
  })

  it.each([
    [{ kind: 'user-blocked', rid: 'a-b-c' }, 'wechat-account-restricted'],
    [{ kind: 'busy', rid: 'a-b-c' }, 'wechat-unavailable'],
    [{ kind: 'quota', rid: undefined }, 'wechat-unavailable'],
    [{ kind: 'config', errcode: 40125, rid: 'a-b-c' }, 'wechat-unavailable'],
    [{ kind: 'unknown-outcome', why: 'timeout' }, 'wechat-unavailable'],
  ] satisfies [MpFailure, string][])('answers %j of WeChat with %s', async (failure, code) => {
    await expect(signIn({ ...world, wechatMp: failingWechat(failure) }, 'any')).rejects.toMatchObject({
      code,
    })
  })

  it('tells the operator what only the operator can put right', async () => {
    const wechatMp = failingWechat({ kind: 'config', errcode: 40125, rid: 'a-b-c' })
    await expect(signIn({ ...world, wechatMp }, 'any')).rejects.toThrow()
    expect(lines.at(-1)).toMatch(/"level":"error".*a-b-c.*errcode 40125/)
  })
})

describe('an access token', () => {
  it('is good for fifteen minutes', async () => {
    const session = await signInAs(newOpenid())
    expect(session.expiresInSeconds).toBe(900)
    clock.advance({ seconds: 899 })
    await callerOf(session)
    clock.advance({ seconds: 1 })
    await expect(callerOf(session)).rejects.toMatchObject(signedOut)
  })

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = (header: object, claims: object, secret: string) => {
    const content = `${part(header)}.${part(claims)}`
    return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
  }
  const good = {
    appid: testAppid,
    openid: 'o',
    family: 'f',
    iss: 'anjiao',
    sub: '7',
    exp: Date.parse('2099-01-01') / 1_000,
  }
  const ours = world.settings.sessionSecret

  it('is read when it is whole', async () => {
    const token = signed({ alg: 'HS256' }, good, ours)
    expect(await authenticate(world)(`Bearer ${token}`)).toEqual({
      personId: 7,
      appid: testAppid,
      openid: 'o',
      family: 'f',
    })
  })

  it.each([
    ['no header', undefined],
    ['another scheme', `Basic ${signed({ alg: 'HS256' }, good, ours)}`],
    ['no token', 'Bearer '],
    ['noise', 'Bearer a.b.c'],
    ['another secret', `Bearer ${signed({ alg: 'HS256' }, good, 'x'.repeat(32))}`],
    ['no signature', `Bearer ${part({ alg: 'none' })}.${part(good)}.`],
    ['another issuer', `Bearer ${signed({ alg: 'HS256' }, { ...good, iss: 'x' }, ours)}`],
    ['no expiry', `Bearer ${signed({ alg: 'HS256' }, { ...good, exp: undefined }, ours)}`],
    ['no person', `Bearer ${signed({ alg: 'HS256' }, { ...good, sub: 'me' }, ours)}`],
    ['no WeChat account', `Bearer ${signed({ alg: 'HS256' }, { ...good, openid: 5 }, ours)}`],
    ['a token longer than any of ours', `Bearer ${'a'.repeat(2_001)}`],
  ])('is refused with %s', async (_, header) => {
    await expect(authenticate(world)(header)).rejects.toMatchObject(signedOut)
  })

  it('is refused when signed by another method, be it a stronger one', async () => {
    const sessionSecret = 'long enough for every method there is '.repeat(2)
    const strong = { ...world, settings: { ...world.settings, sessionSecret } }
    const content = `${part({ alg: 'HS512' })}.${part(good)}`
    const signature = createHmac('sha512', sessionSecret).update(content).digest('base64url')
    await expect(authenticate(strong)(`Bearer ${content}.${signature}`)).rejects.toMatchObject(signedOut)
  })

  it('is not signed with a secret too short to keep', () => {
    expect(() => authenticate({ ...world, settings: { ...world.settings, sessionSecret: 'short' } })).toThrow(
      'shorter than 32 bytes',
    )
  })
})

describe('refreshing', () => {
  it('gives a new session of the same family, of the same person and account', async () => {
    const session = await signInAs(newOpenid())
    const before = await callerOf(session)
    const next = await refreshSession(world, session.refreshToken)
    expect(await callerOf(next)).toEqual(before)
    expect(next.refreshToken).not.toBe(session.refreshToken)
    await refreshSession(world, next.refreshToken)
  })

  it('gives the same successor to whoever lost the answer and asks again within 30 seconds', async () => {
    const { refreshToken } = await signInAs(newOpenid())
    const lost = await refreshSession(world, refreshToken)
    clock.advance({ seconds: 30 })
    const again = await refreshSession(world, refreshToken)
    expect(again.refreshToken).toBe(lost.refreshToken)
    await refreshSession(world, again.refreshToken)
  })

  it('gives one successor to eight uses at once', async () => {
    const { refreshToken } = await signInAs(newOpenid())
    const all = await Promise.all(Array.from({ length: 8 }, () => refreshSession(world, refreshToken)))
    expect(new Set(all.map((each) => each.refreshToken)).size).toBe(1)
    await refreshSession(world, all[0]?.refreshToken ?? '')
  })

  it('ends the whole family when a used token is shown later, and says so in the log', async () => {
    const session = await signInAs(newOpenid())
    const { personId } = await callerOf(session)
    const next = await refreshSession(world, session.refreshToken)
    clock.advance({ seconds: 31 })
    await expect(refreshSession(world, session.refreshToken)).rejects.toMatchObject(signedOut)
    await expect(refreshSession(world, next.refreshToken)).rejects.toMatchObject(signedOut)
    expect(lines.at(-1)).toContain(`"personId":${personId}`)
  })

  it('ends the whole family when a token is shown again although its successor was used', async () => {
    const session = await signInAs(newOpenid())
    const second = await refreshSession(world, session.refreshToken)
    const third = await refreshSession(world, second.refreshToken)
    await expect(refreshSession(world, session.refreshToken)).rejects.toMatchObject(signedOut)
    await expect(refreshSession(world, third.refreshToken)).rejects.toMatchObject(signedOut)
  })

  it('notices a thief who was as quick as the owner, at the next use', async () => {
    const { refreshToken } = await signInAs(newOpenid())
    const owners = await refreshSession(world, refreshToken)
    const thiefs = await refreshSession(world, refreshToken)
    clock.advance({ minutes: 14 })
    const kept = await refreshSession(world, thiefs.refreshToken)
    clock.advance({ minutes: 1 })
    await expect(refreshSession(world, owners.refreshToken)).rejects.toMatchObject(signedOut)
    await expect(refreshSession(world, kept.refreshToken)).rejects.toMatchObject(signedOut)
  })

  it('is refused after thirty days, and for a token nobody gave out', async () => {
    const { refreshToken } = await signInAs(newOpenid())
    clock.advance({ days: 30 })
    await expect(refreshSession(world, refreshToken)).rejects.toMatchObject(signedOut)
    await expect(refreshSession(world, 'never-given-out')).rejects.toMatchObject(signedOut)
  })

  it('goes on for as long as it is used at least once in thirty days', async () => {
    let { refreshToken } = await signInAs(newOpenid())
    for (let month = 0; month < 4; month++) {
      clock.advance({ days: 29 })
      ;({ refreshToken } = await refreshSession(world, refreshToken))
      await asSystem(world, 'test', forgetExpired)
    }
    await refreshSession(world, refreshToken)
  })

  it('keeps only hashes, and forgets what has expired', async () => {
    const { refreshToken } = await signInAs(newOpenid())
    await refreshSession(world, refreshToken)
    const stored = () =>
      asSystem(
        world,
        'test',
        ({ tx }) => tx.one<{ tokens: number; sessions: number; readable: number }>`
          select (select count(*) from refresh_token) as tokens, (select count(*) from session) as sessions,
                 (select count(*) from refresh_token where token_hash = ${Buffer.from(refreshToken)}) as readable`,
      )
    expect((await stored()).tokens).toBeGreaterThan(0)
    expect((await stored()).readable).toBe(0)
    clock.advance({ days: 31 })
    await asSystem(world, 'test', forgetExpired)
    expect(await stored()).toEqual({ tokens: 0, sessions: 0, readable: 0 })
  })
})

describe('signing out', () => {
  it('ends what was refreshed from this sign-in, and no other', async () => {
    const openid = newOpenid()
    const here = await signInAs(openid)
    const there = await signInAs(openid)
    const next = await refreshSession(world, here.refreshToken)
    await signOut(world, await callerOf(next))
    await expect(refreshSession(world, next.refreshToken)).rejects.toMatchObject(signedOut)
    await expect(refreshSession(world, here.refreshToken)).rejects.toMatchObject(signedOut)
    await refreshSession(world, there.refreshToken)
  })

  it('leaves no token alive that was being refreshed meanwhile', async () => {
    for (let round = 0; round < 10; round++) {
      const session = await signInAs(newOpenid())
      const caller = await callerOf(session)
      const [, ...refreshes] = await Promise.allSettled([
        signOut(world, caller),
        ...Array.from({ length: 6 }, () => refreshSession(world, session.refreshToken)),
      ])
      for (const refreshed of refreshes) {
        if (refreshed.status === 'rejected') expect(refreshed.reason).toMatchObject(signedOut)
        else
          await expect(refreshSession(world, refreshed.value.refreshToken)).rejects.toMatchObject(signedOut)
      }
    }
  })
})

it('writes no token, code or openid into the log', async () => {
  const openid = newOpenid()
  const session = await signInAs(openid)
  const next = await refreshSession(world, session.refreshToken)
  clock.advance({ minutes: 2 })
  await expect(refreshSession(world, session.refreshToken)).rejects.toThrow()
  await expect(signIn(world, 'a code of nobody')).rejects.toThrow()
  const log = lines.join('\n')
  expect(log).not.toBe('')
  for (const secret of [
    session.accessToken,
    session.refreshToken,
    next.refreshToken,
    openid,
    'a code of nobody',
  ])
    expect(log).not.toContain(secret)
})
