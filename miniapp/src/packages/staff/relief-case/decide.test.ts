import { join } from 'node:path'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aGrant, aReliefCase, aStandard } from '../testing/relief'
import {
  becoming,
  type CaseOpening,
  caseAddress,
  casePage,
  caseServer,
  granted,
} from '../testing/relief-case'
import { refusal } from '../testing/staff-server'
import { day } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')

async function opened(shown: ReliefCase, opening: CaseOpening = {}) {
  const { server, sent } = caseServer(shown, opening)
  return { weapp: await launchWeapp({ dist, open: casePage, server }), sent }
}

const decide = `POST ${caseAddress}/decide`
const second = `POST ${caseAddress}/second`

test('it is granted as the standard gives, with a reason; where it takes two that is the first of them', async () => {
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

test('the second agrees, and it is granted', async () => {
  const before = aReliefCase({ state: 'agreed_once' })
  const { weapp, sent } = await opened(before, { script: becoming(second, before, aReliefCase(granted)) })

  await weapp.tap('复核同意')
  await weapp.tap('材料和金额又由另一个人看过，符合公布的标准。')
  await weapp.tap('同意减免')
  expect(sent(second)).toEqual([{ approve: true, reason: '材料和金额又由另一个人看过，符合公布的标准。' }])
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
  const { weapp, sent } = await opened(
    aReliefCase({ standard: aStandard({ months: 0 }) }, { needsSecond: false }),
    {
      script: { [decide]: aReliefCase(granted) },
    },
  )

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
    { standard: aStandard({ measure: 'sum', percent: null, sumMaxFen: fen(60_000), months: 0 }) },
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
    {
      standard: aStandard({
        measure: 'deferral',
        percent: null,
        sumMaxFen: null,
        deferralDays: 90,
        months: 0,
      }),
    },
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

test('what a colleague decided meanwhile is said so, and can be looked at', async () => {
  const { weapp } = await opened(
    aReliefCase({ standard: aStandard({ months: 0 }) }, { needsSecond: false }),
    {
      script: { [decide]: () => refusal(409, 'relief-moved-on', '这份减免申请的状态刚刚变了。') },
    },
  )

  await weapp.tap('同意减免')
  await weapp.tap('材料已核对，符合公布的标准。')
  await weapp.tap('同意减免')
  expect(weapp.has('这份减免申请的状态刚刚变了。')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('这份减免申请的状态刚刚变了。')).toBe(false)
})
