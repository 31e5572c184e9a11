import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aCampaign, reminderScript } from '../testing/reminders'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/campaigns/index?community=1'
const list = `GET ${community}/campaigns`

async function opened(script: Script = {}, role: StaffRole = 'manager') {
  const { server } = staffServer([role], { ...reminderScript, ...script })
  return launchWeapp({ dist, open, server })
}

test('campaigns are listed with their state, their homes and when they begin, and lead to their own page', async () => {
  const weapp = await opened()

  for (const words of [
    '草稿',
    '2026年12月1日 09:00',
    '李主管',
    '正在发送',
    '803 户',
    '2026年11月22日 09:30',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
  await weapp.tap('四季度物业费提醒')
  expect(weapp.path).toBe('packages/staff/campaign/index')
})

test.each([
  ['自动提醒', 'reminder-rules'],
  ['消息内容', 'wordings'],
  ['能通知到谁', 'reach'],
  ['新建活动', 'campaign-form'],
])('the way to %s is here', async (words, page) => {
  const weapp = await opened()
  await weapp.tap(words)
  expect(weapp.path).toBe(`packages/staff/${page}/index`)
})

test('a hundred campaigns come slice by slice', async () => {
  const weapp = await opened({
    [list]: Array.from({ length: 100 }, (_, at) => aCampaign({ id: id(at + 1), name: `活动${at + 1}号` })),
  })
  expect(weapp.has('活动20号')).toBe(true)
  expect(weapp.has('活动21号')).toBe(false)

  await weapp.tap('再看 30 行')
  expect(weapp.has('活动50号')).toBe(true)
  expect(weapp.has('只列最近的 100 个活动')).toBe(true)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('without any it says what they are for; who books sees them and makes none', async () => {
  const weapp = await opened({ [list]: [] }, 'finance')

  expect(weapp.has('还没有缴费提醒活动')).toBe(true)
  expect(weapp.has('由项目经理新建')).toBe(true)
  expect(weapp.has('新建活动')).toBe(false)
})

test('what cannot be read is said, and can be tried again', async () => {
  const weapp = await opened({ [list]: () => refusal(503, 'database-unavailable', '系统正在维护。') })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})

test('the desk and collectors are told whose it is', async () => {
  expect((await opened({}, 'collector')).has('由财务、项目经理办理')).toBe(true)
})
