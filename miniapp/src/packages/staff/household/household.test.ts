import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { everything } from '../testing/everything'
import { planScript } from '../testing/plans'
import { community, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/household/index?community=1&household=42'
const reveal = `POST ${community}/households/42/reveal-phone`

test('a household shows who owns it, what it owes and what was paid, phones masked', async () => {
  const weapp = await launchWeapp({ dist, open, server: everything().server })

  for (const words of [
    '汤小满',
    '98.60 ㎡',
    '138****1190',
    '123,456',
    '12,345',
    '女儿',
    '2026年11月23日 10:01',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  await weapp.tap('物业服务费')
  expect(weapp.path).toBe('packages/staff/statement/index')
  expect(weapp.has('2.20 元/㎡·月 × 98.60 ㎡ × 18 个月')).toBe(true)
})

test('a phone number is shown in full only to whoever says why', async () => {
  const { server, sent } = withPhones(['collector'])
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('查看完整号码')
  await weapp.tap('查看')
  expect(sent(reveal)).toEqual([])
  await weapp.tap('电话提醒缴费')
  await weapp.tap('查看')
  expect(sent(reveal)).toEqual([{ reason: '电话提醒缴费' }])

  await weapp.tap('拨打 13812341190')
  expect(weapp.calls[weapp.calls.length - 1]).toMatchObject({
    name: 'makePhoneCall',
    options: { phoneNumber: '13812341190' },
  })
  await weapp.tap('关闭')
  expect(weapp.has('13812341190')).toBe(false)
})

test('who books is not offered phone numbers', async () => {
  const weapp = await launchWeapp({ dist, open, server: withPhones(['finance']).server })

  expect(weapp.has('138****1190')).toBe(true)
  expect(weapp.has('查看完整号码')).toBe(false)
})

test('a household shows what was agreed on with it, and leads there', async () => {
  const weapp = await launchWeapp({ dist, open, server: everything().server })
  for (const words of ['先不要提醒', '分期申请正在审核', '按期缴费中', '重大疾病']) {
    expect(weapp.has(words), words).toBe(true)
  }

  await weapp.tap('等物业答复')
  expect(weapp.path).toBe('packages/staff/plan/index')
})

test('who goes out to collect sees whether to press, and nothing of hardship', async () => {
  const weapp = await launchWeapp({ dist, open, server: withPhones(['collector']).server })

  expect(weapp.has('先不要提醒')).toBe(true)
  expect(weapp.has('重大疾病')).toBe(false)
})

function withPhones(roles: Parameters<typeof staffServer>[0]) {
  const all = everything().server
  const household = all({ method: 'GET', path: `${community}/households/42`, body: undefined }).body
  const bills = all({ method: 'GET', path: '/v1/communities/1/households/42/bills', body: undefined }).body
  return staffServer(roles, {
    ...planScript,
    [`GET ${community}/households/42`]: () => ({ status: 200, body: household }),
    'GET /v1/communities/1/households/42/bills': () => ({ status: 200, body: bills }),
    'GET /v1/communities/1/households/42/payments': { payments: [], more: false },
    'GET /v1/communities/1/households/42/receipts': { receipts: [], more: false },
    [reveal]: { phones: ['13812341190'] },
  })
}
