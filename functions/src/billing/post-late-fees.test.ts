import { businessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { pricingWords } from '@anjiao/shared/pricing-words'
import { beforeEach, describe, expect, it } from 'vitest'
import { type GivenCommunity, givenCommunity, yuan } from '../local/testing/given.ts'
import { noDeadline } from '../local/testing/given-billing.ts'
import { type GivenContract, givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { type Actor, inCommunity } from '../platform/context.ts'
import { cancelCharge } from './cancel-charge.ts'
import { chargeStatement } from './charge-statement.ts'
import { householdBills } from './household-bills.ts'
import { postDueLateFees } from './month-end-late-fees.ts'
import { postLateFees } from './post-late-fees.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const manager: Actor = { kind: 'staff', personId: 7 as PersonId, roles: ['manager'] }

const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-01-10'))

/** 万分之零点五 a day: under the cap, and 0.05 元 a day on 1,000 元. */
const clause = { dailyPpm: 50 }

/** A home that owes 1,000.00 元, due on 31 January 2026. */
async function aDebtor(...contracts: GivenContract[]) {
  const given = await givenCommunity(world)
  const prices = givenPrices(given)
  for (const contract of contracts.length > 0 ? contracts : [{ lateFee: clause }])
    await prices.contract(contract)
  const { householdId } = await given.household()
  const chargeId = await given.charge(householdId, { owes: '1000.00', due: '2026-01-31' })
  return { ...given, ...prices, householdId, chargeId }
}

const post = (given: GivenCommunity, householdId: HouseholdId, asOf: string) =>
  given.inside((ctx) => postLateFees(ctx, [householdId], businessDate(asOf)))

const monthEnd = (day: string) => {
  at(day)
  return postDueLateFees(world, noDeadline)
}

interface Fee {
  readonly id: ChargeId
  readonly from: string
  readonly to: string
  readonly due: string
  readonly fen: number
}

const feesOn = ({ inside, community }: GivenCommunity, principalId: ChargeId): Promise<Fee[]> =>
  inside(
    ({ tx }) => tx.rows<Fee>`
      select id, from_date as "from", to_date as "to", due_date as due, amount_fen as fen from charge
       where (community_id, principal_id) = (${community}, ${principalId}) order by id`,
  )

const total = async (given: GivenCommunity, principalId: ChargeId) =>
  (await feesOn(given, principalId)).reduce((sum, { fen }) => sum + fen, 0)

describe('a late fee in the books', () => {
  it('is a charge of its own at the month end, with its formula, in the year of its principal', async () => {
    const given = await aDebtor()
    await monthEnd('2026-02-28')
    expect(await feesOn(given, given.chargeId)).toEqual([
      { id: expect.any(Number), from: '2026-02-01', to: '2026-02-28', due: '2026-02-28', fen: 140 },
    ])
    expect(await given.books.balances()).toEqual({
      receivable: yuan('1001.40'),
      income: yuan('-1000'),
      late_fee_income: yuan('-1.40'),
    })
    expect(await given.books.audit()).toEqual([])
    const bills = await given.inside((ctx) => householdBills(ctx, given.householdId))
    expect(bills.years).toMatchObject([
      {
        year: 2026,
        openFen: yuan('1001.40'),
        charges: [{ origin: 'opening' }, { origin: 'late_fee', feeItem: '违约金' }],
      },
    ])
    const [fee] = await feesOn(given, given.chargeId)
    if (!fee) throw new Error('no fee')
    const { pricing, history } = await given.inside((ctx) => chargeStatement(ctx, given.householdId, fee.id))
    expect(pricingWords(pricing)).toBe('按合同第六条：1,000.00 元 × 每日 0.005% × 28 天')
    expect(history).toEqual([{ date: '2026-02-28', kind: 'late_fee', amountFen: 140, memo: '' }])
  })

  it('of a charge of last year is listed with that year', async () => {
    const given = await aDebtor()
    await given.charge(given.householdId, {
      owes: '80.00',
      item: '车位费',
      from: '2025-12-01',
      due: '2026-01-05',
    })
    await given.charge(given.householdId, { owes: '1000.00', due: '2026-12-31' })
    await monthEnd('2026-02-28')
    const bills = await given.inside((ctx) => householdBills(ctx, given.householdId))
    expect(bills.years.map(({ year, charges }) => [year, charges.map(({ origin }) => origin)])).toEqual([
      [2026, ['opening', 'late_fee', 'opening']],
      [2025, ['opening', 'late_fee']],
    ])
  })

  it('is not charged without the clause in a contract', async () => {
    const given = await aDebtor({})
    await monthEnd('2026-06-30')
    expect(await post(given, given.householdId, '2026-06-30')).toEqual({ charges: 0, amountFen: 0 })
    expect(await feesOn(given, given.chargeId)).toEqual([])
  })

  it('goes by the contract that held when the charge began', async () => {
    const before = { endedOn: '2025-12-31', lateFee: clause }
    const since = { from: '2026-01-01' }
    const given = await aDebtor(before, since)
    await monthEnd('2026-06-30')
    expect(await feesOn(given, given.chargeId)).toEqual([])
  })

  it('bears its days of grace, and never interest on itself', async () => {
    const given = await aDebtor({ lateFee: { dailyPpm: 50, afterDays: 10 } })
    await post(given, given.householdId, '2026-02-10')
    expect(await feesOn(given, given.chargeId)).toEqual([])
    await monthEnd('2026-03-31')
    await monthEnd('2026-12-31')
    expect(await total(given, given.chargeId)).toBe(5 * 324)
    const [fee] = await feesOn(given, given.chargeId)
    expect(fee && (await feesOn(given, fee.id))).toEqual([])
  })

  it('on arrears that a roll brought in begins when the books first held them', async () => {
    at('2026-06-30')
    const given = await aDebtor()
    await monthEnd('2026-06-30')
    expect(await feesOn(given, given.chargeId)).toEqual([])
    await monthEnd('2026-07-31')
    expect(await total(given, given.chargeId)).toBe(5 * 31)
  })

  it('is never charged on a late fee of the past that a roll brought in', async () => {
    const given = await aDebtor()
    await given.inside(
      ({ tx, community }) =>
        tx.run`insert into fee_item (community_id, name, kind) values (${community}, '滞纳金', 'past_late_fee')`,
    )
    const past = await given.charge(given.householdId, { owes: '500.00', item: '滞纳金', due: '2026-01-31' })
    await monthEnd('2026-03-31')
    expect(await feesOn(given, past)).toEqual([])
    expect(await total(given, given.chargeId)).toBe(5 * 59)
  })

  it('never exceeds the principal', async () => {
    const given = await aDebtor({ lateFee: { dailyPpm: 100_000 } })
    await givenLoanPrimeRate(world, { '2019-08-20': 240_000 })
    await monthEnd('2028-12-31')
    await monthEnd('2031-12-31')
    await monthEnd('2035-12-31')
    expect(await total(given, given.chargeId)).toBe(yuan('1000'))
    await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
  })
})

describe('the total is the same', () => {
  const expected = 5 * 59 + 2 * 61

  it.each<[string, string[]]>([
    ['at every month end', ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['only at the last', ['2026-05-31']],
    ['a day late, and then again the next day', ['2026-03-01', '2026-06-01', '2026-06-02']],
    [
      'every month end twice',
      ['2026-02-28', '2026-02-28', '2026-03-31', '2026-03-31', '2026-05-31', '2026-05-31'],
    ],
  ])('when it runs %s', async (_, days) => {
    const given = await aDebtor()
    for (const day of days.filter((each) => each <= '2026-03-31')) await monthEnd(day)
    at('2026-03-31')
    await given.settle(given.chargeId, '600.00')
    for (const day of days.filter((each) => each > '2026-03-31')) await monthEnd(day)
    expect(await total(given, given.chargeId)).toBe(expected)
    expect(await given.books.audit()).toEqual([])
  })

  it('when a payment asks for it in between, on any days and twice', async () => {
    const given = await aDebtor()
    for (const day of ['2026-02-13', '2026-03-31', '2026-03-31']) {
      at(day)
      await post(given, given.householdId, day)
    }
    await given.settle(given.chargeId, '600.00')
    await post(given, given.householdId, '2026-03-31')
    await monthEnd('2026-05-31')
    expect(await total(given, given.chargeId)).toBe(expected)
  })

  it('when two jobs and a payment do it at once', async () => {
    const given = await aDebtor()
    at('2026-03-31')
    await given.settle(given.chargeId, '600.00')
    at('2026-05-31')
    await Promise.all([
      postDueLateFees(world, noDeadline),
      postDueLateFees(world, noDeadline),
      post(given, given.householdId, '2026-05-31'),
    ])
    expect(await total(given, given.chargeId)).toBe(expected)
    expect(await feesOn(given, given.chargeId)).toHaveLength(1)
    expect(await given.books.audit()).toEqual([])
  })

  it('when the charge was paid late in full before anything was posted', async () => {
    const given = await aDebtor()
    at('2026-02-11')
    await given.settle(given.chargeId, '1000.00')
    await monthEnd('2026-04-30')
    await monthEnd('2026-05-31')
    expect(await total(given, given.chargeId)).toBe(5 * 11)
  })
})

describe('a payment that becomes known after the month end it came before', () => {
  async function paidLate(paid: string, ...days: string[]) {
    const given = await aDebtor()
    for (const day of days) await monthEnd(day)
    at('2026-02-11')
    await given.settle(given.chargeId, paid)
    return given
  }
  const standing = async (given: GivenCommunity, principalId: ChargeId) =>
    given.inside(
      ({ tx, community }) => tx.rows<Pick<Fee, 'from' | 'to' | 'fen'>>`
        select from_date as "from", to_date as "to", amount_fen as fen from charge
         where (community_id, principal_id) = (${community}, ${principalId}) and cancelled_by is null order by id`,
    )

  it('takes back what was charged for the days after it, once', async () => {
    const given = await paidLate('1000.00', '2026-02-28', '2026-03-31')
    await monthEnd('2026-04-30')
    await monthEnd('2026-05-31')
    expect(await standing(given, given.chargeId)).toEqual([{ from: '2026-02-01', to: '2026-04-30', fen: 55 }])
    expect(await feesOn(given, given.chargeId)).toHaveLength(3)
    expect((await given.books.balances()).late_fee_income).toBe(-55)
    expect(await given.books.audit()).toEqual([])
  })

  it('of a part only, leaves the fee for what stayed open', async () => {
    const given = await paidLate('600.00', '2026-02-28', '2026-03-31')
    await monthEnd('2026-04-30')
    const stands = await standing(given, given.chargeId)
    expect(stands.reduce((sum, fee) => sum + fee.fen, 0)).toBe(5 * 11 + 2 * 78)
    expect(await given.books.audit()).toEqual([])
  })

  it('makes advance of what had been paid on the fee', async () => {
    const given = await aDebtor()
    await monthEnd('2026-02-28')
    const [fee] = await feesOn(given, given.chargeId)
    if (!fee) throw new Error('no fee')
    await given.settle(fee.id, '1.40')
    at('2026-01-31')
    await given.settle(given.chargeId, '1000.00')
    await monthEnd('2026-03-31')
    expect(await standing(given, given.chargeId)).toEqual([])
    expect(await given.books.advance(given.householdId)).toBe(140)
    expect(await given.books.audit()).toEqual([])
  })

  it('takes nothing back of a fee that was waived', async () => {
    const given = await aDebtor()
    await monthEnd('2026-02-28')
    const [fee] = await feesOn(given, given.chargeId)
    if (!fee) throw new Error('no fee')
    await inCommunity(world, given.community, manager, (ctx) => cancelCharge(ctx, fee.id, '免收'))
    at('2026-02-11')
    await given.settle(given.chargeId, '1000.00')
    await monthEnd('2026-03-31')
    expect(await feesOn(given, given.chargeId)).toHaveLength(1)
    expect(await given.books.audit()).toEqual([])
  })
})

describe('a late fee that is cancelled', () => {
  it('stays waived: later days are charged, the waived ones never again', async () => {
    const given = await aDebtor()
    await monthEnd('2026-02-28')
    const [fee] = await feesOn(given, given.chargeId)
    if (!fee) throw new Error('no fee')
    await inCommunity(world, given.community, manager, (ctx) => cancelCharge(ctx, fee.id, '免收'))
    await monthEnd('2026-02-28')
    await monthEnd('2026-03-31')
    expect((await feesOn(given, given.chargeId)).map(({ from, fen }) => [from, fen])).toEqual([
      ['2026-02-01', 140],
      ['2026-03-01', 155],
    ])
    expect(await given.books.open(given.householdId)).toEqual([yuan('1000'), 0, 155])
    expect(await given.books.audit()).toEqual([])
  })

  it('goes with its principal, and what was paid on it becomes advance', async () => {
    const given = await aDebtor()
    await monthEnd('2026-02-28')
    const [fee] = await feesOn(given, given.chargeId)
    if (!fee) throw new Error('no fee')
    await given.settle(fee.id, '1.40')
    await inCommunity(world, given.community, manager, (ctx) => cancelCharge(ctx, given.chargeId, '重复出账'))
    expect(await given.books.open(given.householdId)).toEqual([0, 0])
    expect(await given.books.advance(given.householdId)).toBe(yuan('1.40'))
    expect(await given.books.balances()).toEqual({ cash: yuan('1.40'), advance: yuan('-1.40') })
    await monthEnd('2026-04-30')
    expect(await feesOn(given, given.chargeId)).toHaveLength(1)
    expect(await given.books.audit()).toEqual([])
  })
})

it('is called 违约金, also where a roll brought an item of that name', async () => {
  const given = await aDebtor()
  await given.feeItem('违约金')
  await monthEnd('2026-02-28')
  const items = await given.inside(
    ({ tx, community }) =>
      tx.rows`select name, kind from fee_item where community_id = ${community} and name like '%违约金%' order by id`,
  )
  expect(items).toEqual([
    { name: '违约金', kind: 'service' },
    { name: '合同违约金', kind: 'late_fee' },
  ])
})

it('stops at its deadline and goes on where it stood', async () => {
  const given = await aDebtor()
  at('2026-02-28')
  expect(await postDueLateFees(world, world.clock.now())).toBe(0)
  expect(await feesOn(given, given.chargeId)).toEqual([])
  await postDueLateFees(world, noDeadline)
  expect(await feesOn(given, given.chargeId)).toHaveLength(1)
})
