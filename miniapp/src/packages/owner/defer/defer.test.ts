import { join } from 'node:path'
import type { BusinessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import {
  aCharge,
  homePath,
  homeQuery,
  number,
  ownerServer,
  Refused,
} from '../../../pages/testing/owner-server'
import { aDeferral, aPlanPolicy, planOptions } from '../../../pages/testing/plan-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/defer/index?${homeQuery}`
const options = `GET ${homePath}/plan-options`
const day = (text: string) => text as BusinessDate
const ask = `POST ${homePath}/deferrals`

async function deferring(instead: Parameters<typeof ownerServer>[0] = {}) {
  const server = ownerServer({ [options]: planOptions(), [ask]: aDeferral(), ...instead })
  return { ...server, weapp: await launchWeapp({ dist, open, server: server.server }) }
}

test('a day that is given at once is said to be so before it is asked for', async () => {
  const { weapp, askedFor } = await deferring({ [ask]: aDeferral({ state: 'granted', replyBy: null }) })
  await weapp.tap('晚 15 天缴')
  expect(weapp.has('选这一天，不用审核')).toBe(true)
  expect(weapp.has('诉讼时效从今天重新计算')).toBe(true)
  await weapp.type('为什么要晚些缴', '下个月 15 号发工资')
  await weapp.tap('提交申请')

  expect(askedFor(ask).map(({ body }) => body)).toEqual([
    {
      policyId: 3,
      chargeIds: [1, 2],
      until: '2026-12-10',
      reason: '下个月 15 号发工资',
      oldDebtKnown: false,
    },
  ])
  expect(weapp.path).toBe('packages/owner/plans/index')
})

test('a later day has to be looked at, and says how long that takes', async () => {
  const { weapp } = await deferring()
  await weapp.choose('选别的日子', '2027-01-20')

  expect(weapp.has('选这一天，要物业审核，3 天内答复')).toBe(true)
})

test('quick choices and calendar go no further than the policy', async () => {
  const { weapp, askedFor } = await deferring()
  expect(weapp.has('晚 60 天缴')).toBe(true)
  expect(weapp.has('晚 90 天缴')).toBe(false)
  expect(weapp.has('最晚可以延到 2027年1月24日')).toBe(true)

  await weapp.choose('选别的日子', '2027-01-25')
  await weapp.type('为什么要晚些缴', '晚一些')
  await weapp.tap('提交申请')
  expect(weapp.has('请选 11月26日 到 1月24日 之间的日子')).toBe(true)
  expect(askedFor(ask)).toEqual([])
})

test('what is missing is said where it is missing, and nothing is sent', async () => {
  const { weapp, askedFor } = await deferring()
  await weapp.tap('提交申请')

  expect(weapp.has('请选 11月26日 到 1月24日 之间的日子')).toBe(true)
  expect(weapp.has('请写一句原因')).toBe(true)
  expect(askedFor(ask)).toEqual([])
})

test('a refusal is said in place, and what may be chosen is asked for again', async () => {
  const { weapp, askedFor } = await deferring({
    [ask]: new Refused(409, 'charge-already-held', '所选账单里有的已经在办分期。'),
  })
  await weapp.tap('晚 15 天缴')
  await weapp.type('为什么要晚些缴', '晚一些')
  await weapp.tap('提交申请')

  expect(weapp.has('所选账单里有的已经在办分期。')).toBe(true)
  expect(askedFor(options)).toHaveLength(2)
})

test.each([
  ['is not offered', { policy: aPlanPolicy({ deferralDaysMax: 0 }) }, '小区还没有开放自助延期'],
  ['has been used up', { deferralsLeft: 0 }, '现在不能再自己申请延期了'],
  ['has no charges', { charges: [] }, '没有可以延期的账单'],
])('a deferral that %s is said to be so, with whom to ask', async (_, over, words) => {
  const { weapp } = await deferring({ [options]: planOptions(over) })

  expect(weapp.has(words)).toBe(true)
  expect(weapp.has('021-55550000')).toBe(true)
  expect(weapp.has('提交申请')).toBe(false)
})

test('what may be past its limitation is in it only by its owner’s tick, and a second one that says what that means', async () => {
  const old = {
    charge: aCharge({ id: number(8), feeItem: '电梯费', dueDate: day('2023-11-24') }),
    why: null,
    lateFeeFen: fen(0),
  }
  const { weapp, askedFor } = await deferring({
    [options]: planOptions({ charges: [old, ...planOptions().charges] }),
  })
  expect(weapp.has('我知道选中的账单里有')).toBe(false)
  await weapp.tap('电梯费')
  await weapp.tap('晚 15 天缴')
  await weapp.type('为什么要晚些缴', '晚一些')
  await weapp.tap('提交申请')
  expect(weapp.has('请先勾选这一项')).toBe(true)
  expect(askedFor(ask)).toEqual([])

  await weapp.tap('我知道选中的账单里有 1 笔超过三年')
  await weapp.tap('提交申请')
  expect(askedFor(ask).map(({ body }) => body)).toMatchObject([{ chargeIds: [8, 1, 2], oldDebtKnown: true }])
})
