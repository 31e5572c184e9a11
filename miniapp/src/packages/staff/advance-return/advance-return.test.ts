import { join } from 'node:path'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { type LaunchOptions, launchWeapp } from '../../../../harness/launch-weapp'
import { homeScript } from '../testing/home'
import { anAdvanceReturn, aStaffRefund, refundScript } from '../testing/refunds'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/advance-return/index?community=1&household=42'
const path = `${community}/households/42/advance-return`
const give = `POST ${path}`
const decline = `POST ${community}/advance-returns/3/decline`

const opened = async (script: Script = {}, phone: Partial<LaunchOptions> = {}) => {
  const { server, sent } = staffServer(['front_desk'], {
    ...homeScript,
    ...refundScript,
    [give]: () => ok({ state: 'checking', refundId: id(8) }),
    [decline]: () => ok({ state: 'declined' }),
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server, ...phone }), sent }
}

test('what the owner asks for is read, and goes back after a question, WeChat first', async () => {
  const questions: string[] = []
  const { weapp, sent } = await opened({}, { confirm: ({ title }) => questions.push(String(title)) > 0 })
  for (const words of [
    '搬走或卖房了',
    '12月5日搬走',
    '2026年11月30日',
    '微信支付，2026年10月5日 缴，收据 SJ-000012',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.has('¥300.00')).toBe(true)

  await weapp.type('退多少', '350')
  expect(weapp.has('¥50.00')).toBe(true)
  await weapp.tap('现金退款')
  await weapp.tap('提交复核')
  expect(questions).toEqual(['退还预存款 350.00 元？'])
  expect(sent(give)).toEqual([
    { amountFen: fen(35_000), otherRoute: 'cash', cause: 'moved_out', reason: '业主搬走，退还预存款' },
  ])
  expect(weapp.path).toBe('packages/staff/refund/index')
})

test('by WeChat alone nobody is asked for another way, and within the sum it goes at once', async () => {
  const { weapp } = await opened()
  await weapp.type('退多少', '50')
  expect(weapp.has('不能退回微信的部分')).toBe(false)
  expect(weapp.has('这一户现在一个人最多可以退 50.00 元')).toBe(true)
  expect(weapp.has('确认退款')).toBe(true)
})

test('nothing is sent without a reason, nor for more than there is', async () => {
  const { weapp, sent } = await opened({ [`GET ${path}`]: anAdvanceReturn({ request: null }) })
  await weapp.tap('提交复核')
  await weapp.tap('其他原因')
  await weapp.tap('提交复核')
  expect(sent(give)).toEqual([])
  await weapp.type('写明原因', '重复缴了')
  await weapp.type('退多少', '500.01')
  expect(weapp.has('请填写 0.01 到 500.00 之间的金额')).toBe(true)
  await weapp.tap('提交复核')
  expect(sent(give)).toEqual([])
  await weapp.type('退多少', '500')
  await weapp.tap('提交复核')
  expect(sent(give)).toMatchObject([{ amountFen: 50_000, cause: 'other', reason: '重复缴了' }])
})

test('what the home owes is said, and what the payments do not make up', async () => {
  const { weapp } = await opened({
    [`GET ${path}`]: anAdvanceReturn({ openFen: fen(12_345), freeFen: fen(60_000) }),
  })
  expect(weapp.has('这一户还有 123.45 元没有缴')).toBe(true)
  expect(weapp.has('一次最多能退 500.00 元')).toBe(true)
})

test('the owner is told why nothing goes back', async () => {
  let told = anAdvanceReturn()
  const { weapp, sent } = await opened({
    [`GET ${path}`]: () => ok(told),
    [decline]: () => {
      told = anAdvanceReturn({ request: null })
      return ok({ state: 'declined' })
    },
  })
  await weapp.tap('不退，答复业主')
  await weapp.tap('请先到前台核对身份和账户')
  await weapp.tap('答复业主')
  expect(sent(decline)).toEqual([{ reason: '请先到前台核对身份和账户' }])
  expect(weapp.has('业主申请退还')).toBe(false)
})

test('what waits for a second person is opened from here, and nothing else is begun', async () => {
  const { weapp } = await opened({
    [`GET ${path}`]: anAdvanceReturn({
      request: null,
      checking: { refundId: id(8), amountFen: fen(50_000) },
    }),
    [`GET ${community}/refunds/8`]: aStaffRefund({ together: { refunds: 2, amountFen: fen(50_000) } }),
  })
  expect(weapp.has('退多少')).toBe(false)
  await weapp.tap('看这笔退款')
  expect(weapp.path).toBe('packages/staff/refund/index')
})

test('what somebody else took meanwhile is said so, and read anew', async () => {
  let told = anAdvanceReturn()
  const { weapp } = await opened({
    [`GET ${path}`]: () => ok(told),
    [give]: () => {
      told = anAdvanceReturn({ freeFen: fen(0), sources: [], request: null })
      return refusal(409, 'advance-return-short', '一次最多能退 0.00 元。')
    },
  })
  await weapp.tap('提交复核')
  expect(weapp.has('一次最多能退 0.00 元')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('没有可以退还的预存款')).toBe(true)
})
