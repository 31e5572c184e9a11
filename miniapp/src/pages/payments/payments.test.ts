import { join } from 'node:path'
import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { aPaidAttempt, aRefund, homePath, homeQuery, number, ownerServer } from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/payments/index?${homeQuery}`
const list = `GET ${homePath}/payments`

test('the history comes in parts, each beginning where the one before ended', async () => {
  const { server, askedFor } = ownerServer({
    [list]: ({ path }) =>
      path.includes('before=8')
        ? { payments: [aPaidAttempt({ id: 3 as PaymentAttemptId })], more: false }
        : { payments: [aPaidAttempt({ id: 8 as PaymentAttemptId })], more: true },
  })
  const weapp = await launchWeapp({ dist, server, open })
  expect(weapp.has('物业服务费 2026年1月–9月')).toBe(true)

  await weapp.tap('再看更早的')
  expect(askedFor(list).map(({ path }) => path.split('?')[1])).toEqual([undefined, 'before=8'])
  expect(weapp.lines.filter((line) => line === '已付款')).toHaveLength(2)
  expect(weapp.has('再看更早的')).toBe(false)
})

test('a home that never paid here is told so', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })

  expect(weapp.has('还没有缴费记录')).toBe(true)
})

test('what went back is told under its payment; of what was paid at the desk, apart', async () => {
  const { server } = ownerServer({
    [list]: { payments: [aPaidAttempt()], more: false },
    [`GET ${homePath}/refunds`]: [
      aRefund(),
      aRefund({
        id: number(1),
        attemptId: null,
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
