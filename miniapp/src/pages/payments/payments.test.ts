import { join } from 'node:path'
import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { aPaidAttempt, homePath, homeQuery, ownerServer } from '../testing/owner-server'

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
