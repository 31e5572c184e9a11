import { join } from 'node:path'
import { businessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import {
  aCharge,
  aParkingCharge,
  aStatement,
  homePath,
  homeQuery,
  ownerServer,
  someBills,
} from '../testing/owner-server'
import { reliefAnswers } from '../testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/bills/index?${homeQuery}`

test('the bills open with what is due; everything is one tap away', async () => {
  const paid = aParkingCharge({ openFen: fen(0), state: 'paid' })
  const bills = someBills({
    openFen: fen(195_228),
    years: [{ year: 2026, amountFen: fen(255_228), openFen: fen(195_228), charges: [aCharge(), paid] }],
  })
  const weapp = await launchWeapp({
    dist,
    open,
    server: ownerServer({ [`GET ${homePath}/bills`]: bills }).server,
  })
  expect(weapp.has('2026年1月–9月')).toBe(true)
  expect(weapp.has('已到缴费日 2026年3月31日')).toBe(true)
  expect(weapp.has('机动车停车费')).toBe(false)

  await weapp.tap('全部')
  expect(weapp.has('机动车停车费')).toBe(true)
  expect(weapp.has('已缴清')).toBe(true)
})

test('a charge that nobody presses for says why, and that its day was another, in the list, in its statement and where it is paid', async () => {
  const held = aCharge({
    overdue: false,
    hold: { matter: 'plan', granted: true, until: null, waives: false },
  })
  const years = [{ year: 2026, amountFen: fen(195_228), openFen: fen(195_228), charges: [held] }]
  const { server } = ownerServer({
    [`GET ${homePath}/bills`]: someBills({ openFen: fen(195_228), overdueFen: fen(0), years }),
    [`GET ${homePath}/charges/1`]: aStatement({ charge: held }),
  })
  const weapp = await launchWeapp({ dist, open, server })
  const saysSo = () => {
    expect(weapp.has('分期中')).toBe(true)
    expect(weapp.has('原缴费日 2026年3月31日')).toBe(true)
  }
  saysSo()

  await weapp.tap('物业服务费')
  saysSo()
  await weapp.tap('缴这一笔')
  saysSo()
})

test('a charge that was put off says to which day', async () => {
  const later = aCharge({
    overdue: false,
    hold: { matter: 'deferral', granted: true, until: businessDate('2026-12-31'), waives: false },
  })
  const years = [{ year: 2026, amountFen: fen(195_228), openFen: fen(195_228), charges: [later] }]
  const { server } = ownerServer({
    [`GET ${homePath}/bills`]: someBills({ openFen: fen(195_228), overdueFen: fen(0), years }),
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('延期中')).toBe(true)
  expect(weapp.has('延到 2026年12月31日')).toBe(true)
})

test('a late fee that goes when the plan is kept says so, and nobody is asked to pay it', async () => {
  const waived = aCharge({
    feeItem: '违约金',
    overdue: false,
    hold: { matter: 'plan', granted: true, until: null, waives: true },
  })
  const years = [{ year: 2026, amountFen: fen(195_228), openFen: fen(0), charges: [waived] }]
  const { server } = ownerServer({
    [`GET ${homePath}/bills`]: someBills({ openFen: fen(0), overdueFen: fen(0), years }),
    [`GET ${homePath}/charges/1`]: aStatement({ charge: waived }),
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('缴完分期就免')).toBe(true)
  expect(weapp.has('缴费日 2026年3月31日')).toBe(false)

  await weapp.tap('违约金')
  expect(weapp.has('分期按约缴完，这笔就不用缴')).toBe(true)
  expect(weapp.has('缴这一笔')).toBe(false)
})

test('a press on a charge opens its statement', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })

  await weapp.tap('物业服务费')
  expect(weapp.path).toBe('pages/statement/index')
  expect(weapp.has('2.20 元/㎡·月 × 98.60 ㎡ × 9 个月')).toBe(true)
})

test('whoever cannot pay, or doubts a bill, finds the way under the bills', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer(reliefAnswers).server })

  await weapp.tap('缴费有困难？')
  expect(weapp.path).toBe('packages/owner/relief/index')
  await weapp.back()
  await weapp.tap('对账单有疑问？')
  expect(weapp.path).toBe('packages/owner/disputes/index')
})

test('a home without bills says so', async () => {
  const none = someBills({ openFen: fen(0), overdueFen: fen(0), years: [] })
  const weapp = await launchWeapp({
    dist,
    open,
    server: ownerServer({ [`GET ${homePath}/bills`]: none }).server,
  })

  expect(weapp.has('还没有账单')).toBe(true)
  expect(weapp.has('去缴费')).toBe(false)
})

test('ten years of monthly bills come in parts that an old phone can draw', async () => {
  const years = Array.from({ length: 10 }, (_, at) => ({
    year: 2026 - at,
    amountFen: fen(12 * 195_228),
    openFen: fen(12 * 195_228),
    charges: Array.from({ length: 12 }, (_, month) => aCharge({ id: (at * 12 + month + 1) as ChargeId })),
  }))
  const weapp = await launchWeapp({
    dist,
    open,
    server: ownerServer({ [`GET ${homePath}/bills`]: someBills({ years }) }).server,
  })
  expect(weapp.lines.filter((line) => line === '物业服务费')).toHaveLength(30)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  await weapp.tap('再看 30 笔')
  expect(weapp.lines.filter((line) => line === '物业服务费')).toHaveLength(60)
})
