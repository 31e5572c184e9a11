import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { reminderScript, someReach } from '../testing/reminders'
import { community, refusal, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/reach/index?community=1'
const reach = `GET ${community}/reach`

const opened = (reply: object | (() => ReturnType<typeof refusal>) = someReach) =>
  launchWeapp({ dist, open, server: staffServer(['finance'], { ...reminderScript, [reach]: reply }).server })

test('who can be reached by WeChat stands in figures and, building by building, in bars', async () => {
  const weapp = await opened()

  for (const words of [
    '180 户',
    '92 户',
    '55 户',
    '31%',
    '还同意了 90 条',
    '1栋（80 户用过小程序）',
    '能提醒 55 / 120 户',
    '能提醒 0 / 60 户',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
})

test('many buildings come slice by slice', async () => {
  const weapp = await opened(
    Array.from({ length: 60 }, (_, at) => ({ ...someReach[0], building: `${at + 1}栋` })),
  )
  expect(weapp.has('21栋（')).toBe(false)
  await weapp.tap('再看 30 行')
  expect(weapp.has('50栋（')).toBe(true)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('a community without homes says so; what cannot be read can be tried again', async () => {
  expect((await opened([])).has('还没有住户')).toBe(true)
  const weapp = await opened(() => refusal(503, 'database-unavailable', '系统正在维护。'))
  expect(weapp.has('再试一次')).toBe(true)
})
