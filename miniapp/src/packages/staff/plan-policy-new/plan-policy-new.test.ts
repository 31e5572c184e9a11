import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aPolicy, planScript } from '../testing/plans'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/plan-policy-new/index?community=1'
const policies = `${community}/plan-policies`
const { id: _, publishedAt: __, ...inForce } = aPolicy()

async function writing(script: Script = {}) {
  const { server, sent } = staffServer(['manager'], {
    ...planScript,
    [`POST ${policies}`]: aPolicy(),
    ...script,
  })
  const weapp = await launchWeapp({ dist, open, server })
  return { weapp, published: () => sent(`POST ${policies}`) }
}

test('a new version begins with the one in force, and shows at once what owners will read', async () => {
  const { weapp } = await writing()
  expect(weapp.has('2 到 12 期，每月缴一次，或每 2 个月缴一次')).toBe(true)

  await weapp.type('最多分几期', '24')
  expect(weapp.has('2 到 24 期')).toBe(true)
  await weapp.tap('每 3 个月缴一次')
  expect(weapp.has('或每 3 个月缴一次')).toBe(true)
  expect(weapp.has('（还没有填）')).toBe(true)
})

test('it is published after a question, and only when it says where it was announced', async () => {
  const { weapp, published } = await writing()

  await weapp.type('首付至少', '0')
  await weapp.tap('公布新办法')
  expect(published()).toEqual([])
  await weapp.type('在哪里公布的', ' 2026年物业服务公告第12号 ')
  await weapp.tap('公布新办法')
  expect(published()).toEqual([{ ...inForce, downPercent: 0, publishedAs: '2026年物业服务公告第12号' }])
  expect(weapp.calls.find(({ name }) => name === 'showModal')?.options).toMatchObject({
    content: expect.stringContaining('仍按原来的条件'),
  })
  expect(weapp.path).toBe('packages/staff/plan-policy/index')
})

test('what makes no sense is said at its field, and nothing is published', async () => {
  const { weapp, published } = await writing()

  await weapp.type('在哪里公布的', '公告')
  await weapp.type('每期宽限', '3')
  expect(weapp.has('请填 7 到 60 天之间的整数')).toBe(true)
  expect(weapp.has('有地方没有填对')).toBe(true)
  await weapp.tap('公布新办法')
  expect(published()).toEqual([])
})

test('a first version begins with what suits most communities', async () => {
  const { weapp } = await writing({ [`GET ${policies}`]: [] })

  expect(weapp.has('待缴满 500.00 元')).toBe(true)
  expect(weapp.has('3,000.00 元以内、6 期以内，不用审核')).toBe(true)
})

test('a refusal is told in the words of the server', async () => {
  const { weapp } = await writing({
    [`POST ${policies}`]: () => refusal(403, 'not-your-post', '您的岗位不能公布办法。'),
  })

  await weapp.type('在哪里公布的', '公告')
  await weapp.tap('公布新办法')
  expect(weapp.has('您的岗位不能公布办法。')).toBe(true)
})
