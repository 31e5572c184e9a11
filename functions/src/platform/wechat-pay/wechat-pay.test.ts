import { createVerify } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { inspect } from 'node:util'
import { fen } from '@anjiao/shared/money'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '../../local/emulator/index.ts'
import { signatureHeaders } from '../../local/emulator/index.ts'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { receiveNotices } from '../../local/emulator/testing/notice-receiver.ts'
import { createWechatPay, type PayParams, type WechatPay, type WechatPayConfig } from './index.ts'

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

describe('ordering', () => {
  it('gives a prepay id and what the phone needs to open the cashier', async () => {
    const prepaid = await scene.pay.prepay(scene.order())
    expect(prepaid).toEqual({
      kind: 'ok',
      prepayId: expect.stringMatching(/^wx20261123/),
      payParams: {
        appId: scene.emulator.merchant.appid,
        timeStamp: String(scene.emulator.clock.now().getTime() / 1000),
        nonceStr: expect.stringMatching(/^[0-9a-f]{32}$/),
        package: prepaid.kind === 'ok' ? `prepay_id=${prepaid.prepayId}` : '',
        signType: 'RSA',
        paySign: expect.any(String),
      },
    })
  })

  it('signs for the phone so that the merchant certificate verifies it, freshly each time', async () => {
    const first = await scene.pay.payParams('wx2026112312000000')
    const second = await scene.pay.payParams('wx2026112312000000')
    expect(verifies(first) && verifies(second)).toBe(true)
    expect(verifies({ ...first, package: 'prepay_id=wx2026112312000001' })).toBe(false)
    expect(second.nonceStr).not.toBe(first.nonceStr)
  })

  function verifies({ appId, timeStamp, nonceStr, package: prepay, paySign }: PayParams): boolean {
    const text = `${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`
    const { certificatePem } = scene.emulator.merchant
    return createVerify('RSA-SHA256').update(text).verify(certificatePem, paySign, 'base64')
  }

  it.each([1, 2, 99, 415_800, 999_999_999])(
    'asks for %s fen when told so, and for nothing else',
    async (amountFen) => {
      const order = scene.order({ amountFen: fen(amountFen) })
      await scene.pay.prepay(order)
      const asked = scene.emulator.control.orders().find(({ outTradeNo }) => outTradeNo === order.outTradeNo)
      expect(asked).toMatchObject({ amountFen, openid: scene.openid, expiresAtMs: order.expiresAt.getTime() })
    },
  )

  it('answers the same order again with the same prepay id', async () => {
    const order = scene.order({ attach: 'attempt 1' })
    const [first, again] = [await scene.pay.prepay(order), await scene.pay.prepay(order)]
    expect(again).toMatchObject({ kind: 'ok', prepayId: first.kind === 'ok' ? first.prepayId : '' })
  })

  it('says when the number was used for another amount', async () => {
    const order = scene.order()
    await scene.pay.prepay(order)
    expect(await scene.pay.prepay({ ...order, amountFen: fen(1) })).toEqual({ kind: 'number-used' })
  })

  it('says when the number is paid or closed already', async () => {
    const paid = await scene.paidOrder()
    expect(await scene.pay.prepay(paid)).toEqual({ kind: 'already-paid' })
    const closed = scene.order()
    await scene.pay.prepay(closed)
    await scene.pay.close(closed.outTradeNo)
    expect(await scene.pay.prepay(closed)).toEqual({ kind: 'order-closed' })
  })

  it('hands on why WeChat rejects, with the id to trace it by', async () => {
    expect(await scene.pay.prepay(scene.order({ openid: 'oOfAnotherMiniProgram' }))).toEqual({
      kind: 'rejected',
      code: 'PARAM_ERROR',
      message: '无效的openid',
      requestId: expect.stringMatching(/-268435461$/),
    })
  })

  it.each([
    ['amountFen', { amountFen: fen(0) }],
    ['amountFen', { amountFen: fen(-1) }],
    ['outTradeNo', { outTradeNo: 'P1/2 中' }],
    ['outTradeNo', { outTradeNo: 'P'.repeat(33) }],
    ['description', { description: '' }],
    ['description', { description: '物'.repeat(128) }],
    ['attach', { attach: 'a'.repeat(129) }],
    ['openid', { openid: '' }],
  ])('sends nothing that breaks a limit of WeChat: %s %j', async (_, change) => {
    const orders = scene.emulator.control.orders().length
    await expect(scene.pay.prepay(scene.order(change))).rejects.toThrow(RangeError)
    expect(scene.emulator.control.orders()).toHaveLength(orders)
  })
})

describe('an order at WeChat', () => {
  it('goes from not paid to success', async () => {
    const order = scene.order()
    await scene.pay.prepay(order)
    expect(await scene.pay.query(order.outTradeNo)).toEqual({ kind: 'not-paid' })
    const { outTradeNo } = await scene.paidOrder({ attach: 'a' })
    expect(await scene.pay.query(outTradeNo)).toEqual({
      kind: 'success',
      outTradeNo,
      transactionId: expect.stringMatching(/^4200\d{24}$/),
      mchid: scene.emulator.merchant.mchid,
      appid: scene.emulator.merchant.appid,
      amountFen: 415_800,
      payerTotalFen: 415_800,
      currency: 'CNY',
      openid: scene.openid,
      paidAt: scene.emulator.clock.now(),
      bankType: 'OTHERS',
      attach: 'a',
    })
  })

  it('reads refunded after a refund made in the merchant platform', async () => {
    const { outTradeNo } = await scene.paidOrder()
    scene.emulator.control.refundInConsole(outTradeNo)
    expect(await scene.pay.query(outTradeNo)).toMatchObject({ kind: 'refunded', amountFen: 415_800 })
  })

  it('is closed by us, again and again, and by its time', async () => {
    const order = scene.order()
    await scene.pay.prepay(order)
    expect(await scene.pay.close(order.outTradeNo)).toEqual({ kind: 'closed' })
    expect(await scene.pay.close(order.outTradeNo)).toEqual({ kind: 'closed' })
    expect(await stateOf(order.outTradeNo)).toBe('closed')

    const left = scene.order()
    await scene.pay.prepay(left)
    await scene.emulator.clock.advance(30 * 60_000)
    expect(await stateOf(left.outTradeNo)).toBe('closed')
  })

  it('cannot be closed once it is paid', async () => {
    const { outTradeNo } = await scene.paidOrder()
    expect(await scene.pay.close(outTradeNo)).toEqual({ kind: 'already-paid' })
    expect(await stateOf(outTradeNo)).toBe('success')
  })

  it('may be unknown there', async () => {
    expect(await scene.pay.query('NEVER-ORDERED')).toEqual({ kind: 'unknown-order' })
    expect(await scene.pay.close('NEVER-ORDERED')).toEqual({ kind: 'unknown-order' })
  })
})

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
    const pay = with_({ timeoutMs: 250 })
    const order = scene.order()
    prepayFault(action)
    expect(await pay.prepay(order)).toMatchObject({ kind: 'unknown-outcome', why })
    expect(await stateOf(order.outTradeNo)).toBe(truth)
    expect((await pay.prepay(order)).kind).toBe('ok')
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

describe('while WeChat moves a merchant from certificates to the public key', () => {
  it.each(['PUB_KEY_ID_', '5'])(
    'answers can be verified with only the key %s…, since it is asked for',
    async (beginning) => {
      const moving = await openScene({ mode: 'mixed' })
      const verificationKeys = new Map(
        [...moving.emulator.verificationKeys].filter(([serial]) => serial.startsWith(beginning)),
      )
      const pay = createWechatPay({ ...moving.config, verificationKeys })
      expect((await pay.prepay(moving.order())).kind).toBe('ok')
      await moving.close()
    },
  )
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
