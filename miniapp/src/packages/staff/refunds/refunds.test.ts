import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { homeScript } from '../testing/home'
import { aStaffRefund, refundScript } from '../testing/refunds'
import { community, ok, refusal, staffServer } from '../testing/staff-server'

import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/refunds/index?community=1'
const limit = `POST ${community}/refund-limit`

test('refunds that wait for a second person come first, and lead to where they are decided', async () => {
  const { server } = staffServer(['finance'], { ...homeScript, ...refundScript })
  const weapp = await launchWeapp({ dist, open, server })
  for (const words of ['待复核', '¥40.00', '原路退回微信', '陈前台 2026年11月23日'])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  await weapp.tap('3栋 1单元 502')
  expect(weapp.path).toBe('packages/staff/refund/index')
})

test('one that stands says why, and what to do', async () => {
  const { server } = staffServer(['finance'], {
    ...refundScript,
    [`GET ${community}/refunds?state=asked`]: {
      refunds: [aStaffRefund({ state: 'owed', standsBecause: 'not-enough-balance' })],
      more: false,
    },
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('微信商户账户余额不足。请充值')).toBe(true)
})

test('a community without refunds is told where one begins', async () => {
  const { server } = staffServer(['front_desk'], {
    ...refundScript,
    [`GET ${community}/refunds?state=asked`]: { refunds: [], more: false },
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('没有等待复核的退款')).toBe(true)
  expect(weapp.has('办理退款')).toBe(true)
})

test('what cannot be read is said, and can be tried again', async () => {
  const { server } = staffServer(['finance'], {
    ...refundScript,
    [`GET ${community}/refunds?state=asked`]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})

test('a manager sets up to which sum one person is enough; others read it', async () => {
  const { server, sent } = staffServer(['manager'], { ...refundScript, [limit]: { aloneUpToFen: 20_000 } })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('一个人提交就退')).toBe(true)

  await weapp.tap('修改')
  await weapp.type('同一户一年里不超过', '许多')
  await weapp.tap('保存')
  expect(weapp.has('请填写金额')).toBe(true)
  await weapp.type('同一户一年里不超过', '200')
  await weapp.tap('保存')
  expect(sent(limit)).toEqual([{ aloneUpToFen: 20_000 }])

  const desk = await launchWeapp({ dist, open, server: staffServer(['front_desk'], refundScript).server })
  expect(desk.has('一个人提交就退')).toBe(true)
  expect(desk.has('修改')).toBe(false)
})

test('who comes back from a refund finds the list as it is now, as far as it was read before', async () => {
  const first = Array.from({ length: 2 }, (_, at) =>
    aStaffRefund({ id: id(30 - at), roomName: `3栋 ${at + 1}01` }),
  )
  const second = [
    aStaffRefund({ id: id(20), roomName: '5栋 501' }),
    aStaffRefund({ id: id(19), roomName: '5栋 502' }),
  ]
  let decided = false
  const { server } = staffServer(['finance'], {
    ...homeScript,
    ...refundScript,
    [`GET ${community}/refunds?state=asked`]: () =>
      ok({ refunds: decided ? first.slice(1) : first, more: true }),
    [`GET ${community}/refunds?state=asked&before=29`]: { refunds: second, more: false },
    [`GET ${community}/refunds/30`]: () => {
      decided = true
      return ok(aStaffRefund({ id: id(30) }))
    },
  })
  const weapp = await launchWeapp({ dist, open, server })
  await weapp.tap('再看一些')
  expect(weapp.has('5栋 502')).toBe(true)
  await weapp.tap('3栋 101')
  await weapp.back()
  expect(weapp.has('3栋 101')).toBe(false)
  for (const room of ['3栋 201', '5栋 501', '5栋 502']) expect(weapp.has(room), room).toBe(true)
})
