import { fen } from '@anjiao/shared/money'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './testing/merchant.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

async function ctl(path: string, input?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${scene.emulator.url}/__ctl/${path}`, {
    headers: { 'content-type': 'application/json', ...headers },
    ...(input !== undefined && { method: 'POST', body: JSON.stringify(input) }),
  })
  return { status: response.status, headers: response.headers, json: JSON.parse(await response.text()) }
}

it('drives a whole payment over HTTP: order, pay, clock, notice', async () => {
  const order = scene.order()
  const prepaid = await scene.pay.prepay(order)
  if (prepaid.kind !== 'ok') throw new Error(prepaid.kind)
  const paid = await ctl('pay', {
    prepay_id: prepaid.prepayId,
    openid: scene.openid,
    outcome: 'ok',
    payParams: prepaid.payParams,
  })
  expect(paid.json).toEqual({ result: 'ok', errMsg: 'requestPayment:ok' })
  const nowMs = scene.emulator.clock.now().getTime()
  expect((await ctl('clock', { advanceMs: 1_000 })).json).toEqual({ nowMs: nowMs + 1_000 })
  expect((await ctl('clock')).json).toEqual({ nowMs: nowMs + 1_000, frozen: true })
  expect((await ctl('orders')).json).toMatchObject([{ outTradeNo: order.outTradeNo, tradeState: 'SUCCESS' }])
  expect((await ctl('notices')).json).toMatchObject([{ sends: [{ as: 'genuine', status: 204 }] }])
  expect((await ctl('notify/resend', { outTradeNo: order.outTradeNo })).json).toEqual({ status: 204 })
  await ctl('console-refund', { outTradeNo: order.outTradeNo, amountFen: 15_800 })
  const queried = await scene.pay.query(order.outTradeNo)
  expect(queried.kind).toBe('refunded')

  expect((await ctl('refunds/take', { ms: 86_400_000 })).json).toEqual({ done: true })
  await ctl('clock', { advanceMs: 60_000 })
  const transactionId = queried.kind === 'refunded' ? queried.transactionId : ''
  const refund = { outRefundNo: 'R-1', transactionId, totalFen: order.amountFen, amountFen: fen(400_000) }
  expect((await scene.pay.refund(refund)).kind).toBe('ok')
  expect((await ctl('refund', { outRefundNo: 'R-1', to: 'abnormal' })).json).toMatchObject({
    state: 'ABNORMAL',
  })
  await ctl('clock', { advanceMs: 0 })
  expect((await ctl('notify/resend', { outRefundNo: 'R-1' })).json).toEqual({ status: 204 })
  expect((await ctl('refunds')).json).toMatchObject([
    { amountFen: 15_800, state: 'SUCCESS' },
    { outRefundNo: 'R-1', amountFen: 400_000, state: 'ABNORMAL' },
  ])
})

it('spoils calls and notices on demand, and takes it back', async () => {
  expect((await ctl('fault', { match: 'GET /v3', action: '500' })).json).toEqual({ done: true })
  expect((await scene.pay.query('P20261123-0001')).kind).toBe('unknown-outcome')
  await ctl('fault', { match: '', action: '500', times: 99 })
  await ctl('notify', { fault: 'drop', times: 99 })
  await ctl('notify/probes', { every: 1 })
  await ctl('reset', {})
  const seen = scene.receiver.received.length
  await scene.paidOrder()
  await ctl('clock', { advanceMs: 0 })
  expect(scene.receiver.received).toHaveLength(seen + 1)
})

it('spoils one call of so many', async () => {
  await ctl('fault', { match: 'GET /v3', action: '500', every: 3, times: 2 })
  const answers: string[] = []
  for (let call = 0; call < 7; call++) answers.push((await scene.pay.query('P20261123-0001')).kind)
  const isLost = answers.map((kind) => kind === 'unknown-outcome')
  expect(isLost).toEqual([false, false, true, false, false, true, false])
})

it('knows people, and taps for them', async () => {
  const added = await ctl('people', { name: '王五', phone: '13800000005', note: '欠费较多' })
  expect((await ctl('people')).json).toContainEqual(added.json)
  const tapped = await ctl('phone/tap', { kind: 'login', phone: '13800000005' })
  expect(tapped.json).toEqual({ openid: added.json.openid, code: expect.stringMatching(/^.{32}$/) })
})

it('announces an order of another system', async () => {
  const { json } = await ctl('notify/unknown-order', { amountFen: 9 })
  expect((await scene.pay.query(json.outTradeNo)).kind).toBe('success')
})

it('drives messages and texts over HTTP: dialog, send, receipts, SMS, words', async () => {
  const { bill } = scene.emulator.templateIds
  expect((await ctl('phone/subscribe', { openid: 'oWang', tmplIds: [bill] })).json).toEqual({
    errMsg: 'requestSubscribeMessage:ok',
    [bill]: 'accept',
  })
  expect((await ctl('quota', { openid: 'oWang', templateId: bill })).json).toEqual({ left: 1 })
  await ctl('phone/subscription-settings', { openid: 'oWang', templateId: bill, receive: false })
  expect((await ctl('quota', { openid: 'oWang', templateId: bill })).json).toEqual({ left: 0 })
  expect((await ctl('templates')).json).toHaveLength(6)
  await ctl('templates', (await ctl('templates')).json.slice(1))
  expect((await ctl('templates')).json).toHaveLength(5)
  expect((await ctl('messages', {})).json).toEqual([])
  expect((await ctl('messages/daily-limit', { calls: 5 })).json).toEqual({ done: true })
  expect((await ctl('push', { url: null })).json).toEqual({ done: true })
  expect((await ctl('push/try', {})).json).toEqual({ taken: false })
  expect((await ctl('pushes')).json).toEqual([])
  expect((await ctl('sms/phone', { phone: '13800000001', state: 'off' })).json).toEqual({ done: true })
  expect((await ctl('sms', {})).json).toEqual([])
  expect((await ctl('text-words', { risky: ['某某组织'], review: [] })).json).toEqual({ done: true })
})

it('tells whether trade is managed, and lists what was shipped', async () => {
  expect((await ctl('shipping/managed', { managed: false })).json).toEqual({ done: true })
  expect((await ctl('shipments')).json).toEqual([])
})

describe('says what is wrong with', () => {
  it.each([
    ['clock', { advanceMs: -1 }],
    ['clock', { set: 'the day after tomorrow' }],
    ['pay', { prepay_id: 'x' }],
    ['phone/tap', { kind: 'call' }],
    ['people', { name: '王五', phone: '12' }],
    ['fault', { match: '', action: 'explode' }],
    ['notify', { fault: 'vanish' }],
    ['console-refund', { outTradeNo: 'P-UNKNOWN' }],
    ['bill', { date: '2026-11-23', mutate: 'vanish' }],
    ['bill', { date: 'yesterday', mutate: 'fee' }],
    ['console-refund', { outTradeNo: 'P20261123-0001', amountFen: 1 }],
    ['refund', { outRefundNo: 'R-1', to: 'success' }],
    ['refund', { outRefundNo: 'R-1', to: 'nowhere' }],
    ['phone/subscribe', { openid: 'oWang', tmplIds: 'T1' }],
    ['phone/subscribe', { openid: 'oWang', tmplIds: [], choice: 'perhaps' }],
    ['shipping/managed', { managed: 'perhaps' }],
    ['templates', [{ title: '没有编号' }]],
    ['messages/daily-limit', { calls: -1 }],
    ['push', { url: 7 }],
    ['push/fault', { fault: 'vanish' }],
    ['sms/phone', { phone: '12', state: 'off' }],
    ['sms/refuse', {}],
    ['text-words', { risky: [''] }],
  ])('%s %j', async (path, input) => {
    const { status, json } = await ctl(path, input)
    expect([status, typeof json.message]).toEqual([400, 'string'])
  })

  it('a path it does not have', async () => {
    expect((await ctl('explode', {})).status).toBe(404)
  })
})

describe('a browser', () => {
  it.each(['http://localhost:10086', 'http://127.0.0.1:3000', 'https://localhost'])(
    'may drive it from a page at %s',
    async (origin) => {
      expect((await ctl('clock', undefined, { origin })).headers.get('access-control-allow-origin')).toBe(
        origin,
      )
      const preflight = await fetch(`${scene.emulator.url}/__ctl/pay`, {
        method: 'OPTIONS',
        headers: { origin },
      })
      expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
        204,
        'GET, POST, OPTIONS',
      ])
    },
  )

  it.each(['https://evil.example', 'http://localhost.evil.example', 'null'])(
    'may not from a page at %s',
    async (origin) => {
      const { headers } = await ctl('clock', undefined, { origin })
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )
})
