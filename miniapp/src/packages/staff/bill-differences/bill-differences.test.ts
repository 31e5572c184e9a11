import { join } from 'node:path'
import { type DifferenceKind, differenceKinds, type StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aDifference, aStray, reconciliationScript } from '../testing/reconciliation'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'
import { advice } from './texts'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/bill-differences/index?community=1'
const differences = `GET ${community}/reconciliation/differences?state=open`
const strays = `GET ${community}/reconciliation/strays`
const resolve = `POST ${community}/reconciliation/differences/31/resolve`
const explain = `POST ${community}/reconciliation/bills/5/strays/17/resolve`

async function opened(script: Script = {}, role: StaffRole = 'finance') {
  const { server, sent } = staffServer([role], { ...reconciliationScript, ...script })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('a difference says both sides, whose home it is, and by which numbers it is looked up', async () => {
  const { weapp } = await opened()
  for (const words of [
    '金额不一致',
    '待处理',
    '3栋 1单元 502',
    '1,952.28 元',
    '1,952.29 元',
    '4200002345202611211234567890',
    'AJ20261121000001234567',
    '1900000109',
    '2026年11月21日',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('every kind is said in words, with what to do', async () => {
  const kinds = Object.keys(differenceKinds) as DifferenceKind[]
  const { weapp } = await opened({
    [differences]: kinds.map((kind, at) => aDifference({ id: id(at + 1), kind, oursFen: null })),
  })
  for (const kind of kinds) {
    expect(weapp.has(differenceKinds[kind]), kind).toBe(true)
    expect(weapp.has(advice[kind]), kind).toBe(true)
  }
})

test('finance resolves it with a reason, and it is gone', async () => {
  let isResolved = false
  const { weapp, sent } = await opened({
    [differences]: () => ({ status: 200, body: isResolved ? [] : [aDifference()] }),
    [resolve]: () => {
      isResolved = true
      return { status: 200, body: [] }
    },
  })
  await weapp.tap('处理')
  await weapp.tap('提交')
  expect(sent(resolve)).toEqual([])
  await weapp.tap('另写一段')
  await weapp.type('另写一段', '  已在柜台补收 0.01 元 ')
  await weapp.tap('提交')
  expect(sent(resolve)).toEqual([{ reason: '已在柜台补收 0.01 元' }])
  expect(weapp.has('没有要处理的差异')).toBe(true)
})

test('one that a colleague has resolved meanwhile can be looked at again', async () => {
  const { weapp } = await opened({
    [resolve]: () => refusal(409, 'difference-resolved', '这笔差异已经处理过了，请刷新后再看。'),
  })
  await weapp.tap('处理')
  await weapp.tap('已补记或更正，账已平')
  await weapp.tap('提交')
  expect(weapp.has('这笔差异已经处理过了')).toBe(true)
  expect(weapp.has('编号 r-1')).toBe(true)
})

test('finance says whose a trade is that belongs to nobody', async () => {
  let isExplained = false
  const { weapp, sent } = await opened({
    [strays]: () => ({ status: 200, body: isExplained ? [] : [aStray()] }),
    [explain]: () => {
      isExplained = true
      return { status: 200, body: [] }
    },
  })
  for (const words of ['无主交易', '收款', '¥5.00', '4200009999202611210000000001', '2026年11月21日 12:30'])
    expect(weapp.has(words), words).toBe(true)
  await weapp.tap('说明是谁的款')
  await weapp.tap('大门或车库收款码的收款')
  await weapp.tap('提交')
  expect(sent(explain)).toEqual([{ reason: '大门或车库收款码的收款' }])
  expect(weapp.has('没有无主交易')).toBe(true)
})

test('those that were resolved say by whom, when and why', async () => {
  const { weapp } = await opened()
  await weapp.tap('已处理')
  for (const words of [
    '微信有退款，账上没有',
    '孙会计',
    '2026年11月22日 11:00',
    '已补记，账已平',
    '50300002345202611211234567',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.has('说明是谁的款')).toBe(false)
})

test('a manager looks on', async () => {
  const { weapp } = await opened({}, 'manager')
  expect(weapp.has('差异和无主交易由财务处理。')).toBe(true)
  expect(weapp.has('说明是谁的款')).toBe(false)
})

test('what cannot be read is said, and can be tried again', async () => {
  const { weapp } = await opened({
    [differences]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})

test('finance says why an account moved otherwise than its trades say', async () => {
  const path = `${community}/reconciliation/fund-flows/1900000109/2026-11-21/resolve`
  const { weapp, sent } = await opened({ [`POST ${path}`]: [] })
  expect(weapp.has('账户 14,194.08 元，交易 14,194.07 元')).toBe(true)
  await weapp.tap('说明为什么')
  await weapp.tap('已联系微信客服处理')
  await weapp.tap('提交')
  expect(sent(`POST ${path}`)).toEqual([{ reason: '已联系微信客服处理' }])
})
