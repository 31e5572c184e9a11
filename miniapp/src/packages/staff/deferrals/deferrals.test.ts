import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aListedDeferral } from '../testing/plans'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/deferrals/index?community=1'
const list = `GET ${community}/deferrals`
const decide = `POST ${community}/deferrals/5/decide`

/** A server with one deferral that waits, until it is decided. */
async function withOne(script: Script = {}, role: StaffRole = 'finance') {
  let waits = true
  const { server, sent } = staffServer([role], {
    [list]: ({ path }) => ok(waits && path.includes('state=applied') ? [aListedDeferral()] : []),
    [decide]: () => {
      waits = false
      return ok(aListedDeferral({ state: 'granted', replyBy: null }).deferral)
    },
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('a deferral that waits tells whose it is, until when, for what and why, and when to answer', async () => {
  const { weapp } = await withOne()

  for (const words of [
    '3栋 1单元 502',
    '汤**',
    '延到 2027年1月20日',
    '从今天起 58 天',
    '在外地照顾家人，月底回来',
    '1,952',
    '还有 5 天',
    '不计违约金',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  await weapp.tap('查看住户')
  expect(weapp.path).toBe('packages/staff/household/index')
})

test('it is granted to the day that was asked for', async () => {
  const { weapp, sent } = await withOne()

  await weapp.tap('同意')
  await weapp.tap('同意延到这一天')
  expect(sent(decide)).toEqual([{ grant: true, until: '2027-01-20', answer: '' }])
  expect(weapp.has('没有等待答复的延期申请')).toBe(true)
})

test('it is granted to another day, which has to lie ahead', async () => {
  const { weapp, sent } = await withOne()

  await weapp.tap('同意')
  await weapp.choose('延到哪一天', '2026-11-23')
  expect(weapp.has('请选今天以后的日期')).toBe(true)
  await weapp.tap('同意延到这一天')
  expect(sent(decide)).toEqual([])
  await weapp.choose('延到哪一天', '2026-12-31')
  await weapp.type('给业主的话', '年底前缴就好')
  await weapp.tap('同意延到这一天')
  expect(sent(decide)).toEqual([{ grant: true, until: '2026-12-31', answer: '年底前缴就好' }])
})

test('it is refused only with a reason', async () => {
  const { weapp, sent } = await withOne()

  await weapp.tap('不同意')
  await weapp.tap('发送答复')
  expect(sent(decide)).toEqual([])
  await weapp.tap('今年的延期已经用过')
  await weapp.tap('发送答复')
  expect(sent(decide)).toEqual([
    { grant: false, answer: '今年的延期已经用过，建议申请分期，前台可以帮您办。' },
  ])
})

test('what is too far, or answered meanwhile, is said in the words of the server', async () => {
  const { weapp } = await withOne({
    [decide]: () => refusal(409, 'deferral-decided', '这份延期申请已经答复过了，请刷新查看。'),
  })

  await weapp.tap('同意')
  await weapp.tap('同意延到这一天')
  expect(weapp.has('这份延期申请已经答复过了')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('同意延到这一天')).toBe(false)
})

test('those that were answered are under their state', async () => {
  const { weapp } = await withOne({
    [list]: ({ path }) =>
      ok(
        path.includes('granted')
          ? [aListedDeferral({ state: 'granted', replyBy: null, answer: '好的' })]
          : [],
      ),
  })

  await weapp.tap('已同意延期')
  expect(weapp.has('好的')).toBe(true)
  expect(weapp.has('不同意')).toBe(false)
  await weapp.tap('已撤回')
  expect(weapp.has('没有撤回的延期')).toBe(true)
})

test('the front desk reads, and is told who decides', async () => {
  const { weapp } = await withOne({}, 'front_desk')

  expect(weapp.has('由财务、项目经理答复。')).toBe(true)
})
