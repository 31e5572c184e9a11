import { join } from 'node:path'
import type { Plan } from '@anjiao/shared/contract/plan'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { anInstalment } from '../../../pages/testing/plan-fixtures'
import { homeScript } from '../testing/home'
import { anApplied, aPolicy, planScript } from '../testing/plans'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { day } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/plan/index?community=1&plan=12'
const plan = `GET ${community}/plans/12`
const decide = `POST ${community}/plans/12/decide`

async function opened(shown: Plan, script: Script = {}, role: StaffRole = 'manager') {
  const { server, sent } = staffServer([role], { ...homeScript, ...planScript, [plan]: shown, ...script })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

/** An application that is as `after` says once it has been decided. */
function decided(after: Partial<Plan>) {
  let shown = anApplied()
  return {
    [plan]: () => ok(shown),
    [decide]: () => {
      shown = anApplied(after)
      return ok(shown)
    },
  }
}

test('an application stands beside what is known of the home: its charges, payments, plans and relief', async () => {
  const { weapp } = await opened(anApplied())

  for (const words of [
    '首付 200.00 元，再分 3 期，每月 15 号缴',
    '孩子刚上大学，年底前手头紧',
    '申请理由',
    '还有 2 天',
    '2027年2月15日',
    '3栋 1单元 502',
    '汤**',
    '本次申请',
    '分期申请正在审核',
    '已中断',
    '重大疾病',
    '缴费记录',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('it is approved with a word to the owner, who may then sign', async () => {
  const { weapp, sent } = await opened(anApplied(), decided({ state: 'approved', replyBy: null }))

  await weapp.tap('同意')
  await weapp.type('给业主的话', ' 慢慢来 ')
  await weapp.tap('同意')
  expect(sent(decide)).toEqual([{ kind: 'approve', answer: '慢慢来' }])
  expect(weapp.has('已同意，等业主签')).toBe(true)
  expect(weapp.has('怎么答复')).toBe(false)
})

test('other terms are chosen within the policy under which it was asked, and their schedule is shown at once', async () => {
  const newer = aPolicy({ downPercent: 90, publishedAt: '2026-11-22T02:00:00Z' })
  const { weapp, sent } = await opened(anApplied(), {
    ...decided({ state: 'countered', replyBy: null }),
    [`GET ${community}/plan-policies`]: [newer, aPolicy()],
  })

  await weapp.tap('换个方案')
  expect(weapp.has('至少 195.23 元')).toBe(true)
  await weapp.type('首付', '100')
  expect(weapp.has('首付至少要 195.23 元')).toBe(true)
  await weapp.type('首付', '一百')
  expect(weapp.has('请填金额')).toBe(true)
  await weapp.type('首付', '352.28')
  await weapp.choose('分几期', 2)
  expect(weapp.has('2027年3月15日')).toBe(true)
  await weapp.tap('发出新方案')
  expect(sent(decide)).toEqual([])

  await weapp.type('给业主的话', '多分一期，每期轻一些')
  await weapp.tap('发出新方案')
  const terms = { downFen: 35_228, instalments: 4, everyMonths: 1, dayOfMonth: 15 }
  expect(sent(decide)).toEqual([{ kind: 'counter', terms, answer: '多分一期，每期轻一些' }])
})

test('it is refused only with a reason, one of the usual or in own words', async () => {
  const { weapp, sent } = await opened(anApplied(), decided({ state: 'declined', replyBy: null }))

  await weapp.tap('不同意')
  await weapp.tap('发送答复')
  expect(sent(decide)).toEqual([])
  await weapp.tap('另写一段')
  await weapp.type('另写一段', '金额不大，可以先缴一半')
  await weapp.tap('发送答复')
  expect(sent(decide)).toEqual([{ kind: 'refuse', answer: '金额不大，可以先缴一半' }])
})

test('what a colleague decided meanwhile is said so, and can be looked at', async () => {
  const { weapp } = await opened(anApplied(), {
    [decide]: () => refusal(409, 'plan-moved-on', '这份分期的状态刚刚变了。'),
  })

  await weapp.tap('同意')
  await weapp.tap('同意')
  expect(weapp.has('这份分期的状态刚刚变了。')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('这份分期的状态刚刚变了。')).toBe(false)
})

test('the front desk reads it, and is told who decides', async () => {
  const { weapp } = await opened(anApplied(), {}, 'front_desk')

  expect(weapp.has('由财务、项目经理答复。')).toBe(true)
  expect(weapp.has('换个方案')).toBe(false)
})

test('who is not told why it was asked sees no empty line for it', async () => {
  const { weapp } = await opened(anApplied({ reason: '' }), {}, 'collector')

  expect(weapp.has('申请时间')).toBe(true)
  expect(weapp.has('申请理由')).toBe(false)
})

test('a signed plan tells each instalment, what was missed, and how it came about', async () => {
  const { weapp } = await opened(
    anApplied({
      state: 'broken',
      asked: { downFen: fen(0), instalments: 12, everyMonths: 1, dayOfMonth: 15 },
      signedOn: day('2026-08-10'),
      replyBy: null,
      paidFen: fen(65_076),
      openFen: fen(130_152),
      cureUntil: day('2026-12-01'),
      cureFen: fen(60_000),
      instalments: [
        anInstalment({ state: 'paid', paidFen: fen(65_076) }),
        anInstalment({ no: 2, state: 'missed', movedFrom: day('2026-10-15'), paidFen: fen(5_076) }),
        anInstalment({ no: 3, dueDate: day('2027-02-15') }),
      ],
      happenings: [
        { on: day('2026-08-01'), event: 'counter', to: 'countered', note: '少分几期' },
        { on: day('2026-11-12'), event: 'break', to: 'broken', note: '' },
      ],
    }),
  )

  for (const words of [
    '已缴 1 期，没按期 1 期，共 3 期',
    '第 2 期 · 没有按时缴上 · 已缴 50.76 元 · 原来是 2026年10月15日',
    '分 12 期，每月 15 号缴',
    '2026年12月1日前补缴 600.00 元',
    '没有按期缴，分期中断',
    '少分几期',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('收回这份方案')).toBe(false)
})

test('an offer that nobody has signed can be taken back, after a question', async () => {
  const takeBack = `POST ${community}/plans/12/take-back`
  const offered = anApplied({
    state: 'offered',
    replyBy: null,
    happenings: [{ on: day('2026-11-20'), event: 'offer', to: 'offered', note: '' }],
  })
  const { weapp, sent } = await opened(offered, { [takeBack]: { ...offered, state: 'cancelled' } })

  expect(weapp.has('物业提供的方案')).toBe(true)
  await weapp.tap('收回这份方案')
  expect(sent(takeBack)).toHaveLength(1)
})

test('what is not known of relief stops nobody from deciding', async () => {
  const { weapp } = await opened(anApplied(), {
    [`GET ${community}/relief`]: () => refusal(404, 'not-found', '没有找到。'),
  })

  expect(weapp.has('没有找到。')).toBe(true)
  expect(weapp.has('换个方案')).toBe(true)
})
