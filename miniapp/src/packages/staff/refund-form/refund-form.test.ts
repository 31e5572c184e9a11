import { join } from 'node:path'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { homeScript } from '../testing/home'
import { aRefundable, aStaffRefund, refundScript } from '../testing/refunds'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/refund-form/index?community=1&household=42'
const ask = `POST ${community}/payments/5/refunds`
const bill = '物业服务费 2026年1月–9月'

const opened = async (script: Script = {}) => {
  const { server, sent } = staffServer(['front_desk'], {
    ...homeScript,
    ...refundScript,
    [ask]: () => ok(aStaffRefund({ askedByMe: true })),
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('from the household’s page a part of a bill goes back to WeChat, summed up before it is sent', async () => {
  const { server, sent } = staffServer(['front_desk'], {
    ...homeScript,
    ...refundScript,
    [ask]: aStaffRefund({ askedByMe: true }),
  })
  const household = '/packages/staff/household/index?community=1&household=42'
  const weapp = await launchWeapp({ dist, open: household, server })
  await weapp.tap('办理退款')
  expect(weapp.path).toBe('packages/staff/refund-form/index')
  for (const words of ['微信支付 2,452.28 元', '收据 SJ-000012', '另有 1 笔已经退完'])
    expect(weapp.has(words), words).toBe(true)

  await weapp.tap('微信支付 2,452.28 元')
  await weapp.tap(bill)
  await weapp.type('退多少：物业服务费', '60')
  await weapp.tap('多缴了')
  await weapp.tap('核对并提交')
  for (const words of ['60.00 元', '原路退回微信', '要另一位财务或项目经理复核'])
    expect(weapp.has(words), words).toBe(true)
  await weapp.tap('提交复核')
  expect(sent(ask)).toEqual([
    {
      route: 'wechat',
      parts: [{ chargeId: 1, amountFen: fen(6_000) }],
      fromAdvanceFen: fen(0),
      reason: '多缴了',
    },
  ])
  expect(weapp.path).toBe('packages/staff/refund/index')
})

test('up to the limit one person is told that it goes at once', async () => {
  const { weapp } = await opened()
  await weapp.tap('微信支付 2,452.28 元')
  await weapp.tap('从预存里退')
  await weapp.type('退多少：从预存里退', '50.00')
  await weapp.tap('多缴了')
  await weapp.tap('核对并提交')

  expect(weapp.has('一个人最多可以退 50.00 元，这笔没有超过')).toBe(true)
  expect(weapp.has('确认退款')).toBe(true)
})

test('more than there is cannot be sent', async () => {
  const { weapp } = await opened()
  await weapp.tap('微信支付 2,452.28 元')
  await weapp.tap(bill)
  await weapp.type('退多少：物业服务费', '1952.29')
  await weapp.tap('多缴了')
  await weapp.tap('核对并提交')

  expect(weapp.has('超过了可退的金额')).toBe(true)
  expect(weapp.has('提交复核')).toBe(false)
})

test('what did not come by WeChat, or came more than a year ago, is paid out or goes to the advance, and nothing of the advance goes there', async () => {
  const { weapp } = await opened()
  await weapp.tap('现金 2,452.28 元')
  expect(weapp.has('这一笔不是用微信缴的')).toBe(true)
  expect(weapp.has('原路退回微信')).toBe(false)
  expect(weapp.has('在前台付给业主')).toBe(true)
  expect(weapp.has('从预存里退')).toBe(true)
  await weapp.tap('转入预存')
  expect(weapp.has('从预存里退')).toBe(false)

  const old = await opened({
    [`GET ${community}/households/42/refundable`]: [aRefundable({ paidAt: '2020-01-01T00:00:00Z' })],
  })
  expect(old.weapp.has('缴了超过一年')).toBe(true)
})

test('what somebody else gave back meanwhile is said so, and read anew', async () => {
  let rest = fen(245_228)
  const { weapp } = await opened({
    [`GET ${community}/households/42/refundable`]: () =>
      ok([aRefundable({ paymentId: id(5), restFen: rest })]),
    [ask]: () => {
      rest = fen(0)
      return refusal(409, 'refund-over-rest', '这笔缴费最多还能退 0.00 元。')
    },
  })
  await weapp.tap(bill)
  await weapp.tap('多缴了')
  await weapp.tap('核对并提交')
  await weapp.tap('提交复核')
  expect(weapp.has('最多还能退 0.00 元')).toBe(true)

  await weapp.tap('刷新')
  expect(weapp.has('没有可以退的缴费')).toBe(true)
})
