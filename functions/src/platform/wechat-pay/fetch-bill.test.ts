import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { businessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BillMutation, Fault } from '../../local/emulator/index.ts'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { signedBody } from '../../local/emulator/testing/signed-body.ts'
import { readFundFlow, readTradeBill } from '../../reconciliation/index.ts'
import { allOf } from '../../reconciliation/testing/written-bill.ts'
import { checkedBytes } from './checked-bytes.ts'
import { createWechatPay, type WechatPayConfig } from './index.ts'

let scene: Scene
const date = businessDate('2026-11-23')

/** Noon of the 23rd, two payments and a refund; then a quarter past ten the next morning. */
beforeAll(async () => {
  scene = await openScene()
  await scene.paidOrder({ description: '物业费, 2026年11月,`“一期”' })
  const { outTradeNo } = await scene.paidOrder({ amountFen: fen(100_050) })
  scene.emulator.control.refundInConsole(outTradeNo, 50)
  await scene.emulator.clock.set(new Date('2026-11-24T10:15:00+08:00'))
})
afterEach(() => scene.emulator.control.reset())
afterAll(() => scene.close())

const mutate = (mutation: Omit<BillMutation, 'date'>) =>
  scene.emulator.control.mutateBill({ date, ...mutation })
const with_ = (change: Partial<WechatPayConfig>) => createWechatPay({ ...scene.config, ...change })

async function bytesOf(kind: 'trade' | 'fund-flow', pay = scene.pay): Promise<AsyncIterable<Uint8Array>> {
  const answer = await pay.fetchBill({ date, kind })
  if (answer.kind !== 'ready') throw new Error(answer.kind)
  return answer.bytes
}
const trades = async () => allOf(readTradeBill(await bytesOf('trade')))

it('brings the trades of a day, as they can be read', async () => {
  const [first, second, refund] = await trades()
  expect(first).toMatchObject({
    kind: 'paid',
    outTradeNo: 'P20261123-0001',
    transactionId: expect.stringMatching(/^4200\d{24}$/),
    mchid: scene.emulator.merchant.mchid,
    appid: scene.emulator.merchant.appid,
    openid: scene.openid,
    currency: 'CNY',
    amountFen: 415_800,
    feeMilliFen: 2_495_000,
    paidAt: new Date('2026-11-23T12:00:00+08:00'),
  })
  expect(second).toMatchObject({ kind: 'paid', amountFen: 100_050, feeMilliFen: 600_000 })
  expect(refund).toMatchObject({
    kind: 'refund',
    transactionId: second?.transactionId,
    refundId: expect.stringMatching(/^5030\d{24}$/),
    amountFen: 50,
    feeMilliFen: 0,
    status: 'success',
  })
})

it('brings the fund flow, whose balance adds up', async () => {
  const rows = await allOf(readFundFlow(await bytesOf('fund-flow')))
  expect(rows.map(({ purpose, direction, amountFen }) => [purpose, direction, amountFen])).toEqual([
    ['payment', 'in', 415_800],
    ['fee', 'out', 2_495],
    ['payment', 'in', 100_050],
    ['fee', 'out', 600],
    ['refund', 'out', 50],
  ])
  let balance = 0
  for (const { direction, amountFen, balanceFen } of rows) {
    balance += direction === 'in' ? amountFen : 0 - amountFen
    expect(balanceFen).toBe(balance)
  }
})

it.each(['bom', 'lf', 'new_column'] as const)('reads the same from a file with %s', async (kind) => {
  const before = await trades()
  mutate({ mutate: kind })
  expect(await trades()).toEqual(before)
})

describe('says', () => {
  it('that there is none of a day on which nothing moved, or that is not over', async () => {
    for (const day of ['2026-11-22', '2026-11-24', '2026-11-25']) {
      expect(await scene.pay.fetchBill({ date: businessDate(day), kind: 'trade' })).toEqual({
        kind: 'no-statement',
      })
    }
  })

  it('that it is being made', async () => {
    mutate({ mutate: 'creating', times: 1, kind: 'trade' })
    expect(await scene.pay.fetchBill({ date, kind: 'trade' })).toEqual({ kind: 'being-made' })
    expect((await scene.pay.fetchBill({ date, kind: 'trade' })).kind).toBe('ready')
  })

  it('what else WeChat says', async () => {
    expect(await scene.pay.fetchBill({ date: businessDate('2026-08-01'), kind: 'trade' })).toMatchObject({
      kind: 'rejected',
      code: 'INVALID_REQUEST',
    })
  })

  it.each([
    ['GET /v3/bill/tradebill', 'hang', { why: 'timeout' }],
    ['GET /v3/bill/tradebill', 'tamper-response', { why: 'bad-signature' }],
    ['GET /v3/bill/tradebill', 'unsigned', { why: 'unsigned' }],
    ['GET /v3/bill/tradebill', '429', { kind: 'rate-limited' }],
    ['GET /v3/billdownload', 'hang', { why: 'timeout' }],
    ['GET /v3/billdownload', 'reset-before', { why: 'network' }],
    ['GET /v3/billdownload', '500', { why: 'server-error' }],
    ['GET /v3/billdownload', '429', { kind: 'rate-limited' }],
  ] as const)(
    'that the outcome is unknown when %s meets %s, and tries nothing again',
    async (match, action, outcome) => {
      scene.emulator.control.fault({ match, action: action satisfies Fault['action'] })
      const pay = with_({ timeoutMs: 300 })
      expect(await pay.fetchBill({ date, kind: 'trade' })).toMatchObject(outcome)
      expect((await pay.fetchBill({ date, kind: 'trade' })).kind).toBe('ready')
    },
  )
})

describe('a file that is not whole', () => {
  it('with another hash ends in an error after its last byte, so that no row of it counts', async () => {
    mutate({ mutate: 'wrong_hash' })
    const seen: string[] = []
    const reading = (async () => {
      for await (const row of readTradeBill(await bytesOf('trade'))) seen.push(row.kind)
    })()
    await expect(reading).rejects.toMatchObject({ name: 'BillInterrupted', why: 'wrong-hash' })
    expect(seen).toEqual(['paid', 'paid', 'refund'])
  })

  it('by its own summary is refused by whoever reads it', async () => {
    mutate({ mutate: 'truncated', kind: 'trade' })
    await expect(trades()).rejects.toMatchObject({ code: 'bill-cut-off' })
    scene.emulator.control.reset()
    mutate({ mutate: 'summary' })
    await expect(trades()).rejects.toMatchObject({ code: 'bill-sums-differ' })
  })

  it('is told from one that is wrong about a fact: that one reads well', async () => {
    const before = await trades()
    const changed: [BillMutation['mutate'], number, object][] = [
      ['missing_row', 2, { outTradeNo: 'P20261123-0002' }],
      ['extra_row', 4, { transactionId: expect.stringMatching(/^4299/) }],
      ['amount', 3, { amountFen: 415_801 }],
      ['fee', 3, { feeMilliFen: 2_496_000 }],
    ]
    for (const [kind, rows, first] of changed) {
      mutate({ mutate: kind })
      const after = await trades()
      expect(after).toHaveLength(rows)
      expect(after[0]).toMatchObject(first)
      scene.emulator.control.reset()
    }
    expect(await trades()).toEqual(before)
  })
})

it('takes the file where it lies unpacked, too', async () => {
  const text = Buffer.from('交易时间,微信订单号')
  expect(Buffer.concat(await allOf(checkedBytes(one(text), sha1(text)))).equals(text)).toBe(true)
  expect(Buffer.concat(await allOf(checkedBytes(one(gzipSync(text)), sha1(text)))).equals(text)).toBe(true)
  expect(await allOf(checkedBytes(one(), sha1(Buffer.alloc(0))))).toHaveLength(1)
})

it('unpacks no further than it takes, and takes no broken gzip', async () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000))
  const hash = sha1(Buffer.alloc(5_000_000))
  await expect(allOf(checkedBytes(one(bomb), hash, 1_000_000))).rejects.toMatchObject({ why: 'too-large' })
  await expect(allOf(checkedBytes(one(bomb.subarray(0, 100)), hash))).rejects.toMatchObject({
    why: 'unreadable-answer',
  })
})

async function* one(...pieces: Buffer[]): AsyncGenerator<Uint8Array, void> {
  yield* pieces
}
const sha1 = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex')

it('lets nobody else have the Authorization: an address that is not WeChat’s is not called', async () => {
  const { download, close } = await announcing('https://bills.example/v3/billdownload/file?token=1')
  expect(await download()).toMatchObject({ kind: 'unknown-outcome', why: 'unreadable-answer' })
  await close()
})

it('stops waiting for a file that stops coming, and lets go of one that nobody reads to its end', async () => {
  const { download, close, gone } = await announcing(
    'https://api.mch.weixin.qq.com/v3/billdownload/file?token=1',
  )
  const stuck = await download()
  if (stuck.kind !== 'ready') throw new Error(stuck.kind)
  await expect(allOf(stuck.bytes)).rejects.toMatchObject({ why: 'timeout' })
  const left = await download()
  if (left.kind !== 'ready') throw new Error(left.kind)
  for await (const _ of left.bytes) break
  await gone(2)
  await close()
})

/** A WeChat that announces a file at an address, and of the file sends the beginning only. */
async function announcing(downloadUrl: string) {
  let closed = 0
  const server = createServer((request, response) => {
    response.on('close', () => {
      closed += 1
    })
    if (request.url?.startsWith('/v3/billdownload')) {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('交易时间')
      return
    }
    const announced = { hash_type: 'SHA1', hash_value: '0'.repeat(40), download_url: downloadUrl }
    const { headers, body } = signedBody(scene.emulator, Buffer.from(JSON.stringify(announced)))
    response.writeHead(200, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const pay = with_({ baseUrl: `http://127.0.0.1:${port}`, timeoutMs: 500 })
  return {
    download: () => pay.fetchBill({ date, kind: 'trade' }),
    /** Resolves when so many files, each after its announcement, were let go. */
    gone: async (files: number) => {
      while (closed < 2 * files) await new Promise((resolve) => setImmediate(resolve))
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
