import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aPaidAttempt, homePath, homeQuery, ownerServer, Refused } from '../../../pages/testing/owner-server'
import { aReceipt } from '../../../pages/testing/proof-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/receipts/index?${homeQuery}`
const list = `GET ${homePath}/receipts`
const link = { url: '/v1/receipt-files/a-token', expiresAt: '2026-11-25T02:20:00Z' }

test('receipts are listed with what they are worth now, and opened as files', async () => {
  const { server } = ownerServer({
    [list]: {
      receipts: [
        aReceipt(),
        aReceipt({ paymentId: 4, number: 9, method: 'cash', returnedFen: 5_000 }),
        aReceipt({ paymentId: 3, number: 2, returnedFen: 195_228 }),
      ],
      more: false,
    },
    [`POST ${homePath}/receipts/3/pdf`]: link,
  })
  const weapp = await launchWeapp({ dist, open, server })
  for (const words of ['SJ-000012', '有效', '现金', '已退 50.00 元', '已作废', '2026年11月23日 10:01'])
    expect(weapp.has(words), words).toBe(true)

  await weapp.tap('查看收据')
  expect(weapp.calls.slice(-2)).toMatchObject([
    { name: 'downloadFile', options: { url: '/v1/receipt-files/a-token' } },
    { name: 'openDocument', options: { fileType: 'pdf' } },
  ])
})

test('a home without a receipt is told when there will be one', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })
  expect(weapp.has('还没有收据')).toBe(true)
})

test('a payment leads to its receipt; while it is being made the owner is told to come back', async () => {
  const receipt = `POST ${homePath}/payments/7/receipt`
  const paid = { [`GET ${homePath}/payments/7`]: aPaidAttempt() }
  const page = `/pages/payment/index?${homeQuery}&attempt=7`
  const ready = await launchWeapp({
    dist,
    open: page,
    server: ownerServer({ ...paid, [receipt]: link }).server,
  })
  await ready.tap('查看收据')
  expect(ready.calls.slice(-1)).toMatchObject([{ name: 'openDocument' }])

  const notYet = new Refused(409, 'receipt-not-ready', '收据正在开具，请一两分钟后再来看。')
  const early = await launchWeapp({
    dist,
    open: page,
    server: ownerServer({ ...paid, [receipt]: notYet }).server,
  })
  await early.tap('查看收据')
  expect(early.has('收据正在开具，请一两分钟后再来看。')).toBe(true)
})
