import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { homeQuery, ownerServer } from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/advance/index?${homeQuery}`

test('what was paid ahead is told with how it came and went', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })

  expect(weapp.has('¥500.00')).toBe(true)
  expect(weapp.lines).toEqual(expect.arrayContaining(['缴费', '2026年10月5日']))
  expect(weapp.has('+¥500.00')).toBe(true)
})

test('more can be paid ahead from here, by an amount', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })
  await weapp.tap('存一笔')

  expect(weapp.path).toBe('pages/pay/index')
  await weapp.type('缴多少', '3000')
  expect(weapp.has('多出的存为预存：¥447.72')).toBe(true)
})
