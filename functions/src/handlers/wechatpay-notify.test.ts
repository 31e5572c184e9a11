import { fen } from '@anjiao/shared/money'
import { beforeAll, expect, it } from 'vitest'
import { type WechatWorld, wechatWorld } from '../local/testing/wechat-world.ts'

let w: WechatWorld

beforeAll(async () => {
  w = await wechatWorld()
})

it('acknowledges a refund notice that belongs to no community: to repeat it would not help', async () => {
  const { account, advance, callback, emulator, world } = w
  const pay = world.wechatPay(account.mchid)
  const { openid } = emulator.control.addPerson({ name: '张三', phone: '13800000001' })
  const amountFen = fen(100)
  const expiresAt = new Date(world.clock.now().getTime() + 600_000)
  const prepaid = await pay.prepay({
    outTradeNo: 'ELSEWHERE-1',
    description: '别处的订单',
    amountFen,
    openid,
    expiresAt,
  })
  const prepay_id = prepaid.kind === 'ok' ? prepaid.prepayId : ''
  emulator.control.pay({ prepay_id, openid, outcome: 'ok' })
  const paid = await pay.query('ELSEWHERE-1')
  const transactionId = paid.kind === 'success' ? paid.transactionId : ''
  await advance(1)
  callback.answers.length = 0

  expect((await pay.refund({ outRefundNo: 'R-1', transactionId, totalFen: amountFen, amountFen })).kind).toBe(
    'ok',
  )
  await advance(5)
  expect(callback.answers).toEqual([204])
  await advance(15)
  expect(callback.answers).toEqual([204])
})
