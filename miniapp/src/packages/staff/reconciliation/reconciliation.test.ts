import { join } from 'node:path'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aDay, reconciliationScript } from '../testing/reconciliation'
import { refundScript } from '../testing/refunds'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'
import { day } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/reconciliation/index?community=1'
const days = `GET ${community}/reconciliation/days`
const lacks = `GET ${community}/reconciliation/days/2026-11-21`
const close = `POST ${community}/reconciliation/days/2026-11-21/close`
const nothing = {
  unmatched: 0,
  differences: 0,
  strays: 0,
  foundRefunds: 0,
  fundFlows: 0,
  tills: 0,
  bankDoubts: 0,
  bankDays: 0,
}

async function opened(script: Script = {}, role: StaffRole = 'finance', confirm = () => true) {
  const { server, sent } = staffServer([role], { ...refundScript, ...reconciliationScript, ...script })
  return { weapp: await launchWeapp({ dist, open, server, confirm }), sent }
}

test('each day says what came in, went back and was kept, and how far it is', async () => {
  const { weapp } = await opened()
  for (const words of [
    '2026年11月22日',
    '等账单',
    '¥2,345,678.90',
    '1,203 笔',
    '¥120.00',
    '2 笔',
    '¥14,074.07',
    '1 笔差异',
    '已对账',
    '已日结',
    '未日结',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('what keeps the next day open is listed, each with the way to it, and it cannot be closed', async () => {
  const { weapp, sent } = await opened()
  expect(weapp.has('下一个日结：2026年11月21日')).toBe(true)
  expect(weapp.has('微信账单还没有取到或没有对')).toBe(true)
  await weapp.tap('日结')
  expect(sent(close)).toEqual([])

  for (const [words, path] of [
    ['差异没有处理', 'packages/staff/bill-differences/index'],
    ['无主交易没有说明', 'packages/staff/bill-differences/index'],
    ['系统外退款没有说明', 'packages/staff/refunds/index'],
    ['资金账单没有取到或不一致', 'packages/staff/bill-differences/index'],
    ['收银柜没有交班复核', 'packages/staff/till/index'],
    ['银行或 POS 流水与账上不一致', 'packages/staff/bank-statements/index'],
    ['银行或 POS 流水没有导入', 'packages/staff/bank-statements/index'],
  ] as const) {
    await weapp.tap(words)
    expect(weapp.path).toBe(path)
    await weapp.back()
  }
})

test('refunds that were found are led to as such', async () => {
  const { server, asked } = staffServer(['finance'], { ...refundScript, ...reconciliationScript })
  const weapp = await launchWeapp({ dist, open, server })
  await weapp.tap('系统外退款没有说明')
  expect(asked.map(({ path }) => path)).toContain(`${community}/refunds?state=found`)
})

test('finance closes the day after reading what that means, and the next one comes up', async () => {
  let isClosed = false
  const { weapp, sent } = await opened({
    [days]: () => ({
      status: 200,
      body: [aDay({ next: isClosed }), aDay({ day: day('2026-11-21'), next: !isClosed, closed: isClosed })],
    }),
    [lacks]: nothing,
    [`GET ${community}/reconciliation/days/2026-11-22`]: { ...nothing, unmatched: 1 },
    [close]: () => {
      isClosed = true
      return { status: 200, body: { closedThrough: '2026-11-21' } }
    },
  })
  await weapp.tap('日结')
  expect(weapp.calls.find(({ name }) => name === 'showModal')?.options).toMatchObject({
    content: expect.stringContaining('之后不能再记这一天的账'),
  })
  expect(sent(close)).toHaveLength(1)
  expect(weapp.has('下一个日结：2026年11月22日')).toBe(true)
})

test('whoever thinks better of it closes nothing', async () => {
  const { weapp, sent } = await opened({ [lacks]: nothing }, 'finance', () => false)
  await weapp.tap('日结')
  expect(sent(close)).toEqual([])
})

test('a day that came to lack something meanwhile says what, and can be looked at again', async () => {
  const { weapp } = await opened({
    [lacks]: nothing,
    [close]: () => refusal(409, 'day-unexplained', '2026年11月21日还不能日结。'),
  })
  await weapp.tap('日结')
  expect(weapp.has('2026年11月21日还不能日结。')).toBe(true)
})

test('a manager looks on, the front desk is told whose it is', async () => {
  const { weapp } = await opened({ [lacks]: nothing }, 'manager')
  expect(weapp.has('日结由财务办理。')).toBe(true)
  const desk = await opened({}, 'front_desk')
  expect(desk.weapp.has('由财务、项目经理办理')).toBe(true)
})

test('finance finds the way on the workbench', async () => {
  const { server } = staffServer(['finance'], reconciliationScript)
  const weapp = await launchWeapp({ dist, open: '/packages/staff/home/index', server })
  await weapp.tap('对账与日结')
  expect(weapp.path).toBe('packages/staff/reconciliation/index')
})

test('without a bill the page says when one comes; with all closed, that nothing is left', async () => {
  const none = aDay({ matched: false, paid: 0, paidFen: fen(0) })
  const { weapp } = await opened({ [days]: [none] })
  expect(weapp.has('还没有取到微信账单')).toBe(true)

  const closed = await opened({ [days]: [aDay({ closed: true })] })
  expect(closed.weapp.has('到最近一天的账都已经日结。')).toBe(true)
})

test('what cannot be read is said, and can be tried again', async () => {
  const { weapp } = await opened({ [days]: () => refusal(503, 'database-unavailable', '系统正在维护。') })
  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})

test('says what moved on the merchant’s account, and whether it is what the trades come to', async () => {
  const { weapp } = await opened()
  for (const words of ['微信商户账户', '¥331,484.83', '不一致', '已说明'])
    expect(weapp.has(words), words).toBe(true)
})

test('a day that was closed without a bill waits for none', async () => {
  const none = { matched: false, paid: 0, paidFen: fen(0), refunded: 0, refundedFen: fen(0), feeFen: fen(0) }
  const { weapp } = await opened({ [days]: [aDay({ ...none, closed: true })] })
  expect(weapp.has('已日结')).toBe(true)
  expect(weapp.has('等账单')).toBe(false)
})
