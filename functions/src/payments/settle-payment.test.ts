import { businessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { fen, negateFen } from '@anjiao/shared/money'
import { describe, expect, it } from 'vitest'
import { postLateFees } from '../billing/index.ts'
import { type GivenCommunity, givenCommunity, testMchid, yuan } from '../local/testing/given.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { testAppid, testWorld } from '../local/testing/world.ts'
import { asSystem } from '../platform/context.ts'
import type { Caller } from '../platform/http/routes.ts'
import { auditPayments, type PaidFact, settlePaidOrder } from './index.ts'
import { newOutTradeNo } from './out-trade-no.ts'

const { world, clock } = await testWorld()

let made = 0

/** An attempt as it stands after WeChat gave its prepay id. */
async function anAttempt(
  given: GivenCommunity,
  householdId: HouseholdId,
  payer: Caller,
  {
    amount,
    charges = [],
    state = 'prepaid',
  }: { amount: string; charges?: ChargeId[]; state?: 'prepaid' | 'closed' },
): Promise<PaidFact> {
  const outTradeNo = newOutTradeNo(world.random, given.community)
  await given.inside(
    ({ tx, community, now }) => tx.run`
    with attempt as (
      insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen,
        description, state, prepay_id, intent_key, created_at, expires_at, next_query_at, closed_at)
      values (${community}, ${outTradeNo}, ${householdId}, ${payer.personId}, ${testMchid}, ${testAppid}, ${payer.openid},
        ${yuan(amount)}, '物业缴费', ${state}::attempt_state, 'wx1', ${outTradeNo}, ${now}, ${now},
        ${state === 'closed' ? null : now}, ${state === 'closed' ? now : null})
      returning id)
    insert into payment_attempt_charge select ${community}, attempt.id, charge_id from attempt, unnest(${charges}::bigint[]) as charge_id`,
  )
  return {
    eventId: `event-${++made}`,
    outTradeNo,
    transactionId: `42000000000000000000${String(made).padStart(8, '0')}`,
    mchid: testMchid,
    appid: testAppid,
    currency: 'CNY',
    amountFen: yuan(amount),
    payerTotalFen: yuan(amount),
    openid: payer.openid,
    paidAt: clock.now(),
  }
}

async function aDebtor(...owes: string[]) {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const charges: ChargeId[] = []
  for (const each of owes) charges.push(await given.charge(householdId, { owes: each }))
  const payer = await given.person({ householdId })
  const attempt = (over: Partial<Parameters<typeof anAttempt>[3]> = {}) =>
    anAttempt(given, householdId, payer, { amount: owes[0] ?? '0', charges: charges.slice(0, 1), ...over })
  return { ...given, householdId, charges, payer, attempt }
}

const settle = (fact: PaidFact) => settlePaidOrder(world, fact, 'test')

async function expectAudited(given: Pick<GivenCommunity, 'books' | 'inside'>) {
  expect(await given.books.audit()).toEqual([])
  expect(await given.inside((ctx) => auditPayments(ctx))).toEqual([])
}

describe('a paid fact', () => {
  it('settles the charges that were picked, and adds the receipt to the same commit', async () => {
    const debtor = await aDebtor('100.00', '200.00')
    expect(await settle(await debtor.attempt())).toEqual({ kind: 'settled' })
    expect(await debtor.books.open(debtor.householdId)).toEqual([0, 20_000])
    expect(await debtor.books.balances()).toEqual({ receivable: 20_000, wechat: 10_000, income: -30_000 })
    expect(await debtor.books.jobs()).toMatchObject([{ queue: 'payment-receipt' }])
    await expectAudited(debtor)
  })

  it('goes to the oldest due when no charge was picked, and the rest is paid ahead', async () => {
    const debtor = await aDebtor('100.00', '200.00')
    expect(await settle(await debtor.attempt({ amount: '350.00', charges: [] }))).toEqual({ kind: 'settled' })
    expect(await debtor.books.open(debtor.householdId)).toEqual([0, 0])
    expect(await debtor.books.advance(debtor.householdId)).toBe(5_000)
    await expectAudited(debtor)
  })

  it('leaves the excess as advance when the charge was settled by another payment meanwhile, and touches no other charge', async () => {
    const debtor = await aDebtor('100.00', '200.00')
    const [one, other] = [await debtor.attempt(), await debtor.attempt()]
    expect(await settle(one)).toEqual({ kind: 'settled' })
    expect(await settle(other)).toEqual({ kind: 'settled' })
    expect(await debtor.books.open(debtor.householdId)).toEqual([0, 20_000])
    expect(await debtor.books.advance(debtor.householdId)).toBe(10_000)
    await expectAudited(debtor)
  })

  it('told many times at once, by notices, repeats and queries, is booked once', async () => {
    const debtor = await aDebtor('100.00')
    const { eventId: _, ...byQuery } = await debtor.attempt()
    const told = Array.from(
      { length: 24 },
      (_, at): PaidFact =>
        at % 3 === 0 ? byQuery : { ...byQuery, eventId: `${byQuery.transactionId}-${at % 3}` },
    )
    const results = await Promise.all(told.map(settle))
    expect(results.filter((each) => each.kind === 'settled')).toHaveLength(1)
    expect(results.filter((each) => each.kind === 'already')).toHaveLength(23)
    expect(await debtor.books.balances()).toEqual({ wechat: 10_000, income: -10_000 })
    expect(await debtor.books.jobs()).toHaveLength(1)
    await expectAudited(debtor)
  })

  it('of several people paying at once for one household is booked as if they had come one after another', async () => {
    const debtor = await aDebtor('100.00', '200.00', '300.00')
    const facts = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        debtor.attempt({ amount: '75.00', charges: debtor.charges.slice(at % 3) }),
      ),
    )
    const results = await Promise.all(facts.map(settle))
    expect(results.every((each) => each.kind === 'settled')).toBe(true)
    const open = await debtor.books.open(debtor.householdId)
    const advance = await debtor.books.advance(debtor.householdId)
    expect(open.reduce((sum, each) => sum + each, 0) - advance).toBe(60_000 - 12 * 7_500)
    await expectAudited(debtor)
  })

  it('keeps the time of the first payment when it is told again later', async () => {
    const debtor = await aDebtor('100.00')
    const fact = await debtor.attempt()
    await settle(fact)
    await settle({ ...fact, eventId: 'later', paidAt: new Date('2027-01-01T00:00:00Z') })
    const { paidAt } = await debtor.inside(
      ({ tx, community }) => tx.one<{ paidAt: Date }>`
      select paid_at from payment where community_id = ${community}`,
    )
    expect(paidAt).toEqual(fact.paidAt)
  })

  it('is dated by the day in Shanghai on which it was paid', async () => {
    const debtor = await aDebtor('100.00')
    await settle({ ...(await debtor.attempt()), paidAt: new Date('2026-11-22T16:30:00Z') })
    const { businessDate } = await debtor.inside(
      ({ tx, community }) => tx.one<{ businessDate: string }>`
      select business_date from entry where community_id = ${community} and kind = 'payment'`,
    )
    expect(businessDate).toBe('2026-11-23')
  })
})

describe('where the contract agrees a late fee', () => {
  async function aLateDebtor() {
    clock.set('2026-09-01T10:00:00+08:00')
    const debtor = await aDebtor()
    await givenPrices(debtor).contract({ lateFee: { dailyPpm: 100 } })
    await givenLoanPrimeRate(world, { '2020-01-01': 36_500 })
    const chargeId = await debtor.charge(debtor.householdId, { owes: '1000.00', due: '2026-10-24' })
    clock.set('2026-11-23T10:00:00+08:00')
    return { ...debtor, chargeId }
  }

  it('the payment fixes it: what the delay has cost by that day is a charge of its own, and grows no more', async () => {
    const debtor = await aLateDebtor()
    // Thirty days after the due date: 1000.00 × 0.0001 × 30.
    expect(await settle(await debtor.attempt({ amount: '1000.00', charges: [debtor.chargeId] }))).toEqual({
      kind: 'settled',
    })
    expect(await debtor.books.open(debtor.householdId)).toEqual([0, 300])
    clock.advance({ days: 30 })
    expect(await debtor.inside((ctx) => postLateFees(ctx, [debtor.householdId], ctx.today))).toMatchObject({
      charges: 0,
    })
    clock.advance({ days: -30 })
    await expectAudited(debtor)
  })

  it('a notice that comes after the month ended takes back what was posted for days after the payment', async () => {
    const debtor = await aLateDebtor()
    const paid = await debtor.attempt({ amount: '1000.00', charges: [debtor.chargeId] })
    clock.set('2026-12-03T10:00:00+08:00')
    await debtor.inside((ctx) => postLateFees(ctx, [debtor.householdId], businessDate('2026-11-30')))
    await settle(paid)
    const open = await debtor.books.open(debtor.householdId)
    expect(open.reduce((sum, each) => sum + each, 0)).toBe(300)
    clock.set('2026-11-23T10:00:00+08:00')
    await expectAudited(debtor)
  })

  it('an amount without picks settles the principal before it', async () => {
    const debtor = await aLateDebtor()
    await settle(await debtor.attempt({ amount: '1001.00', charges: [] }))
    expect(await debtor.books.open(debtor.householdId)).toEqual([0, 200])
    await expectAudited(debtor)
  })
})

describe('money that fits no attempt', () => {
  it.each([
    ['of another amount', 'other_amount', (fact: PaidFact) => ({ ...fact, amountFen: fen(9_999) })],
    [
      'for an order nobody made',
      'unknown_order',
      (fact: PaidFact) => ({
        ...fact,
        outTradeNo: fact.outTradeNo.replace(/.{20}$/, '01234567890123456789'),
      }),
    ],
  ] as const)('%s waits in suspense, booked once, and settles nothing', async (_, reason, odd) => {
    const debtor = await aDebtor('100.00')
    const fact = odd(await debtor.attempt())
    expect(await settle(fact)).toEqual({ kind: 'held', reason })
    expect(await settle({ ...fact, eventId: 'again' })).toEqual({ kind: 'already' })
    expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
    expect(await debtor.books.balances()).toMatchObject({
      suspense: negateFen(fact.amountFen),
      wechat: fact.amountFen,
    })
    await expectAudited(debtor)
  })

  it('that arrives after the order was closed waits in suspense', async () => {
    const debtor = await aDebtor('100.00')
    expect(await settle(await debtor.attempt({ state: 'closed' }))).toEqual({
      kind: 'held',
      reason: 'paid_after_close',
    })
    expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
    await expectAudited(debtor)
  })

  it('paid a second time for the same order waits in suspense', async () => {
    const debtor = await aDebtor('100.00')
    const fact = await debtor.attempt()
    await settle(fact)
    const second = { ...fact, eventId: 'second', transactionId: '4200000000000000000099999999' }
    expect(await settle(second)).toEqual({ kind: 'held', reason: 'paid_twice' })
    expect(await debtor.books.balances()).toMatchObject({ suspense: -10_000, wechat: 20_000 })
    await expectAudited(debtor)
  })

  it('refunded before we knew of it waits in suspense; refunded after it was booked changes nothing', async () => {
    const debtor = await aDebtor('100.00')
    const [early, late] = [await debtor.attempt(), await debtor.attempt()]
    expect(await settle({ ...early, refunded: true })).toEqual({ kind: 'held', reason: 'refunded_elsewhere' })
    expect(await settle({ ...early, eventId: 'a late notice' })).toEqual({ kind: 'already' })
    expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
    await settle(late)
    expect(await settle({ ...late, eventId: 'asked later', refunded: true })).toEqual({ kind: 'already' })
    expect(await debtor.books.open(debtor.householdId)).toEqual([0])
    await expectAudited(debtor)
  })

  it('told in parallel is held once', async () => {
    const debtor = await aDebtor('100.00')
    const fact = await debtor.attempt({ state: 'closed' })
    const results = await Promise.all(Array.from({ length: 8 }, () => settle(fact)))
    expect(results.filter((each) => each.kind === 'held')).toHaveLength(1)
    expect(await debtor.books.balances()).toMatchObject({ suspense: -10_000 })
  })
})

describe('a fact that is not provably ours', () => {
  it.each([
    ['other-merchant', (fact: PaidFact) => ({ ...fact, mchid: '1999999999' })],
    ['other-app', (fact: PaidFact) => ({ ...fact, appid: 'wx0000000000000000' })],
    ['other-currency', (fact: PaidFact) => ({ ...fact, currency: 'USD' })],
    ['no-community', (fact: PaidFact) => ({ ...fact, outTradeNo: 'ORDER-OF-ANOTHER-SYSTEM' })],
    [
      'no-community',
      (fact: PaidFact) => ({ ...fact, outTradeNo: fact.outTradeNo.replace(/^AJ[0-9a-z]+/, 'AJzzzzz') }),
    ],
  ] as const)('(%s) is kept apart and moves no book', async (reason, alien) => {
    const debtor = await aDebtor('100.00')
    const fact = alien(await debtor.attempt())
    expect(await settle(fact)).toEqual({ kind: 'quarantined', reason })
    await settle(fact)
    expect(await debtor.books.balances()).toEqual({ receivable: 10_000, income: -10_000 })
    const kept = await asSystem(
      world,
      'test',
      ({ tx }) => tx.rows<{ reason: string }>`
      select reason from quarantined_notice where event_id = ${fact.eventId}`,
    )
    expect(kept).toEqual([{ reason }])
  })
})

it('a failure in the middle keeps nothing, so that the next notice books it', async () => {
  const debtor = await aDebtor('100.00')
  const fact = await debtor.attempt()
  const failing = {
    ...world,
    database: {
      ...world.database,
      transaction: ((scope, work) =>
        world.database.transaction(scope, async (tx) => {
          await work(tx)
          throw new Error('the connection broke before the commit')
        })) as typeof world.database.transaction,
    },
  }
  await expect(settlePaidOrder(failing, fact, 'test')).rejects.toThrow('before the commit')
  expect(await debtor.books.open(debtor.householdId)).toEqual([10_000])
  expect(await settle(fact)).toEqual({ kind: 'settled' })
  await expectAudited(debtor)
})
