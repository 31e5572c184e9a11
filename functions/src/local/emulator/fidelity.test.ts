import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Call, callByHand } from './testing/call-by-hand.ts'
import { noon, openScene, type Scene } from './testing/merchant.ts'
import { orderBody } from './testing/witness.ts'

let scene: Scene
let orders = 0

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** Orders under a new number, unless something else is called. */
const call = ({ method = 'POST', target = '/v3/pay/transactions/jsapi', ...rest }: Call) => {
  const order = () => JSON.stringify(orderBody(scene.emulator, newNumber(), scene.openid))
  return callByHand(scene.emulator, {
    method,
    target,
    ...(method === 'POST' && rest.body === undefined && { body: order() }),
    ...rest,
  })
}
function newNumber(): string {
  orders += 1
  return `FIDELITY-${orders}`
}
const withOrder = (change: object) =>
  call({ body: JSON.stringify({ ...orderBody(scene.emulator, newNumber(), scene.openid), ...change }) })

describe("a merchant's signature", () => {
  it('is checked over the raw body, and over path and query', async () => {
    expect((await call({})).status).toBe(200)
    const body = JSON.stringify(orderBody(scene.emulator, newNumber(), scene.openid))
    expect((await call({ body, signedBody: `${body} ` })).status).toBe(401)
    const target = `/v3/pay/transactions/out-trade-no/FIDELITY-1?mchid=${scene.emulator.merchant.mchid}`
    expect((await call({ method: 'GET', target })).status).toBe(200)
    expect((await call({ method: 'GET', target, signedTarget: target.split('?')[0] ?? '' })).status).toBe(401)
  })

  it('that does not fit is answered with what was to be signed', async () => {
    const { json, number } = await call({ signedBody: '{}' })
    expect(number).toBe('268443699')
    expect(json).toMatchObject({
      code: 'SIGN_ERROR',
      detail: {
        detail: { issue: 'sign not match' },
        field: 'signature',
        location: 'authorization',
        sign_information: {
          method: 'POST',
          url: '/v3/pay/transactions/jsapi',
          sign_message_length: expect.any(Number),
        },
      },
    })
  })

  it('is looked at only after its time, and its time before its serial', async () => {
    const at = new Date(noon.getTime() - 301_000)
    expect((await call({ at, serial: 'AB', signedBody: '{}' })).json.message).toContain('不得超过5分钟')
    expect((await call({ serial: 'AB', signedBody: '{}' })).json.message).toContain('商户证书序列号有误')
    expect((await call({ at: new Date(noon.getTime() - 300_000) })).status).toBe(200)
  })

  it.each(['', 'Bearer token', 'WECHATPAY2-SHA256-RSA2048 mchid="1"'])(
    'missing, as in "%s", is a format error',
    async (authorization) => {
      const order = await call({ authorization })
      expect([order.status, order.json, order.number]).toEqual([
        401,
        { code: 'SIGN_ERROR', message: '签名信息错误，验签失败' },
        undefined,
      ])
      const certificates = await call({ method: 'GET', target: '/v3/certificates', authorization })
      expect(certificates.json.message).toContain('Http头Authorization值格式错误')
    },
  )
})

describe('answers', () => {
  it('carry signature, serial and a Request-ID ending in 0 when they are good, also without a body', async () => {
    const outTradeNo = newNumber()
    await withOrder({ out_trade_no: outTradeNo })
    const closed = await call({
      target: `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`,
      body: JSON.stringify({ mchid: scene.emulator.merchant.mchid }),
    })
    expect([closed.status, closed.text, closed.number]).toEqual([204, '', '0'])
    for (const part of ['timestamp', 'nonce', 'signature', 'serial', 'signature-type']) {
      expect(closed.headers.get(`wechatpay-${part}`)).toBeTruthy()
    }
  })

  it('are not signed when they are errors', async () => {
    expect((await withOrder({ description: 7 })).headers.get('wechatpay-signature')).toBeNull()
  })

  it('to an unknown path or a wrong verb are empty', async () => {
    const unknown = await call({ target: '/v3/pay/transactions/app' })
    const verb = await call({ method: 'GET', target: '/v3/pay/transactions/jsapi' })
    expect([unknown.status, unknown.text, verb.status, verb.text]).toEqual([404, '', 405, ''])
  })
})

describe('an order', () => {
  it.each([
    ['an unknown field', { total_fee: 1 }, '270924358'],
    ['an unknown inner field', { amount: { total: 1, fee: 1 } }, '270924358'],
    ['no description', { description: undefined }, '268435461'],
    ['a description of 128 characters', { description: '物'.repeat(128) }, '268435464'],
    ['an attach of 129 characters', { attach: 'a'.repeat(129) }, '268435464'],
    ['a number of 5 characters', { out_trade_no: 'P1234' }, '268435464'],
    ['a number of 33 characters', { out_trade_no: 'P'.repeat(33) }, '268435464'],
    ['a number with a blank', { out_trade_no: 'P 12345' }, '268435461'],
    ['an amount of 0', { amount: { total: 0 } }, '268435464'],
    ['half a fen', { amount: { total: 0.5 } }, '268435461'],
    ['an amount as text', { amount: { total: '1' } }, '268435461'],
    ['US dollars', { amount: { total: 1, currency: 'USD' } }, '268435461'],
    ['no payer', { payer: {} }, '268435461'],
    ['a payer of another mini-program', { payer: { openid: 'oSomeoneElse' } }, '268435461'],
    ['a time without a zone', { time_expire: '2026-11-23T13:00:00' }, '268435461'],
    ['a notify URL with a query', { notify_url: 'https://a.example/n?x=1' }, '268435461'],
    ['a notify URL without TLS', { notify_url: 'http://a.example/n' }, '268435461'],
    ['null for an optional field', { attach: null }, '268435461'],
  ])('with %s is refused', async (_, change, number) => {
    const answer = await withOrder(change)
    expect([answer.status, answer.json.code, answer.number]).toEqual([400, 'PARAM_ERROR', number])
  })

  it('names the field by its pointer, in WeChat’s words', async () => {
    const { json } = await withOrder({ amount: { total: 0 } })
    expect(json.message).toBe('输入源“/body/amount/total”映射到数值字段“总金额”规则校验失败，值低于最小值 1')
    expect(json.detail.field).toBe('/body/amount/total')
  })

  it('of another merchant, or another appid, is refused as such', async () => {
    expect((await withOrder({ mchid: '1900000001' })).json.message).toContain('http header中的mchid')
    expect((await withOrder({ appid: 'wx0000000000000000' })).json.code).toBe('APPID_MCHID_NOT_MATCH')
    expect((await call({ body: 'not json' })).json.code).toBe('PARAM_ERROR')
  })

  it('repeated with the same parameters gets its prepay id again, a new one after two hours', async () => {
    const body = JSON.stringify(orderBody(scene.emulator, newNumber(), scene.openid))
    const first = await call({ body })
    expect((await call({ body })).json).toEqual(first.json)
    await scene.emulator.clock.advance(7_200_000)
    const later = await call({ body })
    expect(later.status).toBe(200)
    expect(later.json.prepay_id).not.toBe(first.json.prepay_id)
  })

  it.each([{ amount: { total: 1 } }, { description: '停车费' }, { attach: 'a' }])(
    'repeated with %j is refused as used',
    async (change) => {
      const out_trade_no = newNumber()
      await withOrder({ out_trade_no })
      const again = await withOrder({ out_trade_no, ...change })
      expect([again.status, again.json.code, again.number]).toEqual([403, 'OUT_TRADE_NO_USED', '268498688'])
    },
  )

  it('whose time is less than a minute ahead is given the minute', async () => {
    const { clock } = scene.emulator
    const order = scene.order({ expiresAt: new Date(clock.now().getTime() + 1_000) })
    await scene.pay.prepay(order)
    await clock.advance(59_000)
    expect((await scene.pay.query(order.outTradeNo)).kind).toBe('not-paid')
    await clock.advance(1_000)
    expect((await scene.pay.query(order.outTradeNo)).kind).toBe('closed')
  })

  it('without a time closes after seven days', async () => {
    const outTradeNo = newNumber()
    await withOrder({ out_trade_no: outTradeNo })
    await scene.emulator.clock.advance(7 * 86_400_000 - 1)
    expect((await scene.pay.query(outTradeNo)).kind).toBe('not-paid')
    await scene.emulator.clock.advance(1)
    expect((await scene.pay.query(outTradeNo)).kind).toBe('closed')
  })

  it('cannot be queried or closed without the merchant’s number', async () => {
    const target = '/v3/pay/transactions/out-trade-no/FIDELITY-1'
    expect((await call({ method: 'GET', target })).json.code).toBe('PARAM_ERROR')
    expect((await call({ target: `${target}/close`, body: '{}' })).json.code).toBe('PARAM_ERROR')
    const other = await call({ method: 'GET', target: `${target}?mchid=1900000001` })
    expect(other.number).toBe('268447843')
  })
})

it('asks for Accept and User-Agent before anything else, where the certificates are', async () => {
  const headers = { 'user-agent': '' }
  const answer = await call({ method: 'GET', target: '/v3/certificates', authorization: 'none', headers })
  expect([answer.status, answer.json.code]).toEqual([400, 'INVALID_REQUEST'])
})
