import { join } from 'node:path'
import type { Campaign, CampaignProgress } from '@anjiao/shared/contract/campaigns'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aCampaign, aProgress, reminderScript, someSteps } from '../testing/reminders'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { day, id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/campaign/index?community=1&campaign=5'
const address = `${community}/campaigns/5`
const read = `GET ${address}`

const told = (campaign: Partial<Campaign>, progress: Partial<CampaignProgress> = {}) => ({
  campaign: aCampaign(campaign),
  progress: aProgress(progress),
  steps: someSteps,
})

async function opened(campaign: Partial<Campaign>, script: Script = {}, role: StaffRole = 'manager') {
  const { server, sent, asked } = staffServer([role], {
    ...reminderScript,
    [read]: told(campaign),
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent, asked }
}

test('a draft says whom, how, when and how fast, and is submitted after a question', async () => {
  const { weapp, sent } = await opened({}, { [`POST ${address}/submit`]: aCampaign({ state: 'submitted' }) })

  for (const words of [
    '3栋、10栋',
    '物业服务费',
    '30 天以上',
    '100.00 元以上',
    '微信订阅消息 → 短信',
    '每分钟最多 600 条',
    '随机留 10% 不提醒',
    '2026年12月1日 09:00',
    '李主管，2026年11月22日 10:00',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  await weapp.tap('提交')
  expect(sent(`POST ${address}/submit`)).toEqual([{ seen: 17 }])
  expect(weapp.calls.find(({ name }) => name === 'showModal')?.options).toMatchObject({
    content: expect.stringContaining('另一位同事看过才发'),
  })
  expect(weapp.complaints).toEqual([])
})

test('a second person tries it out, and agrees or sends it back', async () => {
  const { weapp, sent } = await opened(
    { state: 'submitted', homes: 803, may: ['approve', 'send_back', 'take_back', 'stop'] },
    { [`POST ${address}/approve`]: aCampaign({ state: 'approved' }) },
  )

  await weapp.tap('试算一遍')
  expect(sent(`POST ${community}/campaigns/dry-run`)).toMatchObject([{ campaignId: 5, holdOutPercent: 10 }])
  expect(weapp.has('会用掉业主同意的 412 次')).toBe(true)
  expect(weapp.has('退回修改')).toBe(true)
  await weapp.tap('批准')
  expect(sent(`POST ${address}/approve`)).toEqual([{ seen: 17 }])
})

test('whoever is to agree sees what a colleague changed meanwhile, and no result of what it was before', async () => {
  const waits = { state: 'submitted', may: ['approve', 'send_back', 'take_back', 'stop'] } as const
  let now: Partial<Campaign> = { ...waits, may: [...waits.may] }
  const { weapp, sent } = await opened(
    {},
    { [read]: () => ok(told(now)), [`POST ${address}/approve`]: aCampaign({ state: 'approved' }) },
  )
  await weapp.tap('试算一遍')
  expect(weapp.has('试算结果')).toBe(true)

  now = { ...now, holdOutPercent: 0, lastStep: id(20) }
  await weapp.pass(20_500)
  expect(weapp.has('试算结果')).toBe(false)
  await weapp.tap('批准')
  expect(sent(`POST ${address}/approve`)).toEqual([{ seen: 20 }])
})

test('whoever drafted it is told that a second person agrees', async () => {
  const { weapp } = await opened({ state: 'submitted', may: ['take_back', 'stop'] })
  expect(weapp.has('要由另一位同事批准')).toBe(true)
})

test('while it goes out one sees it move, and may pause and stop it', async () => {
  const script = { waiting: 500 }
  const { weapp, sent } = await opened(
    {},
    {
      [read]: () => {
        script.waiting -= 100
        return ok(told({ state: 'running', may: ['pause', 'stop'] }, { waiting: script.waiting }))
      },
      [`POST ${address}/pause`]: aCampaign({ state: 'paused' }),
    },
  )
  expect(weapp.has('320 / 723 户')).toBe(true)
  await weapp.pass(3_500)
  expect(weapp.has('420 / 723 户')).toBe(true)

  await weapp.tap('暂停')
  expect(sent(`POST ${address}/pause`)).toHaveLength(1)
})

test('nothing is paused or stopped without a yes', async () => {
  const { server, sent } = staffServer(['manager'], {
    ...reminderScript,
    [read]: told({ state: 'running', may: ['pause', 'stop'] }),
  })
  const weapp = await launchWeapp({ dist, open, server, confirm: () => false })
  await weapp.tap('停止')
  expect(sent(`POST ${address}/stop`)).toEqual([])
})

test('why it stands still is said', async () => {
  const { weapp } = await opened(
    {},
    { [read]: told({ state: 'running', may: ['pause', 'stop'] }, { standsBecause: 'quota' }) },
  )
  expect(weapp.has('微信今天的发送额度已用完')).toBe(true)
})

test('what came of it stands in bars: delivered, refused, unreachable, left out and why, and who paid beside those not reminded', async () => {
  const { weapp } = await opened({ state: 'done', may: [], approvedBy: '周经理' })

  for (const words of [
    '已送到',
    '300 户',
    '已发出，还不知道到没到',
    '业主不再接收',
    '没有同意过，或同意的次数用完了',
    '联系不上',
    '结果不明，等同事核对',
    '已缴清',
    '其中 150 户点开看了',
    '送到 280 / 发出 390 条',
    '14 天内缴费，安排提醒的',
    '40%（168 / 420 户）',
    '25%（20 / 80 户）',
    '安排提醒的比没提醒的，14 天内缴费的多 15 个百分点',
    '123,456',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  await weapp.tap('去核对结果不明的')
  expect(weapp.path).toBe('packages/staff/messages/index')
})

test.each([
  ['before it has begun', 'running', null, '开始以后满 14 天，才比得出差别'],
  ['before 14 days have passed', 'done', '2026-12-05', '到2026年12月5日满 14 天，那时再比'],
] as const)('%s nothing is said of what reminding did, but when it will be', async (_, state, on, words) => {
  const { weapp } = await opened(
    {},
    { [read]: told({ state, may: [] }, { comparesOn: on === null ? null : day(on) }) },
  )
  expect(weapp.has(words)).toBe(true)
  expect(weapp.has('个百分点')).toBe(false)
})

test('a comparison with few homes on either side, or none, says so', async () => {
  const group = { homes: 12, paid3Days: 1, paid7Days: 2, paid14Days: 3, paidFen: fen(0) }
  const few = await opened({}, { [read]: told({ state: 'done', may: [] }, { notReminded: group }) })
  expect(few.weapp.has('没提醒的（对照）只有 12 户，差别可能是碰巧')).toBe(true)
  const fewTold = await opened({}, { [read]: told({ state: 'done', may: [] }, { reminded: group }) })
  expect(fewTold.weapp.has('安排提醒的只有 12 户，差别可能是碰巧')).toBe(true)
  expect(fewTold.weapp.has('个百分点')).toBe(false)

  const none = await opened(
    {},
    { [read]: told({ state: 'done', may: [] }, { notReminded: { ...group, homes: 0 } }) },
  )
  expect(none.weapp.has('这次没有留对照')).toBe(true)
})

test('when a colleague was faster one is told, and looks again', async () => {
  const { weapp } = await opened(
    {},
    { [`POST ${address}/submit`]: () => refusal(409, 'campaign-moved-on', '这个活动的状态刚刚变了。') },
  )
  await weapp.tap('提交')
  expect(weapp.has('这个活动的状态刚刚变了。')).toBe(true)
  expect(weapp.has('刷新')).toBe(true)
})

test('who books looks on, and moves nothing', async () => {
  const { weapp } = await opened({ state: 'running', may: [] }, {}, 'finance')
  expect(weapp.has('520 / 723 户')).toBe(true)
  expect(weapp.has('暂停')).toBe(false)
  expect(weapp.has('由项目经理办理。您可以看，不能改')).toBe(true)
})
