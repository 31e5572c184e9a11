import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { refusal, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/confirm-desktop/index'
const asking = {
  'GET /v1/device/BCDF-GHJK': { askedFrom: 'Windows 上的 Chrome', askedAt: '2026-11-23T02:00:00Z' },
  'POST /v1/device/BCDF-GHJK': {},
}
const scanned = 'https://anjiao.example/#/packages/staff/confirm-desktop/index?code=BCDF-GHJK'

test('a scanned code shows who asks, and lets the desktop in after a press', async () => {
  const { server, sent } = staffServer(['finance'], asking)
  const weapp = await launchWeapp({ dist, open, server, scan: () => scanned })

  await weapp.tap('扫描二维码')
  expect(weapp.has('Windows 上的 Chrome')).toBe(true)
  expect(weapp.has('BCDF-GHJK')).toBe(true)
  expect(sent('POST /v1/device/BCDF-GHJK')).toEqual([])

  await weapp.tap('确认登录')
  expect(sent('POST /v1/device/BCDF-GHJK')).toEqual([{ approve: true }])
  expect(weapp.has('电脑已登录')).toBe(true)
})

test('a desktop that is not one’s own is turned away', async () => {
  const { server, sent } = staffServer(['finance'], asking)
  const weapp = await launchWeapp({ dist, open: `${open}?code=BCDF-GHJK`, server })

  await weapp.tap('拒绝')
  expect(sent('POST /v1/device/BCDF-GHJK')).toEqual([{ approve: false }])
  expect(weapp.has('那台电脑没有登录')).toBe(true)
})

test('the code may be typed; a code of something else is not sent', async () => {
  const { server, asked } = staffServer(['finance'], asking)
  const weapp = await launchWeapp({ dist, open, server, scan: () => 'https://pay.example/1' })

  await weapp.tap('扫描二维码')
  expect(weapp.has('这不是电脑登录的二维码')).toBe(true)
  await weapp.type('登录码', 'bcd')
  await weapp.tap('下一步')
  expect(weapp.has('登录码是八个字母')).toBe(true)
  expect(asked.filter(({ path }) => path.includes('/device'))).toEqual([])

  await weapp.type('登录码', 'bcdf ghjk')
  await weapp.tap('下一步')
  expect(weapp.has('Windows 上的 Chrome')).toBe(true)
})

test('a code that has expired is said so, and another can be tried', async () => {
  const { server } = staffServer(['finance'], {
    'GET /v1/device/BCDF-GHJK': () => refusal(404, 'device-code-unknown', '没有找到这个登录码，可能已过期。'),
  })
  const weapp = await launchWeapp({ dist, open: `${open}?code=BCDF-GHJK`, server })

  expect(weapp.has('没有找到这个登录码')).toBe(true)
  await weapp.tap('换一个登录码')
  expect(weapp.has('扫描二维码')).toBe(true)
})
