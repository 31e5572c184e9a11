import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aLoggedNotice, messageScript } from '../testing/messages'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/household-messages/index?community=1&household=42'
const log = `GET ${community}/households/42/notices`

const opened = (script: Script = {}) =>
  launchWeapp({ dist, open, server: staffServer(['collector'], { ...messageScript, ...script }).server })

test('every message stands with what it said, each attempt at it, what proves that it arrived, or why it was not sent', async () => {
  const weapp = await opened()
  for (const words of [
    '缴费日前 7 天，2026年11月20日 09:00',
    '2026年11月21日 点开',
    '1,952.28 元',
    '已到达手机，2026年11月20日 10:00',
    '没有同意过，或同意的次数用完了',
    '发到 138****1190',
    '没有告诉住户，原因见下',
    '正在办分期、延期、减免或异议',
    '不能证明业主收到了',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
  await weapp.tap('3栋 1单元 502')
  expect(weapp.path).toBe('packages/staff/household/index')
})

test('a hundred messages come slice by slice', async () => {
  const weapp = await opened({
    [log]: {
      notices: Array.from({ length: 100 }, (_, at) =>
        aLoggedNotice({ id: id(at + 1), from: `第${at + 1}次` }),
      ),
      next: null,
    },
  })
  expect(weapp.has('第21次')).toBe(false)
  await weapp.tap('再看 30 行')
  expect(weapp.has('第50次')).toBe(true)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('older ones are there too: a claim may have to be shown to have been kept alive for years', async () => {
  const weapp = await opened({
    [log]: ({ path }) =>
      ok(
        path.includes('before=8')
          ? { notices: [aLoggedNotice({ id: id(7), from: '三年前' })], next: null }
          : { notices: [aLoggedNotice({ id: id(8), from: '最近' })], next: id(8) },
      ),
  })
  await weapp.tap('再往前看 100 条')
  expect(weapp.has('三年前')).toBe(true)
  expect(weapp.has('再往前看')).toBe(false)
})

test('older ones that do not come say so beside the button, and what is shown stays', async () => {
  const weapp = await opened({
    [log]: ({ path }) =>
      path.includes('before=8')
        ? refusal(503, 'database-unavailable', '系统正在维护。')
        : ok({ notices: [aLoggedNotice({ id: id(8), from: '最近' })], next: id(8) }),
  })
  await weapp.tap('再往前看 100 条')
  expect(weapp.has('系统正在维护')).toBe(true)
  expect(weapp.has('最近')).toBe(true)
  expect(weapp.has('再往前看 100 条')).toBe(true)
})

test('a home that was told nothing says so; what cannot be read can be tried again', async () => {
  expect((await opened({ [log]: { notices: [], next: null } })).has('还没有给这一户发过消息')).toBe(true)
  const weapp = await opened({ [log]: () => refusal(503, 'database-unavailable', '系统正在维护。') })
  expect(weapp.has('再试一次')).toBe(true)
})
