import { join } from 'node:path'
import type { ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { homeScript } from '../testing/home'
import { planScript } from '../testing/plans'
import { aReliefOverview, reliefScript } from '../testing/relief'
import { community, refusal, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/relief-overview/index?community=1'
const overview = `GET ${community}/relief-overview`

async function opened(figures: ReliefOverview, role: StaffRole = 'manager') {
  const { server, asked } = staffServer([role], {
    ...homeScript,
    ...planScript,
    ...reliefScript,
    [overview]: figures,
  })
  return { weapp: await launchWeapp({ dist, open, server }), asked }
}

test('budgets, relief by kind and its percentages stand in figures, as a chart and as a table', async () => {
  const { weapp } = await opened(aReliefOverview())

  for (const words of [
    '15,801',
    '20 份',
    '14 份',
    '3 份',
    '还剩 37,655.00 / 50,000.00 元',
    '还剩 1,000.00 / 20,000.00 元',
    '低保、低收入家庭',
    '12,345',
    '20%–30%',
    '—',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('decisions that differ under one standard are listed, each leading to its case', async () => {
  const { weapp } = await opened(aReliefOverview())
  expect(weapp.has('请逐件看看理由是否充分')).toBe(true)
  expect(weapp.has('减免 20%，少于标准')).toBe(true)

  await weapp.tap('3栋 1单元 502')
  expect(weapp.path).toBe('packages/staff/relief-case/index')
})

test('where all were treated alike it says so; where nobody has asked there is nothing to count', async () => {
  const { weapp } = await opened(aReliefOverview({ budgets: [], byKind: [], unequal: [] }))

  expect(weapp.has('没有发现不同的决定')).toBe(true)
  expect(weapp.has('还没有减免申请')).toBe(true)
  expect(weapp.has('还没有登记预算')).toBe(true)
})

test('the desk is told who sees it', async () => {
  const { weapp, asked } = await opened(aReliefOverview(), 'front_desk')

  expect(weapp.has('由财务、项目经理查看')).toBe(true)
  expect(asked.some(({ path }) => path.includes('relief-overview'))).toBe(false)
})

test('what cannot be read is said, and can be tried again', async () => {
  const { server } = staffServer(['manager'], {
    [overview]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})
