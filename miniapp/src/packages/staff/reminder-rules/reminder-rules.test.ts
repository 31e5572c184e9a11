import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { reminderScript, someRules } from '../testing/reminders'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { someWordings, wordingScript } from '../testing/wordings'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/reminder-rules/index?community=1'
const rules = `${community}/reminder-rules`

async function opened(script: Script = {}, role: StaffRole = 'manager') {
  const { server, sent } = staffServer([role], {
    ...reminderScript,
    ...wordingScript,
    [`PUT ${rules}`]: someRules,
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('every rule stands on one page in the order of time: before, on and after the day, and when something happens', async () => {
  const { weapp } = await opened()
  const days = weapp.lines.filter((line) => /^(前|后) \d 天$|^当天$|^随时$|^出账$/.test(line))
  expect(days).toEqual(['出账', '前 7 天', '当天', '后 7 天', '前 3 天', '当天', '后 1 天', '随时', '随时'])

  for (const words of [
    '账单出来时',
    '每期到期前 3 天',
    '缴费成功时',
    '10 点发',
    '马上发',
    '有了结果就发，晚上的留到第二天早上',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
})

test('a rule is switched by a press, and what was answered is seen at once', async () => {
  const off = someRules.map((each) => (each.rule === 'due_today' ? { ...each, on: false } : each))
  const { weapp, sent } = await opened({ [`PUT ${rules}`]: off })

  await weapp.tap('缴费日当天，开关')
  expect(sent(`PUT ${rules}`)).toEqual([{ rule: 'due_today', on: false }])
})

test('what a colleague changes meanwhile is seen when one comes back, and not undone by a switch', async () => {
  let stored = someRules
  const { weapp, sent } = await opened({
    [`GET ${rules}`]: () => ok([...stored]),
    [`PUT ${rules}`]: () => ok([...stored]),
  })
  await weapp.tap('缴费日当天，开关')
  stored = someRules.map((each) => (each.rule === 'due_today' ? { ...each, hour: 18 } : each))
  await weapp.tap('缴费日当天，修改怎么发')
  await weapp.tap('关闭')
  await weapp.tap('账单出来时，开关')
  expect(weapp.has('18 点发')).toBe(true)
  await weapp.tap('缴费日当天，开关')
  expect(sent(`PUT ${rules}`).at(-1)).toEqual({ rule: 'due_today', on: expect.any(Boolean) })
})

test('its channels and its hour are changed, and a rule without a channel is not taken', async () => {
  const { weapp, sent } = await opened()

  await weapp.tap('缴费日后 7 天，修改怎么发')
  await weapp.choose('几点发', 0)
  await weapp.tap('第 1 步：微信订阅消息')
  await weapp.tap('保存')
  expect(sent(`PUT ${rules}`)).toEqual([{ rule: 'overdue_7', channels: ['sms'], hour: 9 }])

  await weapp.tap('缴费成功时，修改怎么发')
  expect(weapp.has('住户自己选过时间的')).toBe(false)
  await weapp.tap('第 1 步：微信订阅消息')
  await weapp.tap('保存')
  expect(sent(`PUT ${rules}`)).toHaveLength(1)
})

test('a rule that is on and says nothing on its channel is marked', async () => {
  const { weapp } = await opened({
    [`GET ${community}/wordings`]: someWordings.filter(({ kind }) => kind !== 'bill'),
  })
  expect(weapp.has('微信订阅消息还没有消息内容，发不出去')).toBe(true)
  await weapp.tap('去写消息内容')
  expect(weapp.path).toBe('packages/staff/wordings/index')
})

test('who books sees what is on, and switches nothing', async () => {
  const { weapp } = await opened({}, 'finance')
  expect(weapp.has('开着')).toBe(true)
  expect(weapp.has('由项目经理打开和修改')).toBe(true)
  expect(weapp.has('修改怎么发')).toBe(false)
})

test('a setting that was not taken is said; what cannot be read can be tried again', async () => {
  const refused = await opened({ [`PUT ${rules}`]: () => refusal(409, 'sms-not-set-up', '还没有开通短信。') })
  await refused.weapp.tap('缴费日当天，开关')
  expect(refused.weapp.has('还没有开通短信。')).toBe(true)

  const unread = await opened({
    [`GET ${rules}`]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  expect(unread.weapp.has('再试一次')).toBe(true)
})
