import { join } from 'node:path'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { homePath, homeQuery, ownerServer, Refused } from '../../../pages/testing/owner-server'
import { aDeferral, anInstalment, aPlan } from '../../../pages/testing/plan-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/plans/index?${homeQuery}`
const plans = `GET ${homePath}/plans`
const deferrals = `GET ${homePath}/deferrals`

test('a home without either is told what both are, and whom to ring', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })

  expect(weapp.has('还没有分期或延期')).toBe(true)
  expect(weapp.has('把欠的钱分成几份')).toBe(true)
  expect(weapp.has('只是晚些日子再缴')).toBe(true)
  expect(weapp.has('021-55550000')).toBe(true)
})

test('a plan tells its state, how far it has come and what comes next', async () => {
  const paid = anInstalment({ paidFen: fen(65_076), state: 'paid' })
  const [, ...rest] = aPlan().instalments
  const plan = aPlan({ paidFen: fen(65_076), openFen: fen(130_152), instalments: [paid, ...rest] })
  const weapp = await launchWeapp({ dist, open, server: ownerServer({ [plans]: [plan] }).server })

  for (const words of [
    '按期缴费中',
    '分 3 期，每月 15 号缴',
    '已缴 1 期，共 3 期',
    '还剩 1,301.52 元',
    '2027年1月15日',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
})

test('a deferral that waits may be withdrawn, after one was asked', async () => {
  const { server, askedFor } = ownerServer({
    [deferrals]: [aDeferral()],
    [`POST ${homePath}/deferrals/5/withdraw`]: aDeferral({ state: 'withdrawn', replyBy: null }),
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('延到 2027年1月20日')).toBe(true)
  expect(weapp.has('物业最晚 2026年11月28日 答复您。')).toBe(true)

  await weapp.tap('撤回申请')
  expect(askedFor(`POST ${homePath}/deferrals/5/withdraw`)).toHaveLength(1)
  expect(askedFor(deferrals)).toHaveLength(2)
})

test('to family who are not told why it was asked, a deferral shows no empty line for it', async () => {
  const reasons = ['在外地照顾家人，月底回来', '']
  for (const reason of reasons) {
    const weapp = await launchWeapp({
      dist,
      open,
      server: ownerServer({ [deferrals]: [aDeferral({ reason })] }).server,
    })
    expect(weapp.has('延到 2027年1月20日')).toBe(true)
    expect(weapp.has('申请的理由'), reason).toBe(reason !== '')
  }
})

test('one that was answered meanwhile is not withdrawn, and the list is asked for again', async () => {
  const { server, askedFor } = ownerServer({
    [deferrals]: [aDeferral()],
    [`POST ${homePath}/deferrals/5/withdraw`]: new Refused(
      409,
      'deferral-decided',
      '这份延期申请已经答复过了。',
    ),
  })
  const weapp = await launchWeapp({ dist, open, server })
  await weapp.tap('撤回申请')

  expect(weapp.has('这份延期申请已经答复过了。')).toBe(true)
  expect(askedFor(deferrals)).toHaveLength(2)
})

test('what cannot be told is said, and can be tried again', async () => {
  const { server } = ownerServer({ [plans]: new Refused(503, 'database-unavailable', '系统正在维护。') })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})
