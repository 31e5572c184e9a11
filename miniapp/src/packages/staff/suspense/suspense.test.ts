import { join } from 'node:path'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { counterScript } from '../testing/counter'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'
import { aBillToPlace, aLatePayment, aPlacing, aTransfer, suspenseScript } from '../testing/suspense'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/suspense/index?community=1'
const list = `GET ${community}/suspense`
const place = `POST ${community}/suspense/2/place`
const giveBack = `POST ${community}/suspense/2/return`
const takeBack = `POST ${community}/suspense/2/take-back`

async function opened(script: Script = {}, role: StaffRole = 'finance') {
  const { server, sent } = staffServer([role], { ...counterScript, ...suspenseScript, ...script })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('money that waits says who paid, what they wrote, and whose it may be and why', async () => {
  const { weapp } = await opened()
  for (const words of [
    '银行到账，没有对应的收款',
    '李秀英',
    '5-2-301 物业费',
    'B2026112200017',
    '5栋 2单元 301 李**',
    '附言里有房号；付款人与业主同名；等于其中一笔账单',
    '是这一户的缴费单；等于这一户的全部欠费',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('finance confirms the home: the bill that the sum fits is ticked already', async () => {
  let isPlaced = false
  const { weapp, sent } = await opened({
    [list]: () => ({ status: 200, body: isPlaced ? [] : [aTransfer()] }),
    [place]: () => {
      isPlaced = true
      return { status: 200, body: aPlacing() }
    },
  })
  await weapp.tap('5栋 2单元 301 李**')
  expect(weapp.has('只缴选中的账单')).toBe(true)
  await weapp.tap('确认入账')
  expect(sent(place)).toEqual([{ householdId: 8, chargeIds: [81] }])
  expect(weapp.has('没有待查款')).toBe(true)
})

test('it may pay what is due first instead, and what is over is said to be paid ahead', async () => {
  const { weapp, sent } = await opened({
    [list]: [aTransfer({ amountFen: fen(250_000) })],
    [`GET ${community}/suspense/homes/8`]: aBillToPlace(),
    [place]: { status: 200, body: aPlacing() },
  })
  await weapp.tap('5栋 2单元 301 李**')
  await weapp.tap('先缴最早到期的')
  expect(weapp.has('剩余 100.00 元')).toBe(true)
  await weapp.tap('确认入账')
  expect(sent(place)).toEqual([{ householdId: 8, chargeIds: [] }])
})

test('what a colleague has placed meanwhile can be looked at again', async () => {
  const { weapp } = await opened({
    [list]: [aTransfer()],
    [place]: () => refusal(409, 'suspense-resolved', '这笔待查款刚刚由孙会计处理过了。请刷新后看处理结果。'),
  })
  await weapp.tap('5栋 2单元 301 李**')
  await weapp.tap('确认入账')
  expect(weapp.has('刚刚由孙会计处理过了')).toBe(true)
})

test('what is nobody’s here is written down as gone back, from an account, with the bank’s number', async () => {
  const { weapp, sent } = await opened({
    [list]: [aTransfer()],
    [giveBack]: { status: 200, body: aPlacing({ outcome: 'returned', roomName: null }) },
  })
  await weapp.tap('不是住户的款，退回付款人')
  await weapp.tap('汇错单位，对方要求退回')
  await weapp.type('银行流水号', ' OUT7788 ')
  await weapp.tap('登记已退回')
  expect(sent(giveBack)).toMatchObject([
    { way: 'transfer', reference: 'OUT7788', reason: '汇错单位，对方要求退回' },
  ])
})

test('of WeChat it is over when the refund in the merchant platform has come in', async () => {
  const { weapp } = await opened({ [list]: [aLatePayment({ wentBackFen: fen(195_228) })] })
  await weapp.tap('不是住户的款，退回付款人')
  expect(weapp.has('系统已收到微信商户平台的退款 1,952.28 元')).toBe(true)
})

test('what was placed says by whom and with which receipt, and a colleague takes it back with a reason', async () => {
  const { weapp, sent } = await opened({ [takeBack]: { status: 200, body: aPlacing() } })
  await weapp.tap('已处理')
  for (const words of ['5栋 2单元 301', '已入账', '孙会计', '128']) expect(weapp.has(words), words).toBe(true)
  await weapp.tap('撤销入账')
  await weapp.tap('认错了住户')
  await weapp.tap('撤销')
  expect(sent(takeBack)).toEqual([{ reason: '认错了住户' }])
})

test('a manager looks on', async () => {
  const { weapp } = await opened({}, 'manager')
  expect(weapp.has('待查款由财务确认入账或退回。')).toBe(true)
  expect(weapp.has('查找其他住户')).toBe(false)
})

test('nothing that waits is said, and what cannot be read can be tried again', async () => {
  const none = await opened({ [list]: [] })
  expect(none.weapp.has('没有待查款')).toBe(true)
  const failing = await opened({ [list]: () => refusal(503, 'database-unavailable', '系统正在维护。') })
  expect(failing.weapp.has('系统正在维护。')).toBe(true)
  expect(failing.weapp.has('再试一次')).toBe(true)
})
