import { join } from 'node:path'
import type { BusinessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { aCharge, aStatement, homePath, homeQuery, ownerServer, Refused } from '../testing/owner-server'
import { reliefAnswers } from '../testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/statement/index?${homeQuery}&charge=1`
const day = (text: string) => text as BusinessDate

const opened = (statement: object) =>
  launchWeapp({ dist, open, server: ownerServer({ [`GET ${homePath}/charges/1`]: statement }).server })

test('a statement says how the amount came about, by which published price, and what happened since', async () => {
  const weapp = await opened(
    aStatement({
      charge: aCharge({ openFen: fen(145_228), state: 'partly_paid' }),
      history: [
        { date: day('2026-01-05'), kind: 'bill', amountFen: fen(195_228), memo: '' },
        { date: day('2026-02-11'), kind: 'payment', amountFen: fen(-50_000), memo: '微信支付' },
      ],
    }),
  )

  expect(weapp.has('2.20 元/㎡·月 × 98.60 ㎡ × 9 个月')).toBe(true)
  expect(weapp.has('收费依据：业主大会决议〔2025〕3号')).toBe(true)
  expect(weapp.lines).toEqual(expect.arrayContaining(['出账', '缴费', '2026年2月11日 · 微信支付']))
  expect(weapp.has('−¥500.00')).toBe(true)
  expect(weapp.has('¥1,452.28')).toBe(true)
})

test('a late fee names its clause, its days and its sums, and that one may ask for less', async () => {
  const span = { openFen: fen(195_228), lprYearlyPpm: null }
  const weapp = await opened(
    aStatement({
      charge: aCharge({ feeItem: '违约金', origin: 'late_fee' }),
      pricing: {
        method: 'late_fee',
        clause: '合同第六条第二款',
        dailyPpm: 50,
        spans: [{ ...span, fromDate: day('2026-04-01'), toDate: day('2026-06-30'), days: 91 }],
        capped: true,
      },
    }),
  )

  expect(weapp.has('合同约定：合同第六条第二款')).toBe(true)
  expect(weapp.has('每天万分之 0.5')).toBe(true)
  expect(weapp.has('2026年4月–6月，91 天')).toBe(true)
  expect(weapp.has('违约金不超过本金')).toBe(true)
  expect(weapp.has('民法典第 585 条')).toBe(true)
})

test('one charge can be paid from its statement, and is the only one ticked', async () => {
  const { server } = ownerServer()
  const weapp = await launchWeapp({ dist, open, server })
  await weapp.tap('缴这一笔')

  expect(weapp.path).toBe('pages/pay/index')
  expect(weapp.has('合计（1 笔）')).toBe(true)
})

test('whoever doubts a charge finds quietly where to say so', async () => {
  const weapp = await opened(aStatement())

  await weapp.tap('对这笔有疑问')
  expect(weapp.path).toBe('packages/owner/dispute-form/index')
})

test('a charge in dispute says that nobody presses for it, by when it is answered, and leads there', async () => {
  const charge = aCharge({
    overdue: false,
    hold: { matter: 'dispute', granted: false, until: null, waives: false },
  })
  const { server } = ownerServer({
    ...reliefAnswers,
    [`GET ${homePath}/charges/1`]: aStatement({ charge }),
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('答复之前，这一笔不催您缴')).toBe(true)
  expect(weapp.has('2026年12月3日前答复您。')).toBe(true)
  expect(weapp.has('对这笔有疑问')).toBe(false)

  await weapp.tap('您问的，物业还没答复')
  expect(weapp.path).toBe('packages/owner/dispute/index')
})

test('a charge of another home is not found, in the server’s words', async () => {
  const weapp = await opened(new Refused(404, 'not-found', '没有找到您要的内容。'))

  expect(weapp.has('没有找到您要的内容。')).toBe(true)
})
