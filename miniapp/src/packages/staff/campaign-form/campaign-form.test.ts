import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aCampaign, aDryRun, everybody, reminderScript } from '../testing/reminders'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const form = '/packages/staff/campaign-form/index?community=1'
const campaigns = `${community}/campaigns`
const counted = `POST ${campaigns}/count`

async function writing(script: Script = {}, open = form) {
  const { server, sent } = staffServer(['manager'], {
    ...reminderScript,
    [`POST ${campaigns}`]: aCampaign(),
    [`PUT ${campaigns}/5`]: aCampaign(),
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('homes are counted anew as the segment is written, once the writing pauses', async () => {
  const { weapp, sent } = await writing()
  expect(sent(counted)).toEqual([everybody])
  expect(weapp.has('803 户')).toBe(true)
  expect(weapp.has('这是全小区所有可以提醒的住户')).toBe(true)
  expect(weapp.has('超过 200 户，提交后要由另一位同事批准')).toBe(true)

  await weapp.tap('10栋')
  await weapp.tap('1栋')
  await weapp.tap('物业服务费')
  await weapp.type('逾期至少', '30')
  await weapp.type('待缴至多', '2,000')
  await weapp.choose('有没有办过分期', 2)
  await weapp.choose('以前提醒到过没有', 1)
  await weapp.pass(500)
  expect(sent(counted).at(-1)).toEqual({
    ...everybody,
    buildings: ['1栋', '10栋'],
    feeItemIds: [1],
    overdueDaysMin: 30,
    openMaxFen: 200_000,
    plans: 'broken',
    reached: 'never',
  })
})

test('a segment that matches nobody is said at once', async () => {
  const { weapp } = await writing({ [counted]: { homes: 0, openFen: 0, everybody: false } })
  expect(weapp.has('没有一户符合条件，请放宽一些。')).toBe(true)
})

test('trying it out tells who gets what, who does not and why, consents and cost, with examples, and writes nothing', async () => {
  const { weapp, sent } = await writing()

  await weapp.tap('试算')
  expect(sent(`POST ${campaigns}/dry-run`)).toEqual([])
  await weapp.type('活动名称', '四季度提醒')
  await weapp.tap('试算')
  expect(sent(`POST ${campaigns}/dry-run`)).toHaveLength(1)
  for (const words of [
    '610 户',
    '80 户',
    '72 户',
    '41 户',
    '会用掉业主同意的 412 次',
    '微信今天还能发 300 条提醒，一天发不完',
    '不花钱',
    '9.90',
    '正在办分期、延期、减免或异议',
    '最近刚提醒过',
    '3栋 1单元 502 汤**',
    '温馨提示：账单待查看，点开看明细',
  ]) {
    expect(weapp.has(words) || weapp.lines.join('\n').includes(words), words).toBe(true)
  }
  expect(sent(`POST ${campaigns}`)).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  await weapp.tap('3栋')
  expect(weapp.has('试算结果')).toBe(false)
})

test('what the company has not priced is said, not guessed', async () => {
  const { weapp } = await writing({
    [`POST ${campaigns}/dry-run`]: aDryRun({ byChannel: [{ channel: 'sms', homes: 198, costFen: null }] }),
  })
  await weapp.type('活动名称', '四季度提醒')
  await weapp.tap('试算')
  expect(weapp.has('单价没有登记，算不出')).toBe(true)
})

test('channels stand in an order that one changes by a press', async () => {
  const { weapp, sent } = await writing()
  await weapp.type('活动名称', '四季度提醒')

  await weapp.tap('短信')
  await weapp.tap('纸质信')
  expect(weapp.has('第 3 步：纸质信')).toBe(true)
  await weapp.tap('第 1 步：微信订阅消息')
  expect(weapp.has('第 1 步：短信')).toBe(true)
  await weapp.tap('前移')
  await weapp.tap('存为草稿')
  expect(sent(`POST ${campaigns}`)).toMatchObject([{ channels: ['letter', 'sms'] }])
})

test('a day in the past and no channel are said at their place, and nothing is stored', async () => {
  const { weapp, sent } = await writing()
  await weapp.type('活动名称', '四季度提醒')

  await weapp.tap('到这一天再开始')
  expect(weapp.has('请选哪一天')).toBe(true)
  await weapp.choose('哪一天', '2026-11-23')
  await weapp.choose('几点', 0)
  expect(weapp.has('这个时间已经过了')).toBe(true)
  await weapp.tap('存为草稿')
  expect(sent(`POST ${campaigns}`)).toEqual([])

  await weapp.choose('几点', 5)
  await weapp.tap('慢慢发')
  await weapp.type('每分钟最多', '300')
  expect(weapp.has('最近 14 天里别的活动留下做对照的户，不管这里填多少，这次也不提醒')).toBe(true)
  await weapp.slide('留一些户不提醒', 20)
  await weapp.tap('存为草稿')
  expect(sent(`POST ${campaigns}`)).toMatchObject([
    { startsAt: '2026-11-23T06:00:00.000Z', perMinute: 300, holdOutPercent: 20 },
  ])
  expect(weapp.path).toBe('packages/staff/campaign/index')
})

test('who leaves the form by mistake finds what was written again', async () => {
  const { weapp } = await writing({}, '/packages/staff/campaigns/index?community=1')
  await weapp.tap('新建活动')
  await weapp.type('活动名称', '写到一半')
  await weapp.back()
  await weapp.tap('新建活动')
  expect(weapp.has('试算不会发出任何消息')).toBe(true)
})

test('a draft is changed whole, with what it says already in its fields', async () => {
  const { weapp, sent } = await writing({}, `${form}&campaign=5`)

  await weapp.type('逾期至少', '60')
  await weapp.tap('存为草稿')
  const { name, segment, channels, startsAt, perMinute, holdOutPercent } = aCampaign()
  expect(sent(`PUT ${campaigns}/5`)).toEqual([
    {
      name,
      segment: { ...segment, overdueDaysMin: 60 },
      channels,
      startsAt,
      perMinute,
      holdOutPercent,
      seen: 17,
    },
  ])
  expect(weapp.path).toBe('packages/staff/campaign/index')
})

test('a refusal is told in the words of the server, and what was written stays', async () => {
  const { weapp } = await writing({
    [`POST ${campaigns}`]: () => refusal(409, 'sms-not-set-up', '还没有开通短信。'),
  })
  await weapp.type('活动名称', '四季度提醒')
  await weapp.tap('存为草稿')
  expect(weapp.has('还没有开通短信。')).toBe(true)
})

test('a draft that a colleague changed meanwhile is not written over: one is led to how it is now', async () => {
  const { weapp } = await writing(
    { [`PUT ${campaigns}/5`]: () => refusal(409, 'campaign-moved-on', '这个活动的状态刚刚变了。') },
    `${form}&campaign=5`,
  )
  await weapp.type('逾期至少', '60')
  await weapp.tap('存为草稿')
  expect(weapp.has('这个活动的状态刚刚变了。')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.path).toBe('packages/staff/campaign/index')
})

test('who only looks on makes none', async () => {
  const { server } = staffServer(['finance'], reminderScript)
  const weapp = await launchWeapp({ dist, open: form, server })
  expect(weapp.has('由项目经理办理')).toBe(true)
})
