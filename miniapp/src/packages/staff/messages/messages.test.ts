import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aComplaint, aLoggedNotice, messageScript, wishes } from '../testing/messages'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/messages/index?community=1'
const answered = `POST ${community}/complaints/81/answer`
const resolved = `POST ${community}/deliveries/72/resolve`

async function opened(script: Script = {}, role: StaffRole = 'manager') {
  const { server, sent } = staffServer([role], {
    ...messageScript,
    [answered]: aComplaint(),
    [resolved]: aLoggedNotice(),
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('what is found wrong with a reminder stands beside the reminder, with the days left to answer', async () => {
  const { weapp } = await opened()
  for (const words of [
    '对提醒的意见 1',
    '结果不明的消息 1',
    '上个月已经缴过了，怎么还提醒？',
    '还有 2 天',
    '您有账单待查看',
    '已到达手机，2026年11月20日 10:00',
    '时间已经改好。',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('it is answered in the usual words or in one’s own', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('答复住户')
  await weapp.tap('发送答复')
  expect(sent(answered)).toEqual([])
  await weapp.tap('另写一段')
  await weapp.type('另写一段', ' 是我们弄错了，抱歉。 ')
  await weapp.tap('发送答复')
  expect(sent(answered)).toEqual([{ answer: '是我们弄错了，抱歉。' }])
})

test('that wishes stand entered is offered as an answer only where they do', async () => {
  const entered = '您希望的时间和方式已经登记好'
  const { weapp } = await opened()
  await weapp.tap('答复住户')
  expect(weapp.has(entered)).toBe(true)

  const unsaid = await opened({
    [`GET ${community}/households/42/contact`]: { wishes, said: null, stop: null },
  })
  await unsaid.weapp.tap('答复住户')
  expect(unsaid.weapp.has(entered)).toBe(false)
})

test('a person says what became of a message, and how they know', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('结果不明的消息 1')
  expect(weapp.has('怕住户收到两次')).toBe(true)
  expect(weapp.has('138****1190')).toBe(true)

  await weapp.tap('处理')
  await weapp.tap('业主收到了')
  await weapp.tap('保存')
  expect(sent(resolved)).toEqual([])
  await weapp.type('怎么核对的', '打电话问过')
  await weapp.tap('保存')
  expect(sent(resolved)).toEqual([{ resolution: 'arrived', note: '打电话问过' }])
})

test('when a colleague was faster one is told, and looks again', async () => {
  const { weapp } = await opened({
    [resolved]: () => refusal(409, 'delivery-resolved', '这条消息已经有同事处理过了。'),
  })
  await weapp.tap('结果不明的消息 1')
  await weapp.tap('处理')
  await weapp.tap('不再管它')
  await weapp.type('怎么核对的', '查不到')
  await weapp.tap('保存')
  expect(weapp.has('这条消息已经有同事处理过了。')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('怎么核对的')).toBe(false)
})

test('when nothing waits it says so; what cannot be read can be tried again', async () => {
  const none = await opened({
    [`GET ${community}/complaints`]: [],
    [`GET ${community}/deliveries/unknown`]: [],
  })
  expect(none.weapp.has('没有对提醒的意见')).toBe(true)
  await none.weapp.tap('结果不明的消息')
  expect(none.weapp.has('没有结果不明的消息')).toBe(true)

  const unread = await opened({
    [`GET ${community}/complaints`]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  expect(unread.weapp.has('再试一次')).toBe(true)
})

test('the way from the workbench to unknown messages leads right to them', async () => {
  const { server } = staffServer(['manager'], messageScript)
  const weapp = await launchWeapp({ dist, open: `${open}&tab=unknown`, server })
  expect(weapp.has('怕住户收到两次')).toBe(true)
})

test('whoever is no manager is told whose it is', async () => {
  expect((await opened({}, 'finance')).weapp.has('由项目经理办理')).toBe(true)
})
