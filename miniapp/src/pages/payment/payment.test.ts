import { join } from 'node:path'
import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { noticeAnswers, subscriptionsPath } from '../testing/notice-fixtures'
import {
  anAttempt,
  aPaidAttempt,
  aRefund,
  homePath,
  homeQuery,
  number,
  ownerServer,
  payParams,
  Refused,
} from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/payment/index?${homeQuery}&attempt=7`
const look = `GET ${homePath}/payments/7`
const close = `POST ${homePath}/payments/7/close`
const resume = `POST ${homePath}/payments/7/resume`

test('a payment tells when, by whom, for what, and what went to the advance', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer({ [look]: aPaidAttempt() }).server })

  for (const words of ['缴费成功', '¥2,452.28', '2026年11月23日 10:01', '4200002611202611230123456789']) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.lines).toEqual(expect.arrayContaining(['物业服务费', '2026年1月–9月', '¥1,952.28']))
  expect(weapp.has('存为预存')).toBe(true)
  expect(weapp.has('¥500.00')).toBe(true)
})

test('what went back of a payment stands with it, with where the money is', async () => {
  const refunds = [
    aRefund({ id: number(3), state: 'sent', amountFen: fen(4_000), receivedBy: null, paidAt: null }),
    aRefund(),
    aRefund({ id: number(1), attemptId: number<PaymentAttemptId>(6), amountFen: fen(99_900) }),
  ]
  const { server } = ownerServer({ [look]: aPaidAttempt(), [`GET ${homePath}/refunds`]: refunds })
  const weapp = await launchWeapp({ dist, open, server })

  for (const words of [
    '已退款',
    '¥500.00',
    '退到付款人的微信零钱',
    '原因：多缴了',
    '微信正在退款',
    '¥40.00',
    '重新变成待缴',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('¥999.00')).toBe(false)
})

test('refunds that cannot be read leave the payment in sight, and can be asked for again', async () => {
  let broken = true
  const { server } = ownerServer({
    [look]: aPaidAttempt(),
    [`GET ${homePath}/refunds`]: () =>
      broken ? new Refused(503, 'database-unavailable', '系统正在维护。') : [aRefund()],
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('缴费成功')).toBe(true)
  expect(weapp.has('暂时读不到退款：系统正在维护。')).toBe(true)

  broken = false
  await weapp.tap('再试一次')
  expect(weapp.has('退到付款人的微信零钱')).toBe(true)
})

test('whoever waits half a minute is told what to do, and that nobody need pay twice', async () => {
  const { server, askedFor } = ownerServer()
  const weapp = await launchWeapp({ dist, server, open: `${open}&paying=closed` })
  await weapp.pass(29_000)
  expect(weapp.has('结果来得有点慢')).toBe(false)
  expect(askedFor(look).length).toBeGreaterThanOrEqual(15)

  await weapp.pass(1_500)
  expect(weapp.has('结果来得有点慢')).toBe(true)
  expect(weapp.has('不用再付')).toBe(true)
  expect(weapp.has('打电话问物业')).toBe(true)
})

test('the server is not asked for ever', async () => {
  const { server, askedFor } = ownerServer()
  const weapp = await launchWeapp({ dist, server, open: `${open}&paying=closed` })
  await weapp.pass(3_600_000)

  expect(askedFor(look).length).toBeLessThanOrEqual(130)
})

test('a final word is not asked for again', async () => {
  const { server, askedFor } = ownerServer({ [look]: aPaidAttempt() })
  const weapp = await launchWeapp({ dist, server, open: `${open}&paying=closed` })
  await weapp.pass(60_000)

  expect(askedFor(look)).toHaveLength(1)
})

test('a payment that was not made can be gone on with', async () => {
  let paid = false
  const { server } = ownerServer({
    [look]: () => (paid ? aPaidAttempt() : anAttempt()),
    [resume]: { attempt: anAttempt(), payParams, appId: 'wx' },
  })
  const weapp = await launchWeapp({
    dist,
    server,
    open: `${open}&paying=cancelled`,
    pay: () => {
      paid = true
      return 'ok'
    },
  })
  await weapp.tap('继续支付')

  expect(weapp.has('缴费成功')).toBe(true)
})

test('a payment that was not made can be given up, and nothing was deducted', async () => {
  let closed = false
  const { server } = ownerServer({
    [look]: () => anAttempt({ state: closed ? 'closed' : 'prepaid' }),
    [close]: () => {
      closed = true
      return anAttempt({ state: 'closed' })
    },
  })
  const weapp = await launchWeapp({ dist, server, open: `${open}&paying=failed` })
  expect(weapp.has('没有付成功，没有扣款')).toBe(true)

  await weapp.tap('取消缴费')
  expect(weapp.has('这笔缴费已取消')).toBe(true)

  await weapp.tap('重新缴费')
  expect(weapp.path).toBe('pages/pay/index')
})

test('given up too late, it is shown as paid', async () => {
  let paid = false
  const { server } = ownerServer({
    [look]: () => (paid ? aPaidAttempt() : anAttempt()),
    [close]: () => {
      paid = true
      return aPaidAttempt()
    },
  })
  const weapp = await launchWeapp({ dist, server, open: `${open}&paying=cancelled` })
  await weapp.tap('取消缴费')

  expect(weapp.has('缴费成功')).toBe(true)
})

test('money that waits for the office is said to be there, and not to be paid again', async () => {
  const held = anAttempt({ state: 'closed', heldBecause: 'paid_after_close' })
  const weapp = await launchWeapp({ dist, open, server: ownerServer({ [look]: held }).server })

  expect(weapp.has('钱已收到，正在核对')).toBe(true)
  expect(weapp.has('缴费单取消后才付款')).toBe(true)
  expect(weapp.has('请不要再付一次')).toBe(true)
})

test('a network that fails while one waits does not end the waiting', async () => {
  let online = true
  let paid = false
  const { server } = ownerServer({
    [look]: () => {
      if (!online) throw new Error('no network')
      return paid ? aPaidAttempt() : anAttempt()
    },
  })
  const weapp = await launchWeapp({ dist, server, open: `${open}&paying=closed` })
  online = false
  await weapp.pass(4_000)
  expect(weapp.has('网络没有连上')).toBe(true)

  online = true
  paid = true
  await weapp.pass(2_000)
  expect(weapp.has('缴费成功')).toBe(true)
  expect(weapp.has('网络没有连上')).toBe(false)
})

test('a payment that is over cannot be gone on with, in the server’s words', async () => {
  const { server } = ownerServer({ [resume]: new Refused(409, 'payment-over', '这笔缴费单已经结束。') })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('继续支付')

  expect(weapp.has('这笔缴费单已经结束。')).toBe(true)
})

test('whoever has just paid may ask to be reminded of the next bill; whoever looks a payment up is not asked', async () => {
  const { server, askedFor } = ownerServer({ ...noticeAnswers, [look]: aPaidAttempt() })
  const paid = await launchWeapp({ dist, server, open: `${open}&paying=closed` })
  expect(paid.has('下次出账单，要提醒吗？')).toBe(true)
  await paid.tap('要，请提醒我')
  expect(askedFor(`POST ${subscriptionsPath}`)).toHaveLength(1)
  expect(paid.has('好的，记下了。')).toBe(true)

  const looked = await launchWeapp({ dist, server, open })
  expect(looked.has('缴费成功')).toBe(true)
  expect(looked.has('要提醒吗')).toBe(false)
})
