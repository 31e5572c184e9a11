import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, type Fault, frozenClock, startEmulator } from '../../local/emulator/index.ts'
import { noon } from '../../local/emulator/testing/merchant.ts'
import { createWechatMp, type WechatMp, type WechatMpConfig } from './index.ts'

let emulator: Emulator
let mp: WechatMp

beforeAll(async () => {
  emulator = await startEmulator({
    clock: frozenClock(noon),
    people: [{ name: '张三', phone: '13800000001', openid: 'oZhangSan' }],
  })
  mp = portWith()
})
afterEach(() => emulator.control.reset())
afterAll(() => emulator.close())

const portWith = (change: Partial<WechatMpConfig> = {}): WechatMp =>
  createWechatMp({ ...emulator.miniProgram, baseUrl: emulator.url, clock: emulator.clock, ...change })
const tap = (kind: 'login' | 'getPhoneNumber') => emulator.control.tap({ kind, openid: 'oZhangSan' }).code
const fault = (match: string, change: Partial<Fault> = {}) =>
  emulator.control.fault({ match, action: 'errcode', ...change })
const phoneCalls = 'getuserphonenumber'
const tokenCalls = 'stable_token'
const rid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)

describe('logging in', () => {
  it('turns a login code into the openid, and keeps the session key to itself', async () => {
    expect(await mp.sessionOf(tap('login'))).toEqual({ kind: 'ok', openid: 'oZhangSan' })
  })

  it('works once with a code', async () => {
    const code = tap('login')
    await mp.sessionOf(code)
    expect(await mp.sessionOf(code)).toEqual({ kind: 'code-used', rid })
  })

  it.each(['made-up', '', 'a&appid=other'])('does not work with the code %j', async (code) => {
    expect(await mp.sessionOf(code)).toEqual({ kind: 'code-invalid', rid })
  })

  it('does not work with a code older than five minutes, nor with a phone code', async () => {
    const code = tap('login')
    await emulator.clock.advance(300_001)
    expect((await mp.sessionOf(code)).kind).toBe('code-invalid')
    expect((await mp.sessionOf(tap('getPhoneNumber'))).kind).toBe('code-invalid')
  })
})

describe('the phone number', () => {
  it('comes without the prefix of the country', async () => {
    expect(await mp.phoneOf(tap('getPhoneNumber'))).toEqual({
      kind: 'ok',
      phone: '13800000001',
      countryCode: '86',
    })
  })

  it('works once with a code, and not with a login code', async () => {
    const code = tap('getPhoneNumber')
    await mp.phoneOf(code)
    expect(await mp.phoneOf(code)).toEqual({ kind: 'code-invalid', rid })
    expect(await mp.phoneOf(tap('login'))).toEqual({ kind: 'code-invalid', rid })
  })
})

describe('the access token', () => {
  /** Counts how often a port asks for one: each such call would meet this fault instead of an answer. */
  const noMoreTokens = () => fault(tokenCalls, { action: '500', times: 100 })

  it('is fetched once for many questions, also at once', async () => {
    const port = portWith()
    const codes = Array.from({ length: 8 }, () => tap('getPhoneNumber'))
    const [first, ...rest] = codes
    // Only the first call for a token is answered.
    emulator.control.fault({ match: tokenCalls, action: 'slow', delayMs: 20 })
    noMoreTokens()
    const answers = await Promise.all([first ?? '', ...rest].map((code) => port.phoneOf(code)))
    expect(answers.map(({ kind }) => kind)).toEqual(codes.map(() => 'ok'))
  })

  it('is renewed in its last five minutes, before WeChat refuses it', async () => {
    const port = portWith()
    await port.phoneOf(tap('getPhoneNumber'))
    await emulator.clock.advance(6_899_000)
    noMoreTokens()
    expect((await port.phoneOf(tap('getPhoneNumber'))).kind).toBe('ok')
    await emulator.clock.advance(1_000)
    expect(await port.phoneOf(tap('getPhoneNumber'))).toEqual({
      kind: 'unknown-outcome',
      why: 'server-error',
    })
    emulator.control.reset()
    expect((await port.phoneOf(tap('getPhoneNumber'))).kind).toBe('ok')
  })

  it.each([40001, 40014, 42001])(
    'is fetched once more when refused with %s, and the question repeated',
    async (errcode) => {
      fault(phoneCalls, { errcode })
      expect((await mp.phoneOf(tap('getPhoneNumber'))).kind).toBe('ok')
    },
  )

  it('is not fetched for ever: refused twice, it is a matter of configuration', async () => {
    fault(phoneCalls, { errcode: 40001, times: 2 })
    expect(await mp.phoneOf(tap('getPhoneNumber'))).toEqual({ kind: 'config', errcode: 40001, rid })
  })

  it('that another program forced out is replaced', async () => {
    const port = portWith()
    await port.phoneOf(tap('getPhoneNumber'))
    await fetch(`${emulator.url}/cgi-bin/stable_token`, {
      method: 'POST',
      body: JSON.stringify({ grant_type: 'client_credential', force_refresh: true, ...emulator.miniProgram }),
    })
    expect((await port.phoneOf(tap('getPhoneNumber'))).kind).toBe('ok')
  })
})

describe('what goes wrong', () => {
  it.each([
    [-1, 'busy'],
    [40226, 'user-blocked'],
    [45009, 'quota'],
    [45011, 'quota'],
  ])('errcode %s is %s, and the code may be used again', async (errcode, kind) => {
    const code = tap('login')
    fault('jscode2session', { errcode })
    expect(await mp.sessionOf(code)).toEqual({ kind, rid })
    expect((await mp.sessionOf(code)).kind).toBe('ok')
  })

  it('a wrong id or secret is a matter of configuration', async () => {
    const config = { kind: 'config', rid }
    expect(await portWith({ appid: 'wx0' }).sessionOf(tap('login'))).toEqual({ ...config, errcode: 40013 })
    expect(await portWith({ secret: 'x' }).sessionOf(tap('login'))).toEqual({ ...config, errcode: 40125 })
    expect(await portWith({ secret: 'x' }).phoneOf(tap('getPhoneNumber'))).toEqual({
      ...config,
      errcode: 40125,
    })
    fault(phoneCalls, { errcode: 40164 })
    expect(await mp.phoneOf(tap('getPhoneNumber'))).toEqual({ ...config, errcode: 40164 })
  })

  it.each([
    ['hang', 'timeout'],
    ['reset-before', 'network'],
    ['reset-after', 'network'],
    ['502html', 'server-error'],
    ['garbled', 'unreadable-answer'],
  ] as const)('%s leaves the outcome unknown', async (action, why) => {
    fault('jscode2session', { action })
    const caller = action === 'hang' ? portWith({ timeoutMs: 150 }) : mp
    const lost = await caller.sessionOf(tap('login'))
    expect(lost).toEqual({ kind: 'unknown-outcome', why })
  })

  it.each(['{}', '[]', '7', '{"errcode":"0","openid":"o"}', '{"openid":""}', '{"openid":7}'])(
    'an answer like %s is not taken for a login',
    async (body) => {
      const server = createServer((_, response) => response.end(body))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      const lost = await portWith({ baseUrl: `http://127.0.0.1:${port}` }).sessionOf('code')
      server.close()
      expect(lost).toEqual({ kind: 'unknown-outcome', why: 'unreadable-answer' })
    },
  )

  it('tells no secret, no code and no token', async () => {
    const code = tap('login')
    const told: unknown[] = [await portWith({ baseUrl: 'http://127.0.0.1:1' }).sessionOf(code)]
    for (const action of ['500', 'errcode', 'garbled', 'reset-before'] as const) {
      fault('jscode2session', { action })
      told.push(await mp.sessionOf(code))
    }
    expect(JSON.stringify(told)).not.toContain(emulator.miniProgram.secret)
    expect(JSON.stringify(told)).not.toContain(code)
  })
})
