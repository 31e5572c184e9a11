import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aRequest, someRequests } from '../testing/requests'
import { community, refusal, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/requests/index?community=1'
const requests = `GET ${community}/requests`

test('everything that residents asked stands in one queue, and what is late is said in words', async () => {
  const { server } = staffServer(['front_desk'], { [requests]: someRequests })
  const weapp = await launchWeapp({ dist, open, server })

  for (const words of [
    '有 1 件超过了答应的答复期限',
    '超期 3 天',
    '今天要答复',
    '还有 2 天',
    '3 天前',
    '物业服务费 2026年1月：面积不对',
    '李**',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('the queue may be narrowed to one matter, each with its number', async () => {
  const { server } = staffServer(['front_desk'], { [requests]: someRequests })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('延期 1')
  expect(weapp.has('延期到2027年1月20日')).toBe(true)
  expect(weapp.has('物业服务费 2026年1月：面积不对')).toBe(false)
  expect(weapp.has('期间不催缴')).toBe(true)
})

test('a complaint about a reminder stands among them, about no money, and leads to where it is answered', async () => {
  const complaint = aRequest({ matter: 'complaint', what: '缴费提醒：已经缴过了', amountFen: null })
  const { server } = staffServer(['manager'], {
    [requests]: [...someRequests, complaint],
    [`GET ${community}/complaints`]: [],
    [`GET ${community}/deliveries/unknown`]: [],
  })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('提醒意见 1')
  expect(weapp.has('缴费提醒：已经缴过了')).toBe(true)
  expect(weapp.lines.join('\n')).not.toContain('0.00')
  await weapp.tap('3栋 1单元 502')
  expect(weapp.path).toBe('packages/staff/messages/index')
})

test('when everything is answered it says so', async () => {
  const { server } = staffServer(['front_desk'], { [requests]: [] })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('没有等待答复的申请')).toBe(true)
  await weapp.tap('异议')
  expect(weapp.has('这一类没有等待答复的申请')).toBe(true)
})

test('what cannot be read is said, and can be tried again', async () => {
  const { server } = staffServer(['front_desk'], {
    [requests]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})
