import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { planScript } from '../testing/plans'
import { community, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/plan-policy/index?community=1'
const policies = `GET ${community}/plan-policies`

test('the policy in force stands in the words that owners read; earlier ones can be read too', async () => {
  const { server } = staffServer(['front_desk'], planScript)
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('2026年6月1日 10:00 公布')).toBe(true)
  expect(weapp.has('先付 10% 作首付')).toBe(true)
  expect(weapp.has('先付 30% 作首付')).toBe(false)
  expect(weapp.has('写新办法')).toBe(false)
  await weapp.tap('2025年1月1日 10:00')
  expect(weapp.has('先付 30% 作首付')).toBe(true)
})

test('a manager may write a new one', async () => {
  const { server } = staffServer(['manager'], planScript)
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('写新办法')
  expect(weapp.path).toBe('packages/staff/plan-policy-new/index')
})

test('a community without one is told what it is for, and who publishes it', async () => {
  const { server } = staffServer(['finance'], { ...planScript, [policies]: [] })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('还没有公布分期办法')).toBe(true)
  expect(weapp.has('由项目经理公布。')).toBe(true)
})
