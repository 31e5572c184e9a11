import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { offerPreview, planScript } from '../testing/plans'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/plan-offers/index?community=1'
const previewed = `POST ${community}/plan-offers/preview`
const offered = `POST ${community}/plan-offers`

async function offering(script: Script = {}, address = open) {
  const { server, sent } = staffServer(['finance'], {
    ...planScript,
    [offered]: offerPreview,
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open: address, server }), sent }
}

const offer = {
  segment: { buildings: [], overdueMonthsMin: 0, openMinFen: 0, openMaxFen: null, householdId: null },
  instalments: 6,
  everyMonths: 1,
  dayOfMonth: 15,
  message: expect.stringContaining('不愿意也没关系'),
}

test('a plan is offered to a segment after one has seen whom it reaches, and whom not and why', async () => {
  const { weapp, sent } = await offering()

  await weapp.type('楼栋', '3栋、5栋，3栋')
  await weapp.type('账单到期至少几个月', '6')
  await weapp.type('待缴至少', '500')
  await weapp.type('待缴至多', '20,000')
  await weapp.tap('看看会给到谁')
  const segment = {
    ...offer.segment,
    buildings: ['3栋', '5栋'],
    overdueMonthsMin: 6,
    openMinFen: 50_000,
    openMaxFen: 2_000_000,
  }
  expect(sent(previewed)).toEqual([{ ...offer, segment }])
  for (const words of ['128 户', '456,123', '已有分期或分期申请', '31 户']) {
    expect(weapp.has(words), words).toBe(true)
  }

  await weapp.tap('发出方案')
  expect(sent(offered)).toEqual([{ ...offer, segment }])
  expect(weapp.has('已向 128 户提供分期')).toBe(true)
  await weapp.tap('看分期列表')
  expect(weapp.path).toBe('packages/staff/plans/index')
})

test('it may be offered to one home alone', async () => {
  const { weapp, sent } = await offering({}, `${open}&household=42`)

  expect(weapp.has('给哪些住户')).toBe(false)
  await weapp.tap('看看会给到谁')
  expect(sent(previewed)).toEqual([{ ...offer, segment: { ...offer.segment, householdId: 42 } }])
})

test('what was previewed is forgotten when something is changed', async () => {
  const { weapp } = await offering()

  await weapp.tap('看看会给到谁')
  expect(weapp.has('发出方案')).toBe(true)
  await weapp.choose('分几期', 1)
  expect(weapp.has('发出方案')).toBe(false)
})

test('a slower rhythm takes as many instalments as the policy allows at it', async () => {
  const { weapp, sent } = await offering()

  await weapp.choose('分几期', 10)
  await weapp.choose('多久一期', 1)
  await weapp.tap('看看会给到谁')
  expect(sent(previewed)).toEqual([{ ...offer, instalments: 7, everyMonths: 2 }])
})

test('an offer that reaches nobody cannot be sent', async () => {
  const { weapp } = await offering({
    [previewed]: { homes: 0, debtFen: 0, leftOut: [{ reason: '已有分期或分期申请', homes: 3 }] },
  })

  await weapp.tap('看看会给到谁')
  expect(weapp.has('没有住户会收到')).toBe(true)
  expect(weapp.has('3 户')).toBe(true)
  expect(weapp.has('发出方案')).toBe(false)
})

test('what was typed wrongly is said at its field, and a refusal in the words of the server', async () => {
  const { weapp, sent } = await offering({
    [previewed]: () => refusal(422, 'plan-terms-rhythm', '不能按这个间隔分期，请换一个间隔。'),
  })

  await weapp.type('待缴至少', '很多')
  expect(weapp.has('请填金额')).toBe(true)
  await weapp.tap('看看会给到谁')
  expect(sent(previewed)).toEqual([])
  await weapp.type('待缴至少', '600')
  await weapp.type('待缴至多', '500')
  expect(weapp.has('至多不能小于至少')).toBe(true)
  await weapp.type('待缴至多', '')
  await weapp.tap('看看会给到谁')
  expect(weapp.has('不能按这个间隔分期')).toBe(true)
})

test('without a policy nothing can be offered', async () => {
  const { weapp } = await offering({ [`GET ${community}/plan-policies`]: [] })

  expect(weapp.has('先由项目经理公布分期办法')).toBe(true)
  await weapp.tap('去看分期办法')
  expect(weapp.path).toBe('packages/staff/plan-policy/index')
})
