import { createServer, type Server } from 'node:http'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Fault, signatureHeaders } from '../../local/emulator/index.ts'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { receiveNotices } from '../../local/emulator/testing/notice-receiver.ts'
import { createWechatPay, type WechatPay, type WechatPayConfig } from './index.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.emulator.control.reset())
afterAll(() => scene.close())

const with_ = (change: Partial<WechatPayConfig>): WechatPay => createWechatPay({ ...scene.config, ...change })
const prepayFault = (action: Fault['action']) =>
  scene.emulator.control.fault({ match: 'POST /v3/pay/transactions/jsapi', action })
const stateOf = async (outTradeNo: string) => (await scene.pay.query(outTradeNo)).kind

describe('the outcome is unknown, and a query tells', () => {
  it.each([
    ['hang', 'timeout', 'unknown-order'],
    ['reset-before', 'network', 'unknown-order'],
    ['500', 'server-error', 'unknown-order'],
    ['502html', 'server-error', 'unknown-order'],
    ['reset-after', 'network', 'not-paid'],
    ['garbled', 'unreadable-answer', 'not-paid'],
    ['unsigned', 'unsigned', 'not-paid'],
    ['tamper-response', 'bad-signature', 'not-paid'],
    ['stale-response', 'stale', 'not-paid'],
    ['unknown-serial', 'unknown-serial', 'not-paid'],
    ['signtest', 'sign-test', 'not-paid'],
  ] as const)('when the call meets %s', async (action, why, truth) => {
    const order = scene.order()
    prepayFault(action)
    const caller = action === 'hang' ? with_({ timeoutMs: 200 }) : scene.pay
    expect(await caller.prepay(order)).toMatchObject({ kind: 'unknown-outcome', why })
    expect(await stateOf(order.outTradeNo)).toBe(truth)
    expect((await scene.pay.prepay(order)).kind).toBe('ok')
  })

  it('when nobody listens', async () => {
    const pay = with_({ baseUrl: 'http://127.0.0.1:1' })
    expect(await pay.query('P20261123-0001')).toMatchObject({ kind: 'unknown-outcome', why: 'network' })
  })

  it('when the answer to a close cannot be verified: it has no body, but must be signed', async () => {
    const order = scene.order()
    await scene.pay.prepay(order)
    scene.emulator.control.fault({ match: '/close', action: 'unsigned' })
    expect(await scene.pay.close(order.outTradeNo)).toMatchObject({ why: 'unsigned' })
    expect(await stateOf(order.outTradeNo)).toBe('closed')
  })
})

it('does not follow an answer elsewhere, where the Authorization would be read by others', async () => {
  const elsewhere = await receiveNotices(() => 200)
  const location = elsewhere.notifyUrl
  const server = createServer((_, response) => response.writeHead(307, { location }).end())
  const baseUrl = await listening(server)
  expect(await with_({ baseUrl }).prepay(scene.order())).toMatchObject({
    kind: 'unknown-outcome',
    why: 'network',
  })
  expect(elsewhere.received).toEqual([])
  server.close()
  await elsewhere.close()
})

it('leaves an order unknown when the answer is about another one', async () => {
  const { outTradeNo } = await scene.paidOrder()
  const [[serial, key] = ['', '']] = [...scene.emulator.wechatPrivateKeys]
  const body = Buffer.from(JSON.stringify({ out_trade_no: outTradeNo, trade_state: 'NOTPAY' }))
  const headers = signatureHeaders(serial, key, body, scene.emulator.clock.now())
  const server = createServer((_, response) => response.writeHead(200, headers).end(body))
  const pay = with_({ baseUrl: await listening(server) })
  expect(await pay.query(outTradeNo)).toEqual({ kind: 'not-paid' })
  expect(await pay.query('P20261123-9999')).toMatchObject({ why: 'unreadable-answer' })
  server.close()
})

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    })
  })

it('waits for a slow answer', async () => {
  scene.emulator.control.fault({ match: 'jsapi', action: 'slow', delayMs: 50 })
  expect((await scene.pay.prepay(scene.order())).kind).toBe('ok')
})

it('tells "too often" and "still working" from a no', async () => {
  prepayFault('429')
  expect(await scene.pay.prepay(scene.order())).toMatchObject({ kind: 'rate-limited' })
  prepayFault('202')
  expect(await scene.pay.prepay(scene.order())).toMatchObject({ kind: 'accepted' })
})

describe('a wrong configuration', () => {
  const merchant = (change: object) => with_({ merchant: { ...scene.emulator.merchant, ...change } })

  it.each([
    ['the serial', { merchantSerial: '5157F09EFDC096DE15EBE81A47057A7211111111' }, 'SIGN_ERROR'],
    ['the appid', { appid: 'wx0000000000000000' }, 'APPID_MCHID_NOT_MATCH'],
  ])('of %s is called so', async (_, change, code) => {
    expect(await merchant(change).prepay(scene.order())).toMatchObject({ kind: 'config', code })
  })

  it('of the clock is called so', async () => {
    const slow = { now: () => new Date(scene.emulator.clock.now().getTime() - 301_000) }
    expect(await with_({ clock: slow }).prepay(scene.order())).toMatchObject({
      kind: 'config',
      message: expect.stringContaining('timestamp'),
    })
  })

  it("of WeChat's keys lets no answer pass", async () => {
    const other = await openScene()
    const pay = with_({ verificationKeys: other.emulator.verificationKeys })
    await other.close()
    expect(await pay.prepay(scene.order())).toMatchObject({ kind: 'unknown-outcome', why: 'unknown-serial' })
  })
})

it('lets nothing of the request out: no Authorization, no key, no openid, whatever goes wrong', async () => {
  const { privateKeyPem, apiV3Key } = scene.emulator.merchant
  const pay = with_({ timeoutMs: 100 })
  const told: unknown[] = []
  for (const action of [
    'hang',
    'reset-before',
    'reset-after',
    '500',
    '429',
    'unsigned',
    'garbled',
  ] as const) {
    prepayFault(action)
    told.push(await pay.prepay(scene.order()))
  }
  told.push(await with_({ baseUrl: 'http://127.0.0.1:1' }).prepay(scene.order()))
  told.push(await pay.prepay(scene.order({ description: '' })).catch(errorAsLogged))
  told.push(await pay.query('P1/2').catch(errorAsLogged))

  const text = JSON.stringify(told)
  for (const secret of ['WECHATPAY2', 'uthorization', apiV3Key, privateKeyPem.slice(40, 80), scene.openid]) {
    expect(text).not.toContain(secret)
  }
})

const errorAsLogged = (error: unknown): string => inspect(error, { depth: 8, showHidden: true })
