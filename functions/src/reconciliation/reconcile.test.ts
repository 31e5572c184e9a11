import { addDays, businessDate } from '@anjiao/shared/calendar'
import { zeroFen } from '@anjiao/shared/money'
import { beforeEach, describe, expect, it } from 'vitest'
import { asStaff } from '../identity/index.ts'
import { yuan } from '../local/testing/given.ts'
import { wechatWorld } from '../local/testing/wechat-world.ts'
import { askRefund } from '../refunds/ask-refund.ts'
import { decideRefund } from '../refunds/decide-refund.ts'
import { auditRefunds } from '../refunds/index.ts'
import { refundsIn } from '../refunds/refund-view.ts'
import { refundablePayments } from '../refunds/refundable-payments.ts'
import { sendRefund } from '../refunds/send-refund.ts'
import { takeRefundFact } from '../refunds/take-refund-fact.ts'
import { whatDayLacks } from './close-business-day.ts'
import { differencesIn, reconciledDays } from './days.ts'
import { closeBusinessDay, reconcile } from './index.ts'
import { resolveDifference } from './resolve-difference.ts'
import { resolveStray, straysFor } from './strays.ts'
import { takeBill } from './take-bill.ts'
import { aPayingHome } from './testing/a-day-of-payments.ts'

const wechat = await wechatWorld()
const { world, emulator, callback } = wechat
const until = (text: string) => emulator.control.moveClock({ set: text })
const deadline = () => new Date(world.clock.now().getTime() + 600_000)

let day = businessDate('2026-11-23')
let nextMorning = ''

beforeEach(async () => {
  emulator.control.reset()
  callback.down = false
  // Each test has a day of its own: a bill is the merchant's, whatever community it is about.
  const now = world.clock.now()
  const next = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
  await until(`${next}T11:00:00+08:00`)
  await reconcile(world, deadline())
  day = businessDate(next)
  nextMorning = `${new Date(Date.parse(`${next}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)}T10:01:00+08:00`
})

async function reconciled() {
  await until(nextMorning)
  return reconcile(world, deadline())
}

type Home = Awaited<ReturnType<typeof aPayingHome>>
const open = (home: Home) => home.inside((ctx) => differencesIn(ctx, { state: 'open' }))
const close = async (home: Home) => {
  const finance = await home.staff('finance')
  return asStaff(world, finance, home.community, ['finance'], (ctx) => closeBusinessDay(ctx, day))
}

describe('a day', () => {
  it('on which the bill and the books agree is matched with its fees, and closes', async () => {
    const home = await aPayingHome(wechat, '100.00', '258.88')
    await home.pay(0)
    await home.pay(1)
    await expect(close(home)).rejects.toMatchObject({ code: 'day-not-over' })
    await reconciled()
    const [matched, ...before] = await home.inside(reconciledDays)
    expect(before).toEqual([])
    // 0.60 % of 358.88 yuan is 2.15328, booked as 2.15.
    expect(matched).toMatchObject({
      day,
      matched: true,
      paid: 2,
      paidFen: 35_888,
      feeFen: 215,
      openDifferences: 0,
    })
    expect(await home.books.balances()).toMatchObject({ wechat: 35_888 - 215, wechat_fee: 215 })
    await close(home)
    await expect(close(home)).rejects.toMatchObject({ code: 'day-closed' })
    expect(await home.books.audit()).toEqual([])
  })

  it('is compared once, however often the task comes by', async () => {
    const home = await aPayingHome(wechat, '100.00')
    await home.pay(0)
    await reconciled()
    await Promise.all([reconcile(world, deadline()), reconcile(world, deadline())])
    expect(await home.books.balances()).toMatchObject({ wechat_fee: 60 })
  })

  it('waits for its bill, and does not close without it', async () => {
    const home = await aPayingHome(wechat, '100.00')
    await home.pay(0)
    emulator.control.mutateBill({ date: day, mutate: 'creating', times: 1 })
    await reconciled()
    await expect(close(home)).rejects.toMatchObject({ code: 'day-unexplained', facts: { unmatched: 1 } })
    emulator.control.reset()
    await reconcile(world, deadline())
    await close(home)
  })

  it('without any trade has no bill, and closes', async () => {
    const home = await aPayingHome(wechat, '100.00')
    await reconciled()
    await close(home)
  })
})

describe('a payment whose notice was lost', () => {
  it('for good is found by the bill, asked about and booked', async () => {
    const home = await aPayingHome(wechat, '100.00')
    callback.down = true
    await home.pay(0)
    await home.inside(
      ({ tx }) => tx.run`update payment_attempt set next_query_at = '2030-01-01' where state = 'prepaid'`,
    )
    await until(nextMorning)
    await reconcile(world, deadline())
    expect(await open(home)).toEqual([])
    expect(await home.books.open(home.householdId)).toEqual([0])
    const resolved = await home.inside((ctx) => differencesIn(ctx, { state: 'resolved' }))
    expect(resolved).toMatchObject([{ kind: 'missing_here', theirsFen: 10_000, resolvedBy: '系统' }])
    await close(home)
  })
})

describe('a bill', () => {
  it.each(['bom', 'lf', 'new_column'] as const)('with %s is read all the same', async (mutation) => {
    const home = await aPayingHome(wechat, '100.00')
    await home.pay(0)
    emulator.control.mutateBill({ date: day, mutate: mutation })
    await reconciled()
    expect(await open(home)).toEqual([])
    await close(home)
  })

  it.each([
    ['truncated', { code: 'bill-cut-off' }],
    ['summary', { code: 'bill-sums-differ' }],
    ['wrong_hash', { why: 'wrong-hash' }],
  ] as const)('that is %s counts for nothing, and is taken in once it is whole', async (mutation, thrown) => {
    const home = await aPayingHome(wechat, '100.00')
    await home.pay(0)
    emulator.control.mutateBill({ date: day, mutate: mutation })
    await until(nextMorning)
    await expect(takeBill(world, wechat.account.mchid, day)).rejects.toMatchObject(thrown)
    await reconcile(world, deadline())
    await expect(close(home)).rejects.toMatchObject({ code: 'day-unexplained' })
    emulator.control.reset()
    await reconcile(world, deadline())
    expect(await open(home)).toEqual([])
    await close(home)
  })

  it.each([
    ['missing_row', 'missing_there', 10_000, null],
    ['amount', 'amount', 10_000, 10_001],
  ] as const)(
    'with %s leaves a difference that keeps the day open until somebody explains it',
    async (mutation, kind, ours, theirs) => {
      const home = await aPayingHome(wechat, '100.00')
      await home.pay(0)
      emulator.control.mutateBill({ date: day, mutate: mutation })
      await reconciled()
      const [difference, ...others] = await open(home)
      if (!difference) throw new Error('no difference was found')
      expect(others).toEqual([])
      expect(difference).toMatchObject({ kind, oursFen: ours, theirsFen: theirs, day })
      await expect(close(home)).rejects.toMatchObject({ code: 'day-unexplained', facts: { differences: 1 } })
      const finance = await home.staff('finance')
      await asStaff(world, finance, home.community, ['finance'], (ctx) =>
        resolveDifference(ctx, difference.id, '已与微信客服核对'),
      )
      expect(await home.inside((ctx) => differencesIn(ctx, { state: 'resolved' }))).toMatchObject([
        { id: difference.id, resolvedBy: '员工', reason: '已与微信客服核对' },
      ])
      await expect(
        home.inside((ctx) => resolveDifference(ctx, difference.id, '再一次')),
      ).rejects.toMatchObject({ code: 'difference-resolved' })
      await close(home)
    },
  )
})

it('a trade that is nobody’s here keeps the day open until somebody says whose it is', async () => {
  const home = await aPayingHome(wechat, '100.00')
  await home.pay(0)
  emulator.control.mutateBill({ date: day, mutate: 'extra_row' })
  await reconciled()
  expect(await open(home)).toEqual([])
  const [stray, ...others] = await home.inside(straysFor)
  if (!stray) throw new Error('no stray was found')
  expect(others).toEqual([])
  await expect(close(home)).rejects.toMatchObject({ code: 'day-unexplained', facts: { strays: 1 } })
  await home.inside((ctx) => resolveStray(ctx, stray.billId, stray.line, '停车场的收款'))
  await expect(
    home.inside((ctx) => resolveStray(ctx, stray.billId, stray.line, '再一次')),
  ).rejects.toMatchObject({ code: 'difference-resolved' })
  await close(home)
})

it('the first day that is closed takes those before it with it, and waits for what they lack', async () => {
  const home = await aPayingHome(wechat, '100.00')
  await home.pay(0)
  emulator.control.mutateBill({ date: day, mutate: 'extra_row' })
  await reconciled()
  const next = addDays(day, 1)
  await until(`${addDays(day, 2)}T10:01:00+08:00`)
  await reconcile(world, deadline())
  expect(await home.inside((ctx) => whatDayLacks(ctx, next))).toMatchObject({ unmatched: 0, strays: 1 })
  const [stray] = await home.inside(straysFor)
  if (!stray) throw new Error('no stray was found')
  await home.inside((ctx) => resolveStray(ctx, stray.billId, stray.line, '停车场的收款'))
  expect(await home.inside((ctx) => whatDayLacks(ctx, next))).toMatchObject({ unmatched: 0, strays: 0 })
})

describe('a refund made in the merchant platform', () => {
  it('is found by the bill, booked, and keeps the day open until it is explained', async () => {
    const home = await aPayingHome(wechat, '100.00')
    const order = await home.pay(0)
    emulator.control.refundInConsole(order, 3_000)
    await reconciled()
    expect(await open(home)).toEqual([])
    expect(await home.books.balances()).toMatchObject({ suspense: 3_000 })
    await expect(close(home)).rejects.toMatchObject({ code: 'day-unexplained', facts: { foundRefunds: 1 } })
    const { refunds } = await home.inside((ctx) => refundsIn(ctx, { states: ['found'] }))
    expect(refunds).toMatchObject([{ amountFen: 3_000 }])
    expect(await home.inside(auditRefunds)).toEqual([])
  })
})

it('a refund that failed here and succeeded in the bill is found, asked about, and has to be explained', async () => {
  const home = await aPayingHome(wechat, '100.00')
  await home.pay(0)
  await until(`${day}T11:10:00+08:00`)
  const [clerk, finance] = [await home.staff('front_desk'), await home.staff('finance')]
  const at = <T>(who: typeof clerk, work: Parameters<typeof asStaff<T>>[4]) =>
    asStaff(world, who, home.community, ['front_desk', 'finance'], work)
  const id = await at(clerk, async (ctx) => {
    const [payment] = await refundablePayments(ctx, home.householdId)
    if (!payment) throw new Error('nothing was paid')
    const parts = payment.charges.map(({ chargeId }) => ({ chargeId, amountFen: yuan('30.00') }))
    const wanted = {
      paymentId: payment.paymentId,
      route: 'wechat',
      parts,
      fromAdvanceFen: zeroFen,
      reason: '多缴了',
    } as const
    return askRefund(ctx, clerk.personId, wanted, 'one')
  })
  await at(finance, (ctx) => decideRefund(ctx, id, finance.personId, { kind: 'approve' }))
  await sendRefund(world, home.community, id)
  const refund = emulator.control.refunds().at(-1)
  if (!refund?.outRefundNo) throw new Error('WeChat was asked for none')
  const { refundId, transactionId, outTradeNo } = refund
  const closed = {
    outRefundNo: refund.outRefundNo,
    refundId,
    transactionId,
    outTradeNo,
    state: 'CLOSED',
    currency: 'CNY',
  } as const
  const sums = { amountFen: yuan('30.00'), totalFen: yuan('100.00'), payerRefundFen: yuan('30.00') }
  await home.inside((ctx) => takeRefundFact(ctx, { ...closed, ...sums, mchid: wechat.account.mchid }))
  expect(await home.books.open(home.householdId)).toEqual([0])
  // What WeChat says afterwards is lost on its way.
  callback.down = true
  await reconciled()
  expect(await open(home)).toEqual([])
  const { refunds } = await home.inside((ctx) => refundsIn(ctx, { states: ['found'] }))
  expect(refunds).toMatchObject([{ id, amountFen: 3_000 }])
  await expect(close(home)).rejects.toMatchObject({ code: 'day-unexplained', facts: { foundRefunds: 1 } })
})
