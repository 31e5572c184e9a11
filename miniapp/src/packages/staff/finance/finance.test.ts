import { join } from 'node:path'
import { businessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { anOverview, financeScript } from '../testing/finance'
import { community, type Script, staffServer } from '../testing/staff-server'
import { periodOf } from './chosen-period'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/finance/index?community=1'
const overview = `GET ${community}/finance-overview`

async function opened(script: Script = {}, role: StaffRole = 'finance') {
  const { server, sent, asked } = staffServer([role], { ...financeScript, ...script })
  return { weapp: await launchWeapp({ dist, open, server }), sent, asked }
}

test('says what came in, by which ways, what is left of it, and what waits', async () => {
  const { weapp } = await opened()
  for (const words of [
    '¥182,667.80',
    '¥181,573.73',
    '微信支付 · 1,203 笔',
    '待查款 · 1 笔',
    '账已日结到2026年11月21日。',
    '对账差异',
    '800.00 元',
    '收银柜待复核',
    '微信发货信息没有报上',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.has('退款还没有到账')).toBe(false)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test.each([
  ['对账差异', 'packages/staff/bill-differences/index'],
  ['待查款', 'packages/staff/suspense/index'],
  ['退款待复核', 'packages/staff/refunds/index'],
  ['开票申请', 'packages/staff/invoices/index'],
  ['收银柜待复核', 'packages/staff/till/index'],
  ['待放行 1 批', 'packages/staff/debits/index'],
])('%s leads to where it is dealt with', async (words, path) => {
  const { weapp } = await opened()
  await weapp.tap(words)
  expect(weapp.path).toBe(path)
})

test('asks for the days that were chosen', async () => {
  const { weapp, asked } = await opened()
  await weapp.tap('上月')
  const paths = asked.map(({ path }) => path).filter((path) => path.includes('finance-overview'))
  expect(paths).toHaveLength(2)
  expect(new Set(paths).size).toBe(2)
})

test('a period without money, and nothing that waits, says so', async () => {
  const none = { count: 0, amountFen: fen(0) }
  const { weapp } = await opened({
    [overview]: anOverview({
      days: anOverview().days.map(({ day }) => ({
        day,
        received: [],
        receivedFen: fen(0),
        returnedFen: fen(0),
        feeFen: fen(0),
      })),
      routes: [],
      receivedFen: fen(0),
      open: {
        closedThrough: null,
        differences: 0,
        strays: 0,
        suspense: none,
        refundsToCheck: none,
        refundsOnTheWay: none,
        refundsFound: none,
        invoices: 0,
        tillsToConfirm: 0,
        bankDoubts: 0,
        debitsToRelease: 0,
        debitsWithBank: 0,
        unreported: 0,
      },
    }),
  })
  for (const words of ['这段时间没有收款', '没有要处理的', '还没有日结过。'])
    expect(weapp.has(words), words).toBe(true)
})

test('a period is named as seen from today', () => {
  const today = businessDate('2026-03-01')
  expect(periodOf('week', today)).toEqual({ from: '2026-02-23', to: '2026-03-01' })
  expect(periodOf('days30', today)).toEqual({ from: '2026-01-31', to: '2026-03-01' })
  expect(periodOf('month', today)).toEqual({ from: '2026-03-01', to: '2026-03-01' })
  expect(periodOf('lastMonth', today)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
})
