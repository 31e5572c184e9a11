import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aDisputeCase, disputeScript } from '../testing/disputes'
import { homeScript } from '../testing/home'
import { community, refusal, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/disputes/index?community=1'

test('disputes that wait are listed with how long there is to answer, and lead to where they are answered', async () => {
  const { server } = staffServer(['front_desk'], { ...homeScript, ...disputeScript })
  const weapp = await launchWeapp({ dist, open, server })
  for (const words of ['已经缴过', '面积不对', '超期 3 天', '还有 2 天', '不催缴、不计违约金']) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  await weapp.tap('3栋 1单元 502')
  expect(weapp.path).toBe('packages/staff/dispute/index')
})

test('those that were answered are listed apart, with when', async () => {
  const { server } = staffServer(['finance'], {
    ...disputeScript,
    [`GET ${community}/disputes?state=corrected`]: [
      aDisputeCase({ id: id(2), state: 'corrected', replyBy: null, answeredAt: '2026-11-22T02:00:00Z' }),
    ],
  })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('已更正')
  expect(weapp.has('2026年11月22日 10:00')).toBe(true)
  await weapp.tap('已撤回')
  expect(weapp.has('没有撤回的异议')).toBe(true)
})

test('what cannot be read is said, and can be tried again', async () => {
  const { server } = staffServer(['finance'], {
    [`GET ${community}/disputes`]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})
