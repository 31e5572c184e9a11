import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fen } from '@anjiao/shared/money'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../local/emulator/testing/merchant.ts'
import { createWechatPay, type RefundOrder, type WechatPay } from './index.ts'

/** What WeChat is on record to have answered, which no emulator of ours needs to find words for. */
let answer: { status: number; body: object }
const asked: string[] = []
const wechat = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    asked.push(Buffer.concat(chunks).toString())
    response.writeHead(answer.status).end(JSON.stringify(answer.body))
  })
})
let scene: Scene
let pay: WechatPay

beforeAll(async () => {
  scene = await openScene()
  await new Promise<void>((resolve) => wechat.listen(0, '127.0.0.1', resolve))
  const { port } = wechat.address() as AddressInfo
  pay = createWechatPay({ ...scene.config, baseUrl: `http://127.0.0.1:${port}` })
})
afterAll(async () => {
  wechat.close()
  await scene.close()
})

const order: RefundOrder = {
  outRefundNo: 'R20261123-0001',
  transactionId: '4200002026112300000000000001',
  totalFen: fen(415_800),
  amountFen: fen(15_800),
  reason: '重复缴费',
}

describe('a refund that WeChat refuses', () => {
  it.each([
    [403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起', 'not-enough-balance'],
    [403, 'USER_ACCOUNT_ABNORMAL', '退款请求失败', 'payer-gone'],
    [400, 'INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试', 'other-values'],
    [400, 'REFUND_FEE_MISMATCH', '请核实后再试', 'other-values'],
    [400, 'INVALID_REQUEST', '订单已全额退款', 'more-than-is-left'],
    [400, 'INVALID_REQUEST', 'refund_fee大于可退金额', 'more-than-is-left'],
    [403, 'TRADE_OVERDUE', '订单已经超过退款期限', 'too-old'],
    [404, 'RESOURCE_NOT_EXISTS', '订单不存在', 'unknown-order'],
    [400, 'INVALID_REQUEST', '退款次数超限', 'rejected'],
    [400, 'PARAM_ERROR', '金额不一致', 'rejected'],
    [403, 'NO_AUTH', '商户无权限', 'config'],
    [429, 'FREQUENCY_LIMITED', '频率限制', 'rate-limited'],
    [500, 'SYSTEM_ERROR', '系统超时', 'unknown-outcome'],
  ])('with %s %s (%s) is %s', async (status, code, message, kind) => {
    answer = { status, body: { code, message } }
    expect((await pay.refund(order)).kind).toBe(kind)
  })

  it('is asked for in the very same bytes each time, with a notify URL of its own', async () => {
    answer = { status: 500, body: {} }
    asked.length = 0
    await pay.refund(order)
    await pay.refund({ ...order })
    expect(asked[1]).toBe(asked[0])
    expect(JSON.parse(asked[0] ?? '')).toEqual({
      transaction_id: order.transactionId,
      out_refund_no: order.outRefundNo,
      notify_url: scene.config.refundNotifyUrl,
      amount: { refund: 15_800, total: 415_800, currency: 'CNY' },
      reason: '重复缴费',
    })
  })

  it.each([
    { outRefundNo: '' },
    { outRefundNo: 'R'.repeat(65) },
    { outRefundNo: 'R1|2' },
    { outRefundNo: 'R1@2' },
    { transactionId: '' },
    { amountFen: fen(0) },
    { amountFen: fen(415_801) },
    { reason: '' },
    { reason: '因'.repeat(81) },
  ])('is not even asked for when it breaks a limit of WeChat: %j', async (change) => {
    asked.length = 0
    await expect(pay.refund({ ...order, ...change })).rejects.toThrow(RangeError)
    expect(asked).toEqual([])
  })
})

it('is not known by a 404 about the refund, and not by one about nothing', async () => {
  answer = { status: 404, body: { code: 'RESOURCE_NOT_EXISTS', message: '退款单不存在' } }
  expect(await pay.queryRefund(order.outRefundNo)).toEqual({ kind: 'unknown-refund' })
  answer = { status: 404, body: {} }
  expect((await pay.queryRefund(order.outRefundNo)).kind).toBe('unknown-outcome')
  await expect(pay.queryRefund('R1/2')).rejects.toThrow(RangeError)
})
