import { join } from 'node:path'
import type { PaymentId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { aRecord, aRefund, homePath, homeQuery, number, ownerServer } from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/payments/index?${homeQuery}`
const list = `GET ${homePath}/payments`

test('the history comes in parts, each beginning where the one before ended', async () => {
  const { server, askedFor } = ownerServer({
    [list]: ({ path }) =>
      path.includes('before=9-a8')
        ? { payments: [aRecord({ key: '7-a3' })], more: false }
        : { payments: [aRecord({ key: '9-a8' })], more: true },
  })
  const weapp = await launchWeapp({ dist, server, open })
  expect(weapp.has('物业服务费 2026年1月–9月')).toBe(true)

  await weapp.tap('再看更早的')
  expect(askedFor(list).map(({ path }) => path.split('?')[1])).toEqual([undefined, 'before=9-a8'])
  expect(weapp.lines.filter((line) => line === '已付款')).toHaveLength(2)
  expect(weapp.has('再看更早的')).toBe(false)
})

test('a home that never paid here is told so', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })

  expect(weapp.has('还没有缴费记录')).toBe(true)
})

const atTheDesk = aRecord({
  key: '1795399100000-p6',
  attemptId: null,
  paymentId: number<PaymentId>(6),
  method: 'cash',
  paidBy: '王小明',
  number: '1-20261123-001',
  receiptNumber: 13,
})

test('what was paid at the desk or at the bank stands among them: how, for what, with which receipt, and opens', async () => {
  const { server } = ownerServer({
    [list]: { payments: [atTheDesk, aRecord()], more: false },
    [`GET ${homePath}/payment-records/6`]: atTheDesk,
    [`GET ${homePath}/refunds`]: [
      aRefund({ attemptId: null, paymentId: number<PaymentId>(6), route: 'cash' }),
    ],
  })
  const weapp = await launchWeapp({ dist, server, open })
  for (const words of ['现金', '微信支付', '收据 SJ-000013', '收据 SJ-000012', '已退款 500.00 元'])
    expect(weapp.has(words), words).toBe(true)

  await weapp.tap('现金')
  expect(weapp.path).toBe('pages/payment/index')
  for (const words of ['王小明', '1-20261123-001', 'SJ-000013', '查看收据', '物业服务费', '退款'])
    expect(weapp.has(words), words).toBe(true)
})

test('what was booked by mistake and taken back says so, and whom to ask', async () => {
  const reversed = { ...atTheDesk, reversed: true }
  const { server } = ownerServer({
    [list]: { payments: [reversed], more: false },
    [`GET ${homePath}/payment-records/6`]: reversed,
  })
  const weapp = await launchWeapp({ dist, server, open })
  expect(weapp.has('已冲销')).toBe(true)
  await weapp.tap('现金')
  expect(weapp.has('登记有误，已经更正')).toBe(true)
  expect(weapp.has('打电话问物业')).toBe(true)
})

test('what went back is told under its payment; of one that is not shown, apart', async () => {
  const { server } = ownerServer({
    [list]: { payments: [aRecord()], more: false },
    [`GET ${homePath}/refunds`]: [
      aRefund(),
      aRefund({
        id: number(1),
        attemptId: null,
        paymentId: number<PaymentId>(99),
        route: 'advance',
        amountFen: fen(3_000),
        reason: '账单有误',
      }),
    ],
  })
  const weapp = await launchWeapp({ dist, server, open })

  expect(weapp.has('已退款 500.00 元')).toBe(true)
  expect(weapp.has('其他退款')).toBe(true)
  expect(weapp.has('钱已转入您家的预存')).toBe(true)
})
