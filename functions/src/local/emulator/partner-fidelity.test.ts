import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callByHand } from './testing/call-by-hand.ts'
import { openScene, type Scene } from './testing/merchant.ts'
import { orderBody } from './testing/witness.ts'

let scene: Scene
let orders = 0
const orderPath = '/v3/pay/partner/transactions'
const refundPath = '/v3/refund/domestic/refunds'

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** The body of an order as the documentation writes it, with changes. */
function partnerBody(change: object = {}): Record<string, unknown> {
  orders += 1
  const { appid, mchid, payer, ...order } = orderBody(scene.emulator, `PARTNER-${orders}`, scene.openid)
  const { spAppid, subMchid } = scene.emulator.partner
  return {
    ...order,
    sp_appid: spAppid,
    sp_mchid: mchid,
    sub_appid: appid,
    sub_mchid: subMchid,
    payer: { sub_openid: payer.openid },
    ...change,
  }
}
const post = (target: string, body: object) =>
  callByHand(scene.emulator, { target, body: JSON.stringify(body) })
const get = (target: string) => callByHand(scene.emulator, { method: 'GET', target })

/** What each of the three mistakes about a sub-merchant is answered. */
const mistakes: [string, (sp: string) => string | undefined, string][] = [
  ['no sub-merchant', () => undefined, '268443704'],
  ['itself for one', (sp) => sp, '268443705'],
  ['one of another provider', () => '1900000001', '268443701'],
]

describe('a service provider that names', () => {
  it.each(mistakes)('%s can order, ask, close and refund nothing', async (_, nameOf, number) => {
    const { spMchid } = scene.emulator.partner
    const sub_mchid = nameOf(spMchid)
    const query = new URLSearchParams({ sp_mchid: spMchid, ...(sub_mchid && { sub_mchid }) }).toString()
    const closed = { sp_mchid: spMchid, sub_mchid }
    const answers = [
      await post(`${orderPath}/jsapi`, partnerBody({ sub_mchid })),
      await get(`${orderPath}/out-trade-no/PARTNER-1?${query}`),
      await get(`${orderPath}/id/4200?${query}`),
      await post(`${orderPath}/out-trade-no/PARTNER-1/close`, closed),
    ]
    expect(answers.map((each) => each.number)).toEqual(answers.map(() => number))
  })

  it.each(mistakes.slice(1))('%s can refund nothing', async (_, nameOf, number) => {
    const sub_mchid = nameOf(scene.emulator.partner.spMchid)
    const amount = { refund: 1, total: 1, currency: 'CNY' }
    const asked = { sub_mchid, transaction_id: '4200', out_refund_no: 'R-1', amount }
    expect((await post(refundPath, asked)).number).toBe(number)
    expect((await get(`${refundPath}/R-1?sub_mchid=${sub_mchid}`)).number).toBe(number)
  })
})

describe('an order for a sub-merchant', () => {
  it.each([
    ['another provider', { sp_mchid: '1900000001' }, 'PARAM_ERROR'],
    ['a direct merchant’s number', { mchid: '1900000001' }, 'PARAM_ERROR'],
    ['an AppID of nobody', { sp_appid: 'wx0000000000000000' }, 'APPID_MCHID_NOT_MATCH'],
    ['an AppID of nobody under it', { sub_appid: 'wx0000000000000000' }, 'APPID_MCHID_NOT_MATCH'],
    ['an openid of no mini-program', { sub_appid: undefined }, 'PARAM_ERROR'],
    ['an openid of the other mini-program', { payer: { sp_openid: 'oSomebody' } }, 'PARAM_ERROR'],
    ['no payer', { payer: {} }, 'PARAM_ERROR'],
  ])('with %s is refused', async (_, change, code) => {
    const { status, json } = await post(`${orderPath}/jsapi`, partnerBody(change))
    expect([status, json.code]).toEqual([400, code])
  })

  it('shares its numbers with all others of the provider', async () => {
    const direct = orderBody(scene.emulator, 'SHARED-1', scene.openid)
    expect((await post('/v3/pay/transactions/jsapi', direct)).status).toBe(200)
    const again = await post(`${orderPath}/jsapi`, partnerBody({ out_trade_no: 'SHARED-1' }))
    expect([again.status, again.json.code]).toEqual([403, 'OUT_TRADE_NO_USED'])
  })

  it('is no order of the provider’s own', async () => {
    const body = partnerBody()
    expect((await post(`${orderPath}/jsapi`, body)).status).toBe(200)
    const { mchid } = scene.emulator.merchant
    const asked = await get(`/v3/pay/transactions/out-trade-no/${String(body.out_trade_no)}?mchid=${mchid}`)
    expect([asked.status, asked.json.code]).toEqual([404, 'ORDER_NOT_EXIST'])
  })
})
