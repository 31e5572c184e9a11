import { join } from 'node:path'
import type { BillRun } from '@anjiao/shared/contract/bill-runs'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { community, ok, refusal, staffServer } from '../testing/staff-server'
import { day, id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/bill-run/index?community=1'
const runs = `${community}/bill-runs`
const request = { cycle: 'monthly', fromDate: '2026-11-01', dueDate: '2026-12-08' }

const preview = {
  ...request,
  toDate: '2026-11-30',
  rooms: 1207,
  charges: 1207,
  amountFen: fen(27_624_764),
  byFeeItem: [{ feeItem: '物业服务费', charges: 1207, amountFen: fen(27_624_764) }],
  skipped: [{ reason: '没有设定收费标准', rooms: 3 }],
}

const aRun = (over: Partial<BillRun> = {}): BillRun => ({
  id: id(9),
  cycle: 'monthly',
  fromDate: day('2026-11-01'),
  toDate: day('2026-11-30'),
  dueDate: day('2026-12-08'),
  state: 'running',
  roomsDone: 500,
  rooms: 1210,
  charges: 500,
  amountFen: fen(11_000_000),
  startedAt: '2026-11-23T02:00:00Z',
  ...over,
})
const finished = aRun({ state: 'finished', roomsDone: 1210, charges: 1207, amountFen: fen(27_624_764) })

test('a run is previewed, begun after a question, and carried on until it is finished', async () => {
  let slices = 0
  let listed: BillRun[] = []
  const { server, sent } = staffServer(['finance'], {
    [`GET ${runs}`]: () => ok(listed),
    [`POST ${runs}/preview`]: preview,
    [`POST ${runs}`]: () => {
      listed = [aRun()]
      return ok(aRun())
    },
    [`POST ${runs}/9/continue`]: () => {
      slices += 1
      const now = slices < 3 ? aRun({ roomsDone: 500 + slices * 300 }) : finished
      listed = [now]
      return ok(now)
    },
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('还没有出过账')).toBe(true)

  await weapp.tap('预览')
  expect(sent(`POST ${runs}/preview`)).toEqual([request])
  for (const words of [
    '2026年11月 的账单',
    '1,207 户',
    '物业服务费（1,207 笔）',
    '没有设定收费标准',
    '3 户',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }

  await weapp.tap('开始出账')
  expect(sent(`POST ${runs}`)).toEqual([request])
  expect(slices).toBe(3)
  expect(weapp.has('出账完成：2026年11月')).toBe(true)
  expect(weapp.has('出了 1,207 笔账单，合计 276,247.64 元')).toBe(true)
  expect(weapp.has('已完成')).toBe(true)
})

test('a run that somebody left is carried on, and its progress shown when the network fails', async () => {
  let online = false
  const { server } = staffServer(['finance'], {
    [`GET ${runs}`]: () => ok([online ? finished : aRun()]),
    [`POST ${runs}/9/continue`]: () => {
      if (!online) throw new Error('offline')
      return ok(finished)
    },
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('正在出账：2026年11月')).toBe(true)
  expect(weapp.has('500 / 1,210 户')).toBe(true)
  expect(weapp.has('网络没有连上')).toBe(true)

  online = true
  await weapp.tap('继续出账')
  expect(weapp.has('出账完成：2026年11月')).toBe(true)
})

test('what was previewed is forgotten when the period is changed', async () => {
  const { server } = staffServer(['finance'], { [`GET ${runs}`]: [], [`POST ${runs}/preview`]: preview })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('预览')
  expect(weapp.has('开始出账')).toBe(true)
  await weapp.tap('按季')
  expect(weapp.has('开始出账')).toBe(false)
  expect(weapp.has('账期：2026年10月–12月')).toBe(true)
})

test('a period without a contract is refused in the words of the server', async () => {
  const sentence = '2026年11月没有有效的物业服务合同，不能出账。'
  const { server } = staffServer(['finance'], {
    [`GET ${runs}`]: [],
    [`POST ${runs}/preview`]: () => refusal(409, 'contract-does-not-cover', sentence),
  })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('预览')
  expect(weapp.has(sentence)).toBe(true)
})
