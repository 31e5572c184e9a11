import { randomUUID, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { type EmulatorKeys, keysIn } from '../../src/local/emulator/keys.ts'
import { noticeBody, noticeHeaders, type SignedNotice } from '../../src/local/emulator/notice.ts'
import { type Order, transactionOf } from '../../src/local/emulator/order.ts'
import type { Clock } from '../../src/platform/clock.ts'

/** One moment for the whole bench: notices are signed beforehand, and a signature is only good for five minutes. */
export const benchTime = new Date('2026-11-23T10:00:00+08:00')
export const benchClock: Clock = { now: () => benchTime }

/** A clock that stands at that moment now and runs on, for what takes its time from the clock. */
export function clockFromBenchTime(): Clock {
  const start = performance.now()
  return { now: () => new Date(benchTime.getTime() + performance.now() - start) }
}

/** WeChat's keys and the merchant's, made for one run. */
export type Merchant = EmulatorKeys

export const newMerchant = (): Promise<Merchant> => keysIn(undefined, benchTime)

/** An order of ours that waits to be paid. */
export interface WaitingOrder {
  readonly outTradeNo: string
  readonly amountFen: number
  readonly openid: string
}

const signAsync = promisify(sign)
const atOnce = 64

/** The notices that WeChat would send for orders paid at a moment, signed then with its public-key pair; header names as node:http writes them. */
export async function signedNotices(
  merchant: Merchant,
  orders: readonly WaitingOrder[],
  at = benchTime,
): Promise<SignedNotice[]> {
  const notices: SignedNotice[] = []
  for (let first = 0; first < orders.length; first += atOnce) {
    const some = orders.slice(first, first + atOnce)
    notices.push(
      ...(await Promise.all(some.map((order, i) => signedNotice(merchant, order, first + i, at.getTime())))),
    )
  }
  return notices
}

async function signedNotice(
  merchant: Merchant,
  order: WaitingOrder,
  number: number,
  atMs: number,
): Promise<SignedNotice> {
  const { publicKey, apiV3Key } = merchant
  const transaction = transactionOf(paid(merchant, order, number, atMs), atMs)
  const body = noticeBody(apiV3Key, { eventId: randomUUID(), createdAtMs: atMs, transaction })
  const timestamp = String(Math.floor(atMs / 1_000))
  const nonce = randomUUID().replaceAll('-', '')
  const signature = await signAsync(
    'RSA-SHA256',
    Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]),
    publicKey.privateKeyPem,
  )
  const headers = noticeHeaders({
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature.toString('base64'),
    'wechatpay-serial': publicKey.id,
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  })
  return { body, headers }
}

/** 微信支付订单号 of the n-th payment. */
export const transactionIdOf = (number: number): string => `4200${String(number).padStart(24, '0')}`

const paid = ({ appid, mchid }: Merchant, order: WaitingOrder, number: number, atMs: number): Order => ({
  ...order,
  appid,
  mchid,
  description: '阳光花园 3栋 1单元 502 物业缴费',
  notifyUrl: '',
  orderedAs: '',
  expiresAtMs: atMs + 1_800_000,
  prepay: { id: '', atMs },
  paid: {
    transactionId: transactionIdOf(number),
    atMs,
    payerTotalFen: order.amountFen,
    bankType: 'OTHERS',
  },
})
