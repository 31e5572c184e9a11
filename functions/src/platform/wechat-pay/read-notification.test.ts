import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type NoticeFault, noticeBody } from '../../local/emulator/index.ts'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import type { Received } from '../../local/emulator/testing/notice-receiver.ts'
import { signedBody } from '../../local/emulator/testing/signed-body.ts'
import type { Notification } from './read-notification.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene({}, () => 500)
})
afterEach(() => scene.emulator.control.reset())
afterAll(() => scene.close())

/** The first notice of a new payment, as it reached the merchant. */
async function noticeWith(fault?: NoticeFault): Promise<{ notice: Received; outTradeNo: string }> {
  if (fault) scene.emulator.control.notifyFault(fault)
  scene.receiver.received.length = 0
  const { outTradeNo } = await scene.paidOrder()
  await scene.emulator.clock.advance(0)
  const [notice] = scene.receiver.received
  if (!notice) throw new Error('no notice arrived')
  return { notice, outTradeNo }
}
const read = ({ headers, body }: Received): Notification => scene.pay.readNotification(headers, body)

it('tells who paid which order, how much, when', async () => {
  const { notice, outTradeNo } = await noticeWith()
  expect(read(notice)).toEqual({
    kind: 'paid',
    eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    order: {
      mchid: scene.emulator.merchant.mchid,
      appid: scene.emulator.merchant.appid,
      outTradeNo,
      transactionId: expect.stringMatching(/^4200\d{24}$/),
      amountFen: 415_800,
      payerTotalFen: 415_800,
      currency: 'CNY',
      openid: scene.openid,
      paidAt: new Date(Math.floor(scene.emulator.clock.now().getTime() / 1000) * 1000),
      bankType: 'OTHERS',
    },
  })
})

it('reads headers in any case, and as lists of one, as gateways hand them over', async () => {
  const { notice } = await noticeWith()
  const upper = Object.entries(notice.headers).map(([name, value]) => [name.toUpperCase(), value])
  const lists = Object.entries(notice.headers).map(([name, value]) => [name, [value]])
  expect(scene.pay.readNotification(Object.fromEntries(upper), notice.body).kind).toBe('paid')
  expect(scene.pay.readNotification(Object.fromEntries(lists), notice.body).kind).toBe('paid')
})

it('reads a part of a larger buffer', async () => {
  const { notice } = await noticeWith()
  const around = Buffer.concat([Buffer.from('before'), notice.body, Buffer.from('after')])
  const part = new Uint8Array(around.buffer, around.byteOffset + 6, notice.body.length)
  expect(scene.pay.readNotification(notice.headers, part).kind).toBe('paid')
})

describe('refuses', () => {
  it.each([
    ['missingHeaders', 'unsigned'],
    ['stale', 'stale'],
    ['future', 'stale'],
    ['signtest', 'sign-test'],
    ['serial', 'unknown-serial'],
    ['forged', 'bad-signature'],
    ['tamper', 'bad-signature'],
    ['reencoded', 'bad-signature'],
    ['wrongKey', 'undecryptable'],
  ] as const)('a notice with the fault %s as %s', async (fault, kind) => {
    const { notice } = await noticeWith({ fault })
    expect(read(notice)).toEqual({ kind })
  })

  it.each(['constructor', '__proto__', 'toString'])('a notice signed under the serial %s', async (serial) => {
    const { notice } = await noticeWith({ fault: 'serial', serial })
    expect(read(notice)).toEqual({ kind: 'unknown-serial' })
  })

  it('the very bytes of an old notice once five minutes have passed', async () => {
    const { notice } = await noticeWith()
    expect(read(notice).kind).toBe('paid')
    await scene.emulator.clock.advance(301_000)
    expect(read(notice)).toEqual({ kind: 'stale' })
  })

  it('a notice cut short, and one too long to be one', async () => {
    const { notice } = await noticeWith()
    expect(read({ ...notice, body: notice.body.subarray(0, -1) })).toEqual({ kind: 'bad-signature' })
    expect(read({ ...notice, body: Buffer.alloc(300_000, 'a') })).toEqual({ kind: 'malformed' })
  })
})

it.each([
  ['otherAmount', { amountFen: 1 }],
  ['otherMchid', { mchid: '1900000001' }],
  ['otherAppid', { appid: 'wx0000000000000000' }],
  ['otherCurrency', { currency: 'USD' }],
] as const)(
  'hands on the fault %s as it stands: comparing is for who knows the order',
  async (fault, told) => {
    const { notice } = await noticeWith({ fault })
    expect(read(notice)).toMatchObject({ kind: 'paid', order: told })
  },
)

describe('a genuinely signed message that is no payment notice', () => {
  const readBody = (body: string): Notification => read(signedBody(scene.emulator, Buffer.from(body)))

  it('is named when it is another event', () => {
    const complaint = { id: 'EV-1', event_type: 'COMPLAINT.CREATE', resource: {} }
    expect(readBody(JSON.stringify(complaint))).toEqual({
      kind: 'other-event',
      eventId: 'EV-1',
      eventType: 'COMPLAINT.CREATE',
    })
  })

  const event = { id: 'EV-1', event_type: 'TRANSACTION.SUCCESS' }
  const resource = {
    original_type: 'transaction',
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: 'AAAA',
    nonce: '0123456789ab',
  }
  it.each([
    ['', 'malformed'],
    ['[]', 'malformed'],
    ['{"id":', 'malformed'],
    [JSON.stringify({ ...event, id: 7 }), 'malformed'],
    [JSON.stringify(event), 'malformed'],
    [JSON.stringify({ ...event, resource: { ...resource, algorithm: 'AES-256-ECB' } }), 'malformed'],
    [JSON.stringify({ ...event, resource: { ...resource, nonce: '0123456789abc' } }), 'malformed'],
    [JSON.stringify({ ...event, resource: { ...resource, associated_data: 7 } }), 'malformed'],
    [JSON.stringify({ ...event, resource: { ...resource, original_type: 'refund' } }), 'malformed'],
    [JSON.stringify({ ...event, event_type: 'REFUND.SUCCESS', resource }), 'malformed'],
    [JSON.stringify({ ...event, resource }), 'undecryptable'],
  ])('is refused: %s', (body, kind) => {
    expect(readBody(body)).toEqual({ kind })
  })

  it('is refused when the transaction inside was not paid, whatever the event is called', () => {
    const { apiV3Key, mchid, appid } = scene.emulator.merchant
    const paid = {
      mchid,
      appid,
      out_trade_no: 'P20261123-0001',
      transaction_id: '4200002026112300000000000001',
      success_time: '2026-11-23T12:00:00+08:00',
      payer: { openid: scene.openid },
      amount: { total: 1 },
    }
    const kindOf = (trade_state: string) => {
      const content = { eventId: 'EV-1', createdAtMs: 0, transaction: { ...paid, trade_state } }
      return readBody(noticeBody(apiV3Key, content).toString()).kind
    }
    expect(['SUCCESS', 'NOTPAY', 'CLOSED', 'REFUND', 'PAYERROR'].map(kindOf)).toEqual([
      'paid',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
    ])
  })

  it('never makes the reader throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        expect(readBody(body).kind).toBe('malformed')
      }),
    )
  })
})

describe('a function that only takes notices', () => {
  it('bundles no package at all', async () => {
    const entryPoints = [join(import.meta.dirname, 'read-notification.ts')]
    const { metafile } = await build({
      entryPoints,
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
    })
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.filter((file) => file.includes('node_modules'))).toEqual([])
    expect(inputs.length).toBeGreaterThan(5)
  })

  it('does not load the signing library, whose HTTP client is heavy, even through the whole port', () => {
    const loaded = (file: string): string => {
      const script = `
        await import(${JSON.stringify(join(import.meta.dirname, file))})
        const { createRequire } = await import('node:module')
        console.log(Object.keys(createRequire('/').cache).join())`
      return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    }
    expect(loaded('index.ts')).not.toMatch(/superagent/)
    expect(loaded('signing-client.ts')).toMatch(/superagent/)
  })
})
