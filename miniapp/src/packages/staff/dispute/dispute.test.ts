import { join } from 'node:path'
import type { Dispute } from '@anjiao/shared/contract/disputes'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { type LaunchOptions, launchWeapp } from '../../../../harness/launch-weapp'
import { aDispute, aDisputeCase } from '../testing/disputes'
import { homeScript } from '../testing/home'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/dispute/index?community=1&dispute=4'
const answer = `POST ${community}/disputes/4/answer`
const view = `POST ${community}/disputes/4/photos/31/view`

/** A dispute that is as `after` says once it has been answered. */
async function opened(
  role: StaffRole,
  {
    after = {},
    script = {},
    ...phone
  }: { after?: Partial<Dispute>; script?: Script } & Partial<LaunchOptions> = {},
) {
  let shown = aDispute()
  const { server, asked, sent } = staffServer([role], {
    ...homeScript,
    [`GET ${community}/disputes`]: ({ path }) =>
      ok(path.endsWith(`state=${shown.state}`) ? [aDisputeCase(shown)] : []),
    [answer]: () => {
      shown = aDispute(after)
      return ok(shown)
    },
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server, ...phone }), asked, sent }
}

test('what the owner says stands beside the charge, how it was computed and by what', async () => {
  const { weapp } = await opened('manager')

  for (const words of [
    '面积不对',
    '房产证上是 89.60 平方米',
    '还有 2 天',
    '不催缴、不计违约金',
    '3栋 1单元 502',
    '汤**',
    '2.20 元/㎡·月 × 98.60 ㎡ × 18 个月',
    '业主大会决议〔2025〕3号',
    '缴费记录',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
  await weapp.tap('看账单明细')
  expect(weapp.path).toBe('packages/staff/statement/index')
})

test('a photo is asked for each time it is looked at, and is gone from the screen when it is closed', async () => {
  const link = { url: '/v1/photos/a-token', expiresAt: '2026-11-23T02:05:00Z' }
  const { weapp, sent } = await opened('front_desk', { script: { [view]: link } })
  expect(weapp.has('每次查看都会记录在案')).toBe(true)
  expect(weapp.has('已按期删除')).toBe(true)

  await weapp.tap('照片 1')
  expect(weapp.find('照片 1').children[0]?.attributes.src).toBe('/v1/photos/a-token')
  await weapp.tap('关闭')
  expect(weapp.has('放大')).toBe(false)
  await weapp.tap('照片 1')
  expect(sent(view)).toHaveLength(2)
})

test('a charge is explained, in the words that fit the doubt or in one’s own', async () => {
  const { weapp, sent } = await opened('front_desk', {
    after: {
      state: 'explained',
      answer: '按不动产权证核对过。',
      replyBy: null,
      answeredAt: '2026-11-23T02:00:00Z',
    },
  })
  await weapp.tap('解释清楚，账单不变')
  expect(weapp.has('如与您的不动产权证不同，请带证到前台')).toBe(true)
  await weapp.tap('发送答复')
  expect(sent(answer)).toEqual([])

  await weapp.tap('另写一段')
  await weapp.type('另写一段', ' 按不动产权证核对过。 ')
  await weapp.tap('发送答复')
  expect(sent(answer)).toEqual([{ outcome: 'explained', answer: '按不动产权证核对过。' }])
  expect(weapp.has('怎么答复')).toBe(false)
  expect(weapp.has('按不动产权证核对过。')).toBe(true)
})

test('a manager takes a wrong charge back with the answer, after being told what becomes of the money', async () => {
  const { weapp, sent } = await opened('manager', { after: { state: 'corrected', replyBy: null } })

  await weapp.tap('业主说得对，更正账单')
  await weapp.tap('您说得对，这笔账单有误')
  await weapp.tap('作废并答复')
  const question = weapp.calls.find(({ name }) => name === 'showModal')
  expect(question?.options).toMatchObject({
    content: expect.stringContaining('1,952.28 元和它的违约金都作废'),
  })
  expect(question?.options).toMatchObject({ content: expect.stringContaining('转入这一户的预存') })
  expect(sent(answer)).toMatchObject([{ outcome: 'corrected', cancelCharge: true }])
  expect(weapp.has('已更正')).toBe(true)
})

test('whoever thinks better of it takes nothing back', async () => {
  const { weapp, sent } = await opened('manager', { confirm: () => false })

  await weapp.tap('业主说得对，更正账单')
  await weapp.tap('您说得对，这笔账单有误')
  await weapp.tap('作废并答复')
  expect(sent(answer)).toEqual([])
})

test('a charge that was put right otherwise is left standing', async () => {
  const { weapp, sent } = await opened('manager')

  await weapp.tap('业主说得对，更正账单')
  await weapp.tap('作废这笔账单')
  expect(weapp.has('从明天起照常缴')).toBe(true)
  await weapp.tap('您说得对，这笔账单有误')
  await weapp.tap('发送答复')
  expect(sent(answer)).toMatchObject([{ outcome: 'corrected', cancelCharge: false }])
})

test('who is no manager explains, and is told who puts a charge right', async () => {
  const { weapp } = await opened('finance')

  expect(weapp.has('由项目经理答复并作废')).toBe(true)
  expect(weapp.has('业主说得对，更正账单')).toBe(false)
})

test('what a colleague answered meanwhile is said so, and can be looked at', async () => {
  const { weapp } = await opened('manager', {
    script: { [answer]: () => refusal(409, 'dispute-over', '这条异议已经有了结果，请刷新查看。') },
  })
  await weapp.tap('解释清楚，账单不变')
  await weapp.tap('计费面积以不动产登记的建筑面积为准')
  await weapp.tap('发送答复')
  expect(weapp.has('这条异议已经有了结果')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('这条异议已经有了结果')).toBe(false)
})

test('one that stands in no list is said to be gone, with the way to the others', async () => {
  const { weapp, asked } = await opened('manager', { script: { [`GET ${community}/disputes`]: [] } })

  expect(weapp.has('没有找到这条异议')).toBe(true)
  expect(asked.filter(({ path }) => path.includes('/disputes?'))).toHaveLength(4)
  await weapp.tap('看异议列表')
  expect(weapp.path).toBe('packages/staff/disputes/index')
})
