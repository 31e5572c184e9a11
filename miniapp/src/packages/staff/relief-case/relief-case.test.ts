import { join } from 'node:path'
import type { ReliefApplication, ReliefCase } from '@anjiao/shared/contract/relief'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { type LaunchOptions, launchWeapp } from '../../../../harness/launch-weapp'
import { homeScript } from '../testing/home'
import { planScript } from '../testing/plans'
import { aGrant, aReliefBudget, aReliefCase, aStandard } from '../testing/relief'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { day } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/relief-case/index?community=1&relief=6'
const address = `${community}/relief/6`
const decide = `POST ${address}/decide`
const second = `POST ${address}/second`
const reverse = `POST ${address}/reverse`
const checked = `POST ${address}/checked`
const view = `POST ${address}/photos/31/view`

type Opening = Partial<LaunchOptions> & { role?: StaffRole; script?: Script }

async function opened(shown: ReliefCase, { role = 'manager', script = {}, ...phone }: Opening = {}) {
  const { server, sent } = staffServer([role], {
    ...homeScript,
    ...planScript,
    [`GET ${address}`]: shown,
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server, ...phone }), sent }
}

/** A case that is as `after` says once this has been sent. */
function becoming(key: string, before: ReliefCase, after: ReliefCase): Script {
  let shown = before
  return {
    [`GET ${address}`]: () => ok(shown),
    [key]: () => {
      shown = after
      return ok(shown)
    },
  }
}

const granted: Partial<ReliefApplication> = {
  state: 'granted',
  replyBy: null,
  grant: aGrant(),
  reason: '材料已核对，符合公布的标准。',
}

test('a case stands whole: what was asked, what the standard gives, the budget, like cases, and the home', async () => {
  const { weapp } = await opened(aReliefCase())

  for (const words of [
    '今年做了手术',
    '重大疾病减免：减免 30%，最多 1,000.00 元，已有的违约金也免收',
    '医院证明或社区证明，有一样就够。',
    '拍照上传',
    '还有 2 天',
    '不催缴、不计违约金',
    '还没有核对记录',
    '少缴 585.68 元（减免 30%）',
    '免收违约金 12.00 元',
    '超过 500.00 元，要两个人先后审核',
    '还剩 37,655.00 / 50,000.00 元',
    '2026年10月12日',
    '减免 20%',
    '3栋 1单元 502',
    '汤**',
    '本次申请',
    '其他分期',
    '业主申请',
    '缴费记录',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  await weapp.tap('看完整标准')
  expect(weapp.has('2026年第一次业主大会决议第三项')).toBe(true)
})

test('it is granted as the standard gives, with a reason; above the sum that is the first of two', async () => {
  const before = aReliefCase()
  const after = aReliefCase({ state: 'agreed_once' }, { mayDecide: false })
  const { weapp, sent } = await opened(before, { script: becoming(decide, before, after) })

  await weapp.tap('同意减免')
  expect(weapp.has('复核同意才改账单')).toBe(true)
  await weapp.tap('初审同意')
  expect(sent(decide)).toEqual([])
  await weapp.tap('材料已核对，符合公布的标准。')
  await weapp.tap('初审同意')
  const reason = '材料已核对，符合公布的标准。'
  expect(sent(decide)).toEqual([{ kind: 'grant', percent: null, amountFen: null, reason }])
})

test('the first of the two is told in words that somebody else must look', async () => {
  const { weapp } = await opened(aReliefCase({ state: 'agreed_once' }, { mayDecide: false }))

  expect(weapp.has('初审和复核要由两个人办理')).toBe(true)
  expect(weapp.has('初审同意的')).toBe(true)
  expect(weapp.has('复核同意')).toBe(false)
})

test('the second agrees, and it is granted', async () => {
  const before = aReliefCase({ state: 'agreed_once' })
  const { weapp, sent } = await opened(before, { script: becoming(second, before, aReliefCase(granted)) })

  await weapp.tap('复核同意')
  await weapp.tap('初审的依据和金额已复核，同意。')
  await weapp.tap('同意减免')
  expect(sent(second)).toEqual([{ approve: true, reason: '初审的依据和金额已复核，同意。' }])
  expect(weapp.has('已经减免')).toBe(true)
  expect(weapp.has('怎么答复')).toBe(false)
})

test('the second does not agree, and says why', async () => {
  const before = aReliefCase({ state: 'agreed_once' })
  const after = aReliefCase({ state: 'refused', replyBy: null })
  const { weapp, sent } = await opened(before, { script: becoming(second, before, after) })

  await weapp.tap('复核不同意')
  expect(weapp.has('也可以申请一次复议')).toBe(true)
  await weapp.tap('另写一段')
  await weapp.type('另写一段', '证明已经过期，请换一份。')
  await weapp.tap('发送答复')
  expect(sent(second)).toEqual([{ approve: false, reason: '证明已经过期，请换一份。' }])
})

test('less than the standard is granted only with a reason of its own', async () => {
  const { weapp, sent } = await opened(aReliefCase({}, { needsSecond: false }), {
    script: { [decide]: aReliefCase(granted) },
  })

  await weapp.tap('同意减免')
  await weapp.tap('材料已核对，符合公布的标准。')
  await weapp.tap('少减一些')
  expect(weapp.has('标准是 30%，填 1 到 29 的整数')).toBe(true)
  await weapp.type('减免比例', '30')
  await weapp.tap('业主只申请减免一部分。')
  await weapp.tap('同意减免')
  expect(sent(decide)).toEqual([])
  await weapp.type('减免比例', '20')
  await weapp.tap('同意减免')
  expect(sent(decide)).toEqual([
    { kind: 'grant', percent: 20, amountFen: null, reason: '业主只申请减免一部分。' },
  ])
})

test('of a sum a part may be granted; of time there is no less', async () => {
  const ofSum = aReliefCase(
    { standard: aStandard({ measure: 'sum', percent: null, sumMaxFen: fen(60_000) }) },
    { proposed: aGrant({ percent: null, principalFen: fen(60_000), lastsUntil: null }), needsSecond: false },
  )
  const { weapp, sent } = await opened(ofSum, { script: { [decide]: aReliefCase(granted) } })
  await weapp.tap('同意减免')
  await weapp.tap('少减一些')
  await weapp.type('减免金额', '200')
  await weapp.tap('预算剩余不够按标准全额减免。')
  await weapp.tap('同意减免')
  expect(sent(decide)).toMatchObject([{ percent: null, amountFen: 20_000 }])

  const ofTime = aReliefCase(
    { standard: aStandard({ measure: 'deferral', percent: null, sumMaxFen: null, deferralDays: 90 }) },
    {
      proposed: aGrant({
        percent: null,
        principalFen: fen(0),
        lateFeeFen: fen(0),
        deferredUntil: day('2027-02-21'),
        lastsUntil: null,
      }),
      budget: null,
    },
  )
  const time = await opened(ofTime)
  await time.weapp.tap('同意减免')
  expect(time.weapp.has('2027年2月21日前缴清就行')).toBe(true)
  expect(time.weapp.has('少减一些')).toBe(false)
})

test('it is refused only with a reason, and what is missing is asked for in words', async () => {
  const { weapp, sent } = await opened(aReliefCase(), { script: { [decide]: aReliefCase() } })

  await weapp.tap('不同意')
  await weapp.tap('发送答复')
  expect(sent(decide)).toEqual([])
  await weapp.tap('您的情况更适合另一项减免标准')
  await weapp.tap('发送答复')
  await weapp.tap('请业主补充')
  await weapp.tap('请带证件原件到物业前台')
  await weapp.tap('发给业主')
  expect(sent(decide)).toMatchObject([{ kind: 'refuse' }, { kind: 'return' }])
})

test('while something is missing it can be refused and not granted; after an appeal nothing more is asked for', async () => {
  const missing = await opened(
    aReliefCase(
      { state: 'returned', replyBy: null, sendBy: day('2026-12-08'), reason: '请补一份证明。' },
      { sameKind: [] },
    ),
  )
  expect(missing.weapp.has('2026年12月8日')).toBe(true)
  expect(missing.weapp.has('正在等业主补充材料')).toBe(true)
  expect(missing.weapp.has('同意减免')).toBe(false)
  expect(missing.weapp.has('不同意')).toBe(true)

  const appealed = await opened(aReliefCase({ state: 'appealed' }))
  expect(appealed.weapp.has('这次的答复是最后的答复')).toBe(true)
  expect(appealed.weapp.has('请业主补充')).toBe(false)
  await appealed.weapp.tap('不同意')
  expect(appealed.weapp.has('这是复议后的答复')).toBe(true)
})

test.each([
  ['front_desk', 'applied', '由财务、项目经理审核。'],
  ['manager', 'applied', '这是您自己提出的，或与您关联的房屋的申请'],
  ['finance', 'appealed', '复议要由没有参加第一次审核'],
] as const)('a %s who may not decide when it is %s is told why', async (role, state, words) => {
  const { weapp } = await opened(aReliefCase({ state }, { mayDecide: false, sameKind: [] }), { role })

  expect(weapp.has(words)).toBe(true)
  expect(weapp.has('同意减免')).toBe(false)
})

test('the desk notes what it was shown, and sees no photos', async () => {
  const before = aReliefCase({}, { mayDecide: false })
  const after = aReliefCase({ checked: '医院证明原件已核对。' }, { mayDecide: false })
  const { weapp, sent } = await opened(before, {
    role: 'front_desk',
    script: becoming(checked, before, after),
  })
  expect(weapp.has('照片由财务、项目经理查看')).toBe(true)

  await weapp.tap('记下核对结果')
  expect(weapp.has('不写证件号码和病情')).toBe(true)
  await weapp.tap('医院证明原件已核对。')
  await weapp.tap('保存')
  expect(sent(checked)).toEqual([{ note: '医院证明原件已核对。' }])
  expect(weapp.has('重新记录')).toBe(true)
})

test('a photo is asked for by those who decide, each time it is looked at', async () => {
  const link = { url: '/v1/photos/a-token', expiresAt: '2026-11-23T02:05:00Z' }
  const { weapp, sent } = await opened(aReliefCase(), { role: 'finance', script: { [view]: link } })

  await weapp.tap('照片 1')
  expect(weapp.find('照片 1').children[0]?.attributes.src).toBe('/v1/photos/a-token')
  expect(sent(view)).toHaveLength(1)
  await weapp.tap('关闭')
  expect(weapp.has('放大')).toBe(false)
})

test('a photo that is gone says so', async () => {
  const gone = () => refusal(410, 'photo-deleted', '这张照片已经删除。')
  const { weapp } = await opened(aReliefCase(), { script: { [view]: gone } })

  await weapp.tap('照片 1')
  expect(weapp.has('这张照片已经删除。')).toBe(true)
  expect(weapp.has('放大')).toBe(false)
})

test('a manager takes back what was granted, after being told what it does to the charges', async () => {
  const before = aReliefCase(granted)
  const after = aReliefCase({ ...granted, state: 'reversed' })
  const { weapp, sent } = await opened(before, { script: becoming(reverse, before, after) })

  await weapp.tap('撤销这次减免')
  await weapp.tap('登记的减免金额有误')
  await weapp.tap('撤销减免')
  const question = weapp.calls.find(({ name }) => name === 'showModal')
  expect(question?.options).toMatchObject({
    content: '597.68 元加回原来的账单，业主要重新缴。以后的账单不再减免，已经按减免出的账单也加回来。',
  })
  expect(sent(reverse)).toMatchObject([{ reason: expect.stringContaining('金额有误') }])
  expect(weapp.has('减免已撤销')).toBe(true)
  expect(weapp.has('撤销这次减免')).toBe(false)
})

test('nobody else is offered to, and whoever thinks better of it takes nothing back', async () => {
  const finance = await opened(aReliefCase(granted), { role: 'finance' })
  expect(finance.weapp.has('撤销这次减免')).toBe(false)

  const { weapp, sent } = await opened(aReliefCase(granted), { confirm: () => false })
  await weapp.tap('撤销这次减免')
  await weapp.tap('登记的减免金额有误')
  await weapp.tap('撤销减免')
  expect(sent(reverse)).toEqual([])
})

test('a budget that does not reach is said so before anybody tries', async () => {
  const { weapp } = await opened(aReliefCase({}, { budget: aReliefBudget({ usedFen: fen(4_999_900) }) }))

  expect(weapp.has('还剩 1.00 / 50,000.00 元')).toBe(true)
  expect(weapp.has('预算剩下的不够这次减免')).toBe(true)
})

test('what a colleague decided meanwhile is said so, and can be looked at', async () => {
  const { weapp } = await opened(aReliefCase({}, { needsSecond: false }), {
    script: { [decide]: () => refusal(409, 'relief-moved-on', '这份减免申请的状态刚刚变了。') },
  })

  await weapp.tap('同意减免')
  await weapp.tap('材料已核对，符合公布的标准。')
  await weapp.tap('同意减免')
  expect(weapp.has('这份减免申请的状态刚刚变了。')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('这份减免申请的状态刚刚变了。')).toBe(false)
})

test('a case that is not there is said so', async () => {
  const { weapp } = await opened(aReliefCase(), {
    script: { [`GET ${address}`]: () => refusal(404, 'not-found', '没有找到您要的内容。') },
  })

  expect(weapp.has('没有找到您要的内容。')).toBe(true)
})
