import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callByHand } from './testing/call-by-hand.ts'
import { openScene, type Scene } from './testing/merchant.ts'

let scene: Scene
let refunds = 0
const target = '/v3/refund/domestic/refunds'

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** The body of a refund as the documentation writes it, of a payment just made. */
async function refundBody(): Promise<Record<string, unknown>> {
  const { outTradeNo } = await scene.paidOrder()
  const paid = await scene.pay.query(outTradeNo)
  refunds += 1
  return {
    transaction_id: paid.kind === 'success' ? paid.transactionId : '',
    out_refund_no: `R-${refunds}`,
    notify_url: 'https://anjiao.example/wechatpay/notify/refund',
    amount: { refund: 100, total: 415_800, currency: 'CNY' },
  }
}
const post = (body: object) => callByHand(scene.emulator, { target, body: JSON.stringify(body) })

describe('a refund', () => {
  it('is answered with all its amounts and no time of success, signed, and queried the same', async () => {
    const body = await refundBody()
    const { status, json, headers, number } = await post(body)
    expect([status, number]).toEqual([200, '0'])
    expect(headers.get('wechatpay-signature')).toBeTruthy()
    expect(json).toEqual({
      refund_id: expect.stringMatching(/^\d{28}$/),
      out_refund_no: body.out_refund_no,
      transaction_id: body.transaction_id,
      out_trade_no: expect.any(String),
      channel: 'ORIGINAL',
      user_received_account: '支付用户零钱',
      create_time: expect.stringMatching(/\+08:00$/),
      status: 'PROCESSING',
      funds_account: 'AVAILABLE',
      amount: {
        total: 415_800,
        refund: 100,
        from: [],
        payer_total: 415_800,
        payer_refund: 100,
        settlement_refund: 100,
        settlement_total: 415_800,
        discount_refund: 0,
        currency: 'CNY',
      },
    })
    const queried = await callByHand(scene.emulator, {
      method: 'GET',
      target: `${target}/${String(body.out_refund_no)}`,
    })
    expect(queried.json).toEqual(json)
  })

  it.each([
    ['an unknown field', { appid: 'wx0123456789abcdef' }, 'PARAM_ERROR'],
    ['no currency', { amount: { refund: 1, total: 415_800 } }, 'PARAM_ERROR'],
    ['an amount of 0', { amount: { refund: 0, total: 415_800, currency: 'CNY' } }, 'PARAM_ERROR'],
    ['half a fen', { amount: { refund: 0.5, total: 415_800, currency: 'CNY' } }, 'PARAM_ERROR'],
    ['no number', { out_refund_no: undefined }, 'PARAM_ERROR'],
    ['a number of 65 characters', { out_refund_no: 'R'.repeat(65) }, 'PARAM_ERROR'],
    ['a number with a blank', { out_refund_no: 'R 1' }, 'PARAM_ERROR'],
    ['a reason of 81 characters', { reason: '因'.repeat(81) }, 'PARAM_ERROR'],
    ['a notify URL with a query', { notify_url: 'https://a.example/n?x=1' }, 'PARAM_ERROR'],
    ['neither number of the order', { transaction_id: undefined }, 'PARAM_ERROR'],
    ['another total', { amount: { refund: 1, total: 415_799, currency: 'CNY' } }, 'INVALID_REQUEST'],
    [
      'more than was paid',
      { amount: { refund: 415_801, total: 415_800, currency: 'CNY' } },
      'INVALID_REQUEST',
    ],
  ])('with %s is refused', async (_, change, code) => {
    const { status, json } = await post({ ...(await refundBody()), ...change })
    expect([status, json.code]).toEqual([400, code])
  })

  it('of an order nobody paid, or nobody made, does not exist', async () => {
    const body = { ...(await refundBody()), transaction_id: undefined }
    const open = scene.order()
    await scene.pay.prepay(open)
    expect((await post({ ...body, out_trade_no: open.outTradeNo })).json.code).toBe('RESOURCE_NOT_EXISTS')
    expect((await post({ ...body, out_trade_no: 'NEVER-MADE' })).status).toBe(404)
    expect((await callByHand(scene.emulator, { method: 'GET', target: `${target}/NEVER` })).status).toBe(404)
  })

  it('of an order may follow the last one only a minute later, and no more than fifty times', async () => {
    const body: Record<string, unknown> = { ...(await refundBody()), notify_url: undefined }
    for (let part = 1; part <= 50; part += 1) {
      expect((await post({ ...body, out_refund_no: `${String(body.out_refund_no)}-${part}` })).status).toBe(
        200,
      )
      const soon = await post({ ...body, out_refund_no: `${String(body.out_refund_no)}-soon` })
      if (part === 1) expect([soon.status, soon.json.code]).toEqual([429, 'FREQUENCY_LIMITED'])
      await scene.emulator.clock.advance(60_000)
    }
    const tooMany = await post({ ...body, out_refund_no: `${String(body.out_refund_no)}-51` })
    expect([tooMany.status, tooMany.json.code]).toEqual([400, 'INVALID_REQUEST'])
  })

  it('without a notify URL is never announced', async () => {
    scene.receiver.received.length = 0
    const { status } = await post({ ...(await refundBody()), notify_url: undefined })
    await scene.emulator.clock.advance(60_000)
    const refundNotices = scene.receiver.received.filter(({ path }) => path.endsWith('/refund'))
    expect([status, refundNotices]).toEqual([200, []])
  })

  it('asks for Accept and User-Agent before anything else', async () => {
    const answer = await callByHand(scene.emulator, {
      target,
      authorization: 'none',
      headers: { 'user-agent': '' },
      body: '{}',
    })
    expect([answer.status, answer.json.code]).toEqual([400, 'INVALID_REQUEST'])
  })
})
