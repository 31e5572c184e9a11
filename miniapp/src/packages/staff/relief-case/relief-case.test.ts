import { join } from 'node:path'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aReliefBudget, aReliefCase, aStandard } from '../testing/relief'
import { type CaseOpening, caseAddress, casePage, caseServer } from '../testing/relief-case'
import { refusal } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')

async function opened(shown: ReliefCase, opening: CaseOpening = {}) {
  const { server, sent } = caseServer(shown, opening)
  return { weapp: await launchWeapp({ dist, open: casePage, server }), sent }
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
    '往后的账单也要减，由两个人先后审核',
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

test('the first of the two is told in words that somebody else must look', async () => {
  const { weapp } = await opened(aReliefCase({ state: 'agreed_once' }, { mayDecide: false }))

  expect(weapp.has('初审和复核要由两个人办理')).toBe(true)
  expect(weapp.has('初审同意的')).toBe(true)
  expect(weapp.has('复核同意')).toBe(false)
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

test.each([
  [false, { months: 0 }, '一个人审核就可以'],
  [true, { months: 0 }, '连同这一户 12 个月内减过的，超过 500.00 元，要两个人先后审核'],
  [true, { months: 0, secondAboveFen: fen(0) }, '这个标准都要两个人先后审核'],
] as const)('whether it takes two (%s) is said, and why: %o', async (needsSecond, over, words) => {
  const { weapp } = await opened(aReliefCase({ standard: aStandard(over) }, { needsSecond }))

  expect(weapp.has(words)).toBe(true)
})

test('a budget that does not reach is said so before anybody tries', async () => {
  const { weapp } = await opened(aReliefCase({}, { budget: aReliefBudget({ usedFen: fen(4_999_900) }) }))

  expect(weapp.has('还剩 1.00 / 50,000.00 元')).toBe(true)
  expect(weapp.has('预算剩下的不够这次减免')).toBe(true)
})

test('a case that is not there is said so', async () => {
  const { weapp } = await opened(aReliefCase(), {
    script: { [`GET ${caseAddress}`]: () => refusal(404, 'not-found', '没有找到您要的内容。') },
  })

  expect(weapp.has('没有找到您要的内容。')).toBe(true)
})
