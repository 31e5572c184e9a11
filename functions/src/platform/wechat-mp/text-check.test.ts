import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, type Fault, frozenClock, startEmulator } from '../../local/emulator/index.ts'
import { noon } from '../../local/emulator/testing/merchant.ts'
import { createWechatMp, type WechatMp, type WechatMpConfig } from './index.ts'

let emulator: Emulator
let mp: WechatMp
const openid = 'oZhangSan'

beforeAll(async () => {
  emulator = await startEmulator({
    clock: frozenClock(noon),
    people: [{ name: '张三', phone: '13800000001', openid }],
  })
  mp = portWith()
})
afterEach(() => emulator.control.reset())
afterAll(() => emulator.close())

const portWith = (change: Partial<WechatMpConfig> = {}): WechatMp =>
  createWechatMp({ ...emulator.miniProgram, baseUrl: emulator.url, clock: emulator.clock, ...change })
const fault = (change: Partial<Fault>) =>
  emulator.control.fault({ match: 'msg_sec_check', action: 'errcode', ...change })
const rid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
const check = (text: string, port = mp) => port.textCheck({ openid, text })

describe('a text', () => {
  it.each([
    ['电梯三个月没有修', 'pass'],
    ['某某组织', 'risky'],
    ['保健品', 'review'],
    ['保健品和某某组织', 'risky'],
  ])('%s is %s', async (text, suggest) => {
    emulator.control.setTextWords({ risky: ['某某组织'], review: ['保健品'] })
    expect(await check(text)).toEqual({ kind: 'ok', suggest })
  })

  it('is read whole, up to 2,500 characters', async () => {
    emulator.control.setTextWords({ risky: ['某某组织'], review: [] })
    expect(await check(`${'修'.repeat(2_496)}某某组织`)).toEqual({ kind: 'ok', suggest: 'risky' })
    expect(await check('修'.repeat(2_501))).toMatchObject({ kind: 'config' })
  })

  it('of somebody who has not come by for two hours, or is nobody here, is not judged', async () => {
    fault({ errcode: 61010 })
    expect(await check('电梯三个月没有修')).toEqual({ kind: 'not-here', rid })
    expect(await mp.textCheck({ openid: 'oNobody', text: '电梯三个月没有修' })).toEqual({
      kind: 'not-here',
      rid,
    })
  })

  it.each([
    [-1, 'busy'],
    [45009, 'quota'],
    [45011, 'quota'],
    [48001, 'config'],
  ])('is not judged at errcode %s: %s', async (errcode, kind) => {
    fault({ errcode })
    expect(await check('电梯三个月没有修')).toMatchObject({ kind, rid })
  })

  it.each([
    ['hang', 'timeout'],
    ['reset-before', 'network'],
    ['502html', 'server-error'],
    ['garbled', 'unreadable-answer'],
  ] as const)('is not judged at %s', async (action, why) => {
    fault({ action })
    const port = action === 'hang' ? portWith({ timeoutMs: 150 }) : mp
    expect(await check('电梯三个月没有修', port)).toEqual({ kind: 'unknown-outcome', why })
  })

  it('is asked about once more when the access token was refused', async () => {
    fault({ errcode: 40001 })
    expect(await check('电梯三个月没有修')).toEqual({ kind: 'ok', suggest: 'pass' })
  })

  it('is not judged for want of an access token', async () => {
    expect(await check('电梯三个月没有修', portWith({ secret: 'x' }))).toMatchObject({
      kind: 'config',
      errcode: 40125,
    })
  })
})

it.each(['{"errcode":0}', '{"result":{}}', '{"errcode":0,"result":{"suggest":"fine"}}', '{"result":"pass"}'])(
  'an answer like %s is not taken for a judgement',
  async (body) => {
    const server = createServer(({ url }, response) =>
      response.end(url?.includes('stable_token') ? '{"access_token":"t","expires_in":7200}' : body),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const lost = await check('电梯', portWith({ baseUrl: `http://127.0.0.1:${port}` }))
    server.close()
    expect(lost).toEqual({ kind: 'unknown-outcome', why: 'unreadable-answer' })
  },
)
