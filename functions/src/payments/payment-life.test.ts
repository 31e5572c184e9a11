import type { PaymentChoice } from '@anjiao/shared/contract/payments'
import type { ChargeId } from '@anjiao/shared/ids'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { givenCommunity, yuan } from '../local/testing/given.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { wechatWorld } from '../local/testing/wechat-world.ts'
import { inCommunity, type World } from '../platform/context.ts'
import { applyAdvance } from './apply-advance.ts'
import { auditPayments, sweepPayments } from './index.ts'
import { orderFromWechat } from './order-from-wechat.ts'
import { paymentRecords } from './payment-records.ts'
import { giveUpPayment, paymentStanding } from './payment-standing.ts'
import { startPayment } from './start-payment.ts'

const { world, emulator, account, callback, advance } = await wechatWorld()

beforeEach(() => {
  emulator.control.reset()
  callback.down = false
  callback.answers.length = 0
})

let intentions = 0

async function aDebtor(...owes: string[]) {
  const given = await givenCommunity(world, undefined, account)
  const { householdId } = await given.household()
  const charges: ChargeId[] = []
  for (const each of owes) charges.push(await given.charge(householdId, { owes: each }))
  async function person(...link: Parameters<typeof given.person>) {
    const caller = await given.person(...link)
    emulator.control.addPerson({ name: caller.openid, phone: '13800000000', openid: caller.openid })
    return caller
  }
  const payer = await person({ householdId })
  const household = { communityId: given.community, householdId }
  const start = (
    choice: PaymentChoice = { kind: 'all-due' },
    intentKey = `intention-${++intentions}`,
    who = payer,
  ) => startPayment(world, who, { ...household, choice, intentKey })
  const pay = (
    started: Awaited<ReturnType<typeof start>>,
    outcome: 'ok' | 'cancel' | 'wrong_password' | 'insufficient' = 'ok',
    openid = payer.openid,
  ) =>
    emulator.control.pay({
      prepay_id: started.payParams.package.replace('prepay_id=', ''),
      openid,
      outcome,
      payParams: { appId: started.appId, ...started.payParams },
    })
  const standing = (attemptId: number) => paymentStanding(world, payer, { ...household, attemptId })
  const audited = async () => {
    expect(await given.books.audit()).toEqual([])
    expect(await given.inside((ctx) => auditPayments(ctx))).toEqual([])
  }
  const held = () =>
    given.inside(
      ({ tx, community }) => tx.rows<{ reason: string; amountFen: number }>`
        select reason, amount_fen from suspense_item where (community_id, state) = (${community}, 'open') order by id`,
    )
  return { ...given, ...household, person, charges, payer, start, pay, standing, audited, held }
}

const sweep = () => sweepPayments(world, new Date(world.clock.now().getTime() + 60_000))

describe('starting', () => {
  it('computes the amount from the charges chosen, whatever the client thinks', async () => {
    const debtor = await aDebtor('100.00', '200.00', '300.00')
    const { attempt } = await debtor.start({ kind: 'charges', chargeIds: debtor.charges.slice(1) })
    expect(attempt).toMatchObject({ amountFen: 50_000, state: 'prepaid' })
    const [order] = emulator.control.orders().slice(-1)
    expect(order).toMatchObject({ amountFen: 50_000, openid: debtor.payer.openid })
  })

  it('goes on with the same order when it is asked again with the same intention', async () => {
    const debtor = await aDebtor('100.00')
    const [first, second] = [
      await debtor.start(undefined, 'intent-a'),
      await debtor.start(undefined, 'intent-a'),
    ]
    expect(second.attempt.id).toBe(first.attempt.id)
  })

  it('is refused when the same intention comes with another choice, and goes on with the same one in any order', async () => {
    const debtor = await aDebtor('100.00', '200.00')
    const [one, two] = [debtor.charges.slice(0, 1), debtor.charges]
    emulator.control.fault({ match: 'POST /v3/pay/transactions/jsapi', action: 'reset-after' })
    await expect(debtor.start({ kind: 'charges', chargeIds: two }, 'intent-o')).rejects.toMatchObject({
      code: 'wechat-unavailable',
    })
    const others: PaymentChoice[] = [
      { kind: 'charges', chargeIds: one },
      { kind: 'all-due' },
      { kind: 'amount', amountFen: yuan('300') },
    ]
    for (const other of others) {
      await expect(debtor.start(other, 'intent-o')).rejects.toMatchObject({ code: 'idempotency-key-reused' })
    }
    const { attempt } = await debtor.start({ kind: 'charges', chargeIds: two.toReversed() }, 'intent-o')
    expect(attempt).toMatchObject({ amountFen: 30_000, state: 'prepaid' })
    await debtor.start({ kind: 'amount', amountFen: yuan('5') }, 'intent-p')
    await expect(debtor.start({ kind: 'amount', amountFen: yuan('6') }, 'intent-p')).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    })
  })

  it('sends the same order again after an answer was lost, and WeChat takes it for the same', async () => {
    const debtor = await aDebtor('100.00')
    emulator.control.fault({ match: 'POST /v3/pay/transactions/jsapi', action: 'reset-after' })
    await expect(debtor.start(undefined, 'intent-b')).rejects.toMatchObject({ code: 'wechat-unavailable' })
    const before = emulator.control.orders().length
    await advance(60)
    const { attempt } = await debtor.start(undefined, 'intent-b')
    expect(attempt.state).toBe('prepaid')
    expect(emulator.control.orders()).toHaveLength(before)
  })

  it.each([
    ['nothing is owed', 'nothing-due', [], { kind: 'all-due' } satisfies PaymentChoice],
    [
      'a charge is of another home',
      'not-found',
      ['1.00'],
      { kind: 'charges', chargeIds: [999_999 as ChargeId] } satisfies PaymentChoice,
    ],
  ])('is refused when %s', async (_, code, owes, choice: PaymentChoice) => {
    const debtor = await aDebtor(...owes)
    await expect(debtor.start(choice)).rejects.toMatchObject({ code })
  })

  it('is refused when a chosen charge has been paid meanwhile', async () => {
    const debtor = await aDebtor('100.00')
    debtor.pay(await debtor.start())
    await advance(1)
    await expect(debtor.start({ kind: 'charges', chargeIds: debtor.charges })).rejects.toMatchObject({
      code: 'nothing-due',
    })
    const next = await debtor.charge(debtor.householdId, { owes: '50.00' })
    await expect(
      debtor.start({ kind: 'charges', chargeIds: [...debtor.charges, next] }),
    ).rejects.toMatchObject({
      code: 'charge-already-paid',
    })
  })

  it('is refused to somebody who is not linked to the home, as if there were none', async () => {
    const debtor = await aDebtor('100.00')
    const stranger = await debtor.person()
    await expect(debtor.start(undefined, 'intent-x', stranger)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of all that is due takes in the late fee up to today, so that nothing is owed afterwards', async () => {
    const debtor = await aDebtor()
    await givenPrices(debtor).contract({ lateFee: { dailyPpm: 100 } })
    await givenLoanPrimeRate(world, { '2020-01-01': 36_500 })
    const chargeId = await debtor.charge(debtor.householdId, { owes: '1000.00', due: '2026-11-23' })
    await advance(40 * 86_400)
    const started = await debtor.start({ kind: 'charges', chargeIds: [chargeId] })
    expect(started.attempt.amountFen).toBeGreaterThan(100_000)
    debtor.pay(started)
    await advance(1)
    expect((await debtor.books.open(debtor.householdId)).every((open) => open === 0)).toBe(true)
    await debtor.audited()
  })

  it('lets family pay, on their own WeChat account', async () => {
    const debtor = await aDebtor('100.00')
    const daughter = await debtor.person({ householdId: debtor.householdId, relation: 'family' })
    const started = await debtor.start(undefined, 'intent-d', daughter)
    expect(debtor.pay(started, 'ok', daughter.openid).result).toBe('ok')
    await advance(1)
    expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'paid', paidBy: '家人' })
    await expect(
      orderFromWechat(world, debtor.payer, { ...debtor, attemptId: started.attempt.id }),
    ).rejects.toMatchObject({ code: 'not-your-payment' })
  })

  it('gives the payment to who started it: the family can neither pay it nor give it up, another home sees none', async () => {
    const debtor = await aDebtor('100.00')
    const { attempt } = await debtor.start()
    const daughter = await debtor.person({ householdId: debtor.householdId, relation: 'family' })
    const of = { ...debtor, attemptId: attempt.id }
    await expect(orderFromWechat(world, daughter, of)).rejects.toMatchObject({ code: 'not-your-payment' })
    await expect(giveUpPayment(world, daughter, of)).rejects.toMatchObject({ code: 'not-found' })
    expect(await debtor.standing(attempt.id)).toMatchObject({ state: 'prepaid' })
    const { householdId } = await debtor.household()
    const neighbour = await debtor.person({ householdId })
    await expect(orderFromWechat(world, neighbour, { ...of, householdId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('is refused where the community has no merchant account', async () => {
    const debtor = await aDebtor('100.00')
    await debtor.inside(
      ({ tx, community }) => tx.run`update community set mchid = null where id = ${community}`,
    )
    await expect(debtor.start()).rejects.toMatchObject({ code: 'wechat-pay-not-set-up' })
  })
})

describe('a payment', () => {
  it('is booked by the notice', async () => {
    const debtor = await aDebtor('100.00', '250.00')
    const started = await debtor.start()
    expect(debtor.pay(started).result).toBe('ok')
    await advance(1)
    expect(callback.answers).toEqual([204])
    expect(await debtor.standing(started.attempt.id)).toMatchObject({
      state: 'paid',
      toAdvanceFen: 0,
      allocated: [{ amountFen: 10_000 }, { amountFen: 25_000 }],
    })
    expect(await debtor.books.open(debtor.householdId)).toEqual([0, 0])
    await debtor.audited()
  })

  it('whose notice is lost is found by asking', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    emulator.control.notifyFault({ fault: 'drop', times: 20 })
    debtor.pay(started)
    expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'prepaid' })
    await advance(6)
    expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'paid' })
    await debtor.audited()
  })

  it('whose notice is lost is found by the sweep, though nobody asks', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    emulator.control.notifyFault({ fault: 'drop', times: 20 })
    debtor.pay(started)
    await advance(6)
    expect(await sweep()).toBeGreaterThanOrEqual(1)
    expect(await debtor.books.open(debtor.householdId)).toEqual([0])
    expect(await sweep()).toBe(0)
  })

  it('is booked once, whether notices are doubled, repeated or late', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    emulator.control.notifyFault({ fault: 'duplicate', copies: 3 })
    debtor.pay(started)
    await advance(1)
    const [order] = emulator.control.orders().slice(-1)
    await emulator.control.resendNotice(order?.outTradeNo ?? '')
    await advance(86_400)
    expect(await debtor.books.balances()).toEqual({ wechat: 10_000, income: -10_000 })
    await debtor.audited()
  })

  it('is booked when the callback function comes back after an outage', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    callback.down = true
    debtor.pay(started)
    await advance(40)
    expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
    callback.down = false
    await advance(240)
    expect(callback.answers.at(-1)).toBe(204)
    expect(await debtor.books.open(debtor.householdId)).toEqual([0])
  })

  it.each(['wrong_password', 'insufficient', 'cancel'] as const)(
    'that failed on the phone (%s) can be paid after all',
    async (outcome) => {
      const debtor = await aDebtor('100.00')
      const started = await debtor.start()
      expect(debtor.pay(started, outcome).result).not.toBe('ok')
      await advance(6)
      expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'prepaid' })
      const again = await orderFromWechat(world, debtor.payer, { ...debtor, attemptId: started.attempt.id })
      expect(debtor.pay(again).result).toBe('ok')
      await advance(1)
      expect(await debtor.books.open(debtor.householdId)).toEqual([0])
    },
  )

  it('of more than is owed is kept as advance, which settles the next bill', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start({ kind: 'amount', amountFen: yuan('160') })
    debtor.pay(started)
    await advance(1)
    expect(await debtor.standing(started.attempt.id)).toMatchObject({ toAdvanceFen: 6_000 })
    const next = await debtor.charge(debtor.householdId, { owes: '50.00' })
    const applied = await debtor.inside((ctx) => applyAdvance(ctx, debtor.householdId, [next], 'intent-1'))
    expect(applied).toEqual({ appliedFen: 5_000, balanceFen: 1_000 })
    await expect(
      debtor.inside((ctx) => applyAdvance(ctx, debtor.householdId, [next], 'intent-2')),
    ).rejects.toMatchObject({
      code: 'nothing-due',
    })
    await debtor.audited()
  })

  it('ahead is applied once per intention of a person, however often and at whatever moment it is asked for', async () => {
    const debtor = await aDebtor('100.00')
    debtor.pay(await debtor.start({ kind: 'amount', amountFen: yuan('160') }))
    await advance(1)
    const next = await debtor.charge(debtor.householdId, { owes: '20.00' })
    const later = await debtor.charge(debtor.householdId, { owes: '5.00' })
    const daughter = await debtor.person({ householdId: debtor.householdId, relation: 'family' })
    const apply = ({ personId }: typeof daughter, charge: ChargeId) =>
      inCommunity(world, debtor.community, { kind: 'person', personId }, (ctx) =>
        applyAdvance(ctx, debtor.householdId, [charge], 'same-key'),
      )
    const done = { appliedFen: 2_000, balanceFen: 4_000 }
    const answers = await Promise.all(Array.from({ length: 4 }, () => apply(debtor.payer, next)))
    expect(answers).toEqual([done, done, done, done])
    expect(await apply(daughter, later)).toEqual({ appliedFen: 500, balanceFen: 3_500 })
    expect(await debtor.books.open(debtor.householdId)).toEqual([0, 0, 0])
    await debtor.audited()
  })

  it('of a part leaves the rest open', async () => {
    const debtor = await aDebtor('100.00', '200.00')
    debtor.pay(await debtor.start({ kind: 'amount', amountFen: yuan('130') }))
    await advance(1)
    expect(await debtor.books.open(debtor.householdId)).toEqual([0, 17_000])
    await debtor.audited()
  })
})

describe('an attempt', () => {
  it('that its payer gives up is closed, at WeChat too', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    const closed = await giveUpPayment(world, debtor.payer, { ...debtor, attemptId: started.attempt.id })
    expect(closed.state).toBe('closed')
    expect(debtor.pay(started).result).toBe('fail')
    await expect(
      orderFromWechat(world, debtor.payer, { ...debtor, attemptId: started.attempt.id }),
    ).rejects.toMatchObject({ code: 'payment-over' })
  })

  it('that was paid while it was being given up is paid', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    emulator.control.notifyFault({ fault: 'drop', times: 20 })
    debtor.pay(started)
    const given = await giveUpPayment(world, debtor.payer, { ...debtor, attemptId: started.attempt.id })
    expect(given.state).toBe('paid')
    await debtor.audited()
  })

  it('that nobody paid is closed at its expiry, once WeChat says so', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    await advance(31 * 60)
    await sweep()
    expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'closed' })
    expect(await debtor.inside((ctx) => paymentRecords(ctx, debtor.householdId))).toEqual({
      payments: [],
      more: false,
    })
  })

  it('stays open while WeChat does not answer: unknown is not failed', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    await advance(31 * 60)
    emulator.control.fault({ match: '/v3/pay/transactions/out-trade-no/', action: '500', times: 3 })
    await sweep()
    expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'prepaid' })
    emulator.control.reset()
    await advance(3_600)
    await sweep()
    expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'closed' })
  })

  it('is asked about at the planned ages, however often somebody who waits has it asked in between', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    const planned = async () => {
      const { createdAt, nextQueryAt } = await debtor.inside(
        ({ tx, community }) => tx.one<{ createdAt: Date; nextQueryAt: Date }>`
        select created_at, next_query_at from payment_attempt where community_id = ${community}`,
      )
      return (nextQueryAt.getTime() - createdAt.getTime()) / 1_000
    }
    const plans = [await planned()]
    for (let waited = 5; waited < 240; waited += 5) {
      await advance(5)
      await debtor.standing(started.attempt.id)
      plans.push(await planned())
    }
    expect([...new Set(plans)]).toEqual([5, 30, 60, 180, 300])
    await advance(1_550)
    await debtor.standing(started.attempt.id)
    expect(await planned()).toBe(1_800)
    await advance(15)
    await sweep()
    expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'closed' })
  })

  it('that never reached WeChat is given up only after WeChat said twice that it knows no such order', async () => {
    const debtor = await aDebtor('100.00')
    emulator.control.fault({ match: 'POST /v3/pay/transactions/jsapi', action: 'reset-before' })
    await expect(debtor.start(undefined, 'intent-n')).rejects.toMatchObject({ code: 'wechat-unavailable' })
    const state = () =>
      debtor.inside(
        ({ tx, community }) =>
          tx.one<{ state: string }>`select state from payment_attempt where community_id = ${community}`,
      )
    await advance(31 * 60)
    await sweep()
    expect(await state()).toEqual({ state: 'created' })
    await advance(3_600)
    await sweep()
    expect(await state()).toEqual({ state: 'closed' })
  })
})

describe('money that arrives otherwise than asked', () => {
  it('paid although we had closed the attempt, is held for finance and told to the payer', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    emulator.control.notifyFault({ fault: 'drop', times: 1 })
    debtor.pay(started)
    await debtor.inside(
      ({ tx, community, now }) => tx.run`
      update payment_attempt set state = 'closed', closed_at = ${now}, next_query_at = null where community_id = ${community}`,
    )
    await advance(20)
    expect(await debtor.standing(started.attempt.id)).toMatchObject({
      state: 'closed',
      heldBecause: 'paid_after_close',
    })
    const [held] = await debtor.held()
    expect(held).toMatchObject({ reason: 'paid_after_close', amountFen: 10_000 })
    await debtor.audited()
  })

  it('of another amount than ordered is held, and the charge stays open', async () => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    emulator.control.notifyFault({ fault: 'otherAmount', amountFen: 1 })
    debtor.pay(started)
    await advance(1)
    expect(callback.answers).toEqual([204])
    expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
    expect(await debtor.held()).toMatchObject([{ reason: 'other_amount', amountFen: 1 }])
  })

  it.each(['otherMchid', 'otherAppid', 'otherCurrency'] as const)(
    '(%s) moves no book, and the genuine query books it',
    async (fault) => {
      const debtor = await aDebtor('100.00')
      const started = await debtor.start()
      emulator.control.notifyFault({ fault })
      debtor.pay(started)
      await advance(1)
      expect(callback.answers).toEqual([204])
      expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
      await advance(6)
      await sweep()
      expect(await debtor.standing(started.attempt.id)).toMatchObject({ state: 'paid' })
      await debtor.audited()
    },
  )

  it.each([
    ['other_amount', { fault: 'otherAmount', amountFen: 1 }],
    ['other-app', { fault: 'otherAppid' }],
  ] as const)('(%s) calls a person by an error in the log', async (reason, fault) => {
    const debtor = await aDebtor('100.00')
    const started = await debtor.start()
    const error = vi.spyOn(world.log, 'error')
    const info = vi.spyOn(world.log, 'info')
    onTestFinished(() => void vi.restoreAllMocks())
    emulator.control.notifyFault(fault)
    debtor.pay(started)
    await advance(1)
    expect(error).toHaveBeenCalledWith(
      expect.any(String),
      new Error(reason),
      expect.objectContaining({ task: 'wechatpay-notify', reason }),
    )
    expect(info).not.toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ reason }))
  })

  it('for an order of another system is acknowledged and quarantined', async () => {
    const debtor = await aDebtor('100.00')
    await debtor.start()
    emulator.control.notifyUnknownOrder({})
    await advance(1)
    expect(callback.answers).toEqual([204])
    expect(await debtor.books.balances()).toEqual({ receivable: 10_000, income: -10_000 })
  })
})

describe('a notice that is not to be believed', () => {
  it.each([
    ['tamper', 401],
    ['stale', 401],
    ['future', 401],
    ['forged', 401],
    ['missingHeaders', 401],
    ['signtest', 401],
    ['wrongKey', 500],
  ] as const)(
    '(%s) is answered %i and books nothing; the genuine one that follows is booked',
    async (fault, status) => {
      const debtor = await aDebtor('100.00')
      const started = await debtor.start()
      emulator.control.notifyFault({ fault })
      debtor.pay(started)
      await advance(1)
      expect(callback.answers[0]).toBe(status)
      if (fault !== 'signtest') expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
      await advance(60)
      expect(callback.answers.at(-1)).toBe(204)
      expect(await debtor.books.open(debtor.householdId)).toEqual([0])
      await debtor.audited()
    },
  )
})

describe('money that only a query tells of', () => {
  async function paidUnnoticed(debtor: Awaited<ReturnType<typeof aDebtor>>) {
    const started = await debtor.start()
    emulator.control.notifyFault({ fault: 'drop', times: 20 })
    debtor.pay(started)
    return started
  }

  it('of another amount than ordered is held, ends the attempt and is told to the payer', async () => {
    const debtor = await aDebtor('100.00')
    const started = await paidUnnoticed(debtor)
    await debtor.inside(
      ({ tx, community }) =>
        tx.run`update payment_attempt set amount_fen = 9_999 where community_id = ${community}`,
    )
    await advance(6)
    await sweep()
    expect(await debtor.standing(started.attempt.id)).toMatchObject({
      state: 'closed',
      heldBecause: 'other_amount',
    })
    expect(await sweep()).toBe(0)
    await debtor.audited()
  })

  it('after it was refunded in the merchant platform is held, and settles no charge', async () => {
    const debtor = await aDebtor('100.00')
    const started = await paidUnnoticed(debtor)
    const [order] = emulator.control.orders().slice(-1)
    emulator.control.refundInConsole(order?.outTradeNo ?? '')
    await advance(6)
    await sweep()
    expect(await debtor.standing(started.attempt.id)).toMatchObject({
      state: 'closed',
      heldBecause: 'refunded_elsewhere',
    })
    expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
    await emulator.control.resendNotice(order?.outTradeNo ?? '')
    expect(await debtor.books.balances()).toMatchObject({ wechat: 10_000, suspense: -10_000 })
    expect(await sweep()).toBe(0)
    await debtor.audited()
  })

  it('but is not provably ours is asked about again, though not at once', async () => {
    const debtor = await aDebtor('100.00')
    await paidUnnoticed(debtor)
    await debtor.inside(
      ({ tx, community }) =>
        tx.run`update payment_attempt set appid = 'wxother' where community_id = ${community}`,
    )
    await advance(6)
    expect(await sweep()).toBeGreaterThanOrEqual(1)
    expect(await sweep()).toBe(0)
    expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
  })

  it('but cannot be asked about for want of keys is found once they are there, and is not asked about at every sweep', async () => {
    const debtor = await aDebtor('100.00')
    await paidUnnoticed(debtor)
    const keyless: World = {
      ...world,
      wechatPay() {
        throw new Error('no keys')
      },
    }
    const sweepKeyless = () => sweepPayments(keyless, new Date(world.clock.now().getTime() + 60_000))
    await advance(6)
    expect(await sweepKeyless()).toBeGreaterThanOrEqual(1)
    expect(await sweepKeyless()).toBe(0)
    await advance(30)
    await sweep()
    expect(await debtor.books.open(debtor.householdId)).toEqual([0])
  })
})

describe('the sweep', () => {
  /** An attempt that WeChat never heard of, as often as wanted. */
  async function aCrowd(debtor: Awaited<ReturnType<typeof aDebtor>>, many: number) {
    emulator.control.fault({ match: 'POST /v3/pay/transactions/jsapi', action: 'reset-before' })
    await expect(debtor.start()).rejects.toMatchObject({ code: 'wechat-unavailable' })
    await debtor.inside(
      ({ tx, community }) => tx.run`
      insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen,
                                   description, intent_key, created_at, expires_at, next_query_at)
      select community_id, left(out_trade_no, -4) || to_char(n, 'FM0000'), household_id, payer_id, mchid, appid, openid,
             amount_fen, description, intent_key || n, created_at, expires_at, next_query_at
        from payment_attempt, generate_series(1, ${many - 1}::integer) as n where community_id = ${community}`,
    )
  }

  const askedIn = async (debtor: Awaited<ReturnType<typeof aDebtor>>) => {
    const { asked } = await debtor.inside(
      ({ tx, community }) => tx.one<{ asked: number }>`
      select count(queried_at) as asked from payment_attempt where community_id = ${community}`,
    )
    return asked
  }

  it('lets a crowd in one community starve no other, stops at its deadline, and asks the rest at the next', async () => {
    await advance(3_600)
    await sweep()
    const [crowded, quiet] = [await aDebtor('100.00'), await aDebtor('100.00')]
    await aCrowd(crowded, 60)
    await advance(1)
    await quiet.start()
    await advance(6)

    let questions = 0
    const deadline = new Date(world.clock.now().getTime() + 1_000)
    const hurried: World = {
      ...world,
      clock: { now: () => (questions < 45 ? world.clock.now() : deadline) },
      wechatPay(mchid) {
        questions++
        return world.wechatPay(mchid)
      },
    }
    const asked = await sweepPayments(hurried, deadline)
    expect(asked).toBeGreaterThanOrEqual(45)
    expect(await askedIn(quiet)).toBe(1)
    expect(await askedIn(crowded)).toBeLessThan(60)
    await sweep()
    expect(await askedIn(crowded)).toBe(60)
  })
})
