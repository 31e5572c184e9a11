import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aReliefBudget, aStandard, reliefScript } from '../testing/relief'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/relief-standards/index?community=1'
const standards = `${community}/relief-standards`
const budgets = `${community}/relief-budgets`

async function opened(role: StaffRole, script: Script = {}, confirm = true) {
  const { server, sent, asked } = staffServer([role], { ...reliefScript, ...script })
  return { weapp: await launchWeapp({ dist, open, server, confirm: () => confirm }), sent, asked }
}

test('standards in force stand in the words that owners read; those that have ended can be read too', async () => {
  const { weapp } = await opened('finance')

  for (const words of [
    '减免 30%，最多 1,000.00 元，已有的违约金也免收',
    '晚 90 天再缴，这段时间不计违约金',
    '由物业的两个人先后审核',
    '2026年6月1日 10:00 公布',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('减免 20%')).toBe(false)
  await weapp.tap('2025年6月1日 10:00 公布')
  expect(weapp.has('减免 20%')).toBe(true)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('budgets tell what is left, where the money comes from, and who decided so, also two of the same name', async () => {
  const { weapp } = await opened('finance')

  for (const words of [
    '还剩 37,655.00 / 50,000.00 元',
    '12,345.00 元',
    '公共收益',
    '第四项',
    '物业公司让利',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
})

test('the desk reads standards; it neither publishes, nor is asked about budgets', async () => {
  const { weapp, asked } = await opened('front_desk')

  expect(weapp.has('低保家庭缓缴')).toBe(true)
  expect(weapp.has('写新标准')).toBe(false)
  expect(asked.some(({ path }) => path.includes('budgets'))).toBe(false)
})

test('finance reads both and changes neither', async () => {
  const { weapp } = await opened('finance')

  for (const words of ['写新标准', '改一改，再公布', '停用“低保家庭缓缴”', '登记预算']) {
    expect(weapp.has(words), words).toBe(false)
  }
})

test('a manager ends a standard after reading what becomes of those who have applied', async () => {
  const end = `POST ${standards}/3/end`
  const { weapp, sent } = await opened('manager', { [end]: aStandard() })

  await weapp.tap('停用“低保家庭缓缴”')
  expect(sent(end)).toHaveLength(1)
  expect(weapp.calls.find(({ name }) => name === 'showModal')?.options).toMatchObject({
    content: expect.stringContaining('仍按当时的标准办'),
  })

  const refused = await opened('manager', { [end]: aStandard() }, false)
  await refused.weapp.tap('停用“低保家庭缓缴”')
  expect(refused.sent(end)).toEqual([])
})

test('a next version is written from the one in force', async () => {
  const { weapp } = await opened('manager', { [`GET ${community}/fee-standards`]: [] })

  await weapp.tap('改一改低保家庭缓缴，再公布')
  expect(weapp.path).toBe('packages/staff/relief-standard-new/index')
  expect(weapp.has('晚 90 天再缴')).toBe(true)
})

test('a budget out of common income is entered only with the owners’ decision', async () => {
  const post = `POST ${budgets}`
  const { weapp, sent } = await opened('manager', { [post]: aReliefBudget() })

  await weapp.tap('登记预算')
  await weapp.type('名称', '2026年帮扶')
  await weapp.type('总额', '20000')
  await weapp.tap('属于全体业主，要有共同决定')
  expect(weapp.has('民法典第 278、282 条')).toBe(true)
  await weapp.tap('登记')
  expect(sent(post)).toEqual([])
  await weapp.type('共同决定', '业主大会决议第五项')
  await weapp.tap('登记')
  expect(sent(post)).toEqual([
    {
      name: '2026年帮扶',
      fromDate: '2026-11-23',
      toDate: '2026-12-31',
      amountFen: 2_000_000,
      source: 'common_income',
      resolution: '业主大会决议第五项',
    },
  ])
  expect(weapp.has('属于全体业主，要有共同决定')).toBe(false)
})

test('a community without any is told what they are for, and who publishes them', async () => {
  const { weapp } = await opened('finance', { [`GET ${standards}`]: [], [`GET ${budgets}`]: [] })

  expect(weapp.has('还没有公布减免标准')).toBe(true)
  expect(weapp.has('由项目经理公布。')).toBe(true)
  expect(weapp.has('还没有登记预算')).toBe(true)
})

test('what cannot be read is said, and the rest is there', async () => {
  const { weapp } = await opened('manager', {
    [`GET ${standards}`]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('还剩 37,655.00 / 50,000.00 元')).toBe(true)
})
