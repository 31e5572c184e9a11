import { addDays, businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { closeBooks } from '../ledger/index.ts'
import { yuan } from '../local/testing/given.ts'
import { givenCounter } from '../local/testing/given-counter.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { counterRoutes } from './routes.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const today = businessDate('2026-11-23')

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

/** A counter, its till open with nothing in it, and a home that owes twice. */
async function aCounter(...owes: string[]) {
  const given = await givenCounter(world)
  const { householdId } = await given.household()
  const charges = []
  for (const each of owes.length > 0 ? owes : ['100.00', '200.00'])
    charges.push(await given.charge(householdId, { owes: each }))
  const session = await given.open()
  return { ...given, householdId, charges, session }
}

const refused = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))

describe('cash at the counter', () => {
  it('settles what is due, lies in the till of the clerk, and gets its receipt number after it', async () => {
    const given = await aCounter()
    const payment = await given.take(given.householdId, '300.00', { payerName: '王小明' })
    expect(payment).toMatchObject({
      amountFen: 30_000,
      method: 'cash',
      receiptNumber: null,
      voucherNumber: `${given.till}-20261123-001`,
      payerName: '王小明',
      reversed: null,
      mayReverse: false,
    })
    await given.number(payment.id)
    expect((await given.day()).payments).toMatchObject([{ receiptNumber: 1 }])
    expect(await given.books.open(given.householdId)).toEqual([0, 0])
    expect(await given.inTill()).toBe(30_000)
    expect(await given.audited()).toEqual([])
  })

  it('pays the picked charges only, or an amount towards the oldest, the rest of which is paid ahead', async () => {
    const given = await aCounter()
    const [, second] = given.charges
    if (second === undefined) throw new Error('two charges')
    await given.take(given.householdId, '200.00', { choice: { kind: 'charges', chargeIds: [second] } })
    expect(await given.books.open(given.householdId)).toEqual([10_000, 0])
    await given.take(given.householdId, '150.00', {
      choice: { kind: 'amount', amountFen: yuan('150.00') },
    })
    expect(await given.books.open(given.householdId)).toEqual([0, 0])
    expect(await given.books.advance(given.householdId)).toBe(5_000)
    expect(await given.audited()).toEqual([])
  })

  it('is taken by a clerk whose till is open, and by no other', async () => {
    const given = await aCounter()
    await expect(given.take(given.householdId, '300.00', { caller: given.other })).rejects.toMatchObject({
      code: 'no-open-till',
    })
    await expect(given.take(given.householdId, '300.00', { caller: given.manager })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await given.count(given.session.id, '0')
    await expect(given.take(given.householdId, '300.00')).rejects.toMatchObject({ code: 'no-open-till' })
  })

  it('is numbered without gaps by till and day, however many are refused or come at once', async () => {
    const given = await aCounter()
    const homes = await Promise.all(Array.from({ length: 6 }, () => given.household()))
    for (const { householdId } of homes) await given.charge(householdId, { owes: '10.00' })
    const outcomes = await Promise.allSettled(
      homes.flatMap(({ householdId }) => [
        given.take(householdId, '10.00'),
        given.take(householdId, '99.00'),
      ]),
    )
    expect(refused(outcomes)).toHaveLength(6)
    const { payments } = await given.day()
    expect(payments.map(({ voucherNumber }) => voucherNumber.slice(-3))).toEqual(
      ['001', '002', '003', '004', '005', '006'].reverse(),
    )
    clock.set('2026-11-24T10:00:00+08:00')
    const next = await given.take(given.householdId, '300.00', { paidOn: addDays(today, 1) })
    expect(next.voucherNumber).toBe(`${given.till}-20261124-001`)
    expect(await given.audited()).toEqual([])
  })

  it('is taken once under one key, and the key for nothing else', async () => {
    const given = await aCounter()
    const first = await given.take(given.householdId, '300.00', { key: 'the-same-key' })
    expect(await given.take(given.householdId, '300.00', { key: 'the-same-key' })).toEqual(first)
    await expect(
      given.take(given.householdId, '300.00', { key: 'the-same-key', payerName: '别人' }),
    ).rejects.toMatchObject({ code: 'idempotency-key-reused' })
    expect(await given.inTill()).toBe(30_000)
  })

  it('is not booked when what is due is not what the clerk has seen', async () => {
    const given = await aCounter()
    await expect(given.take(given.householdId, '299.99')).rejects.toMatchObject({
      code: 'amount-changed',
      facts: { yuan: '300.00' },
    })
    expect(await given.inTill()).toBe(0)
  })

  it('of two clerks at once for one home is taken by one', async () => {
    const given = await aCounter()
    const second = await given.place('cash', given.other)
    await given.open(second, given.other)
    const outcomes = await Promise.allSettled([
      given.take(given.householdId, '300.00'),
      given.take(given.householdId, '300.00', { caller: given.other }),
    ])
    expect(refused(outcomes)).toEqual(['nothing-due'])
    expect(await given.books.advance(given.householdId)).toBe(0)
    expect(await given.audited()).toEqual([])
  })
})

describe('a transfer or a card', () => {
  const transfer = (given: Awaited<ReturnType<typeof aCounter>>, number: string) =>
    ({ method: 'transfer', placeId: given.bank, voucherNumber: number }) as const

  it('goes to the account or terminal named, by its own number', async () => {
    const given = await aCounter()
    const [first] = given.charges
    if (first === undefined) throw new Error('two charges')
    await given.take(given.householdId, '100.00', {
      ...transfer(given, 'icbc-778'),
      choice: { kind: 'charges', chargeIds: [first] },
    })
    await given.take(given.householdId, '200.00', {
      method: 'pos',
      placeId: given.pos,
      voucherNumber: '123456789012',
    })
    expect(await given.books.balances()).toMatchObject({ bank: 10_000, pos: 20_000 })
    expect((await given.day()).payments.map(({ voucherNumber }) => voucherNumber)).toEqual([
      '123456789012',
      'ICBC-778',
    ])
    expect(await given.audited()).toEqual([])
  })

  it('needs its number, and a place of its kind that is in use', async () => {
    const given = await aCounter()
    await expect(given.take(given.householdId, '300.00', transfer(given, ''))).rejects.toMatchObject({
      code: 'voucher-missing',
      facts: { method: '银行转账' },
    })
    for (const placeId of [given.till, given.pos, null])
      await expect(
        given.take(given.householdId, '300.00', { ...transfer(given, '778'), placeId }),
      ).rejects.toMatchObject({ code: 'place-not-usable' })
  })

  it('is not taken twice by one number, and the refusal names it', async () => {
    const given = await aCounter()
    const other = await given.household()
    await given.charge(other.householdId, { owes: '50.00' })
    await given.take(given.householdId, '300.00', transfer(given, 'A778'))
    await expect(given.take(other.householdId, '50.00', transfer(given, 'a778'))).rejects.toMatchObject({
      code: 'voucher-used',
      facts: { number: 'A778', day: '2026年11月23日' },
    })
    expect(await given.books.open(other.householdId)).toEqual([5_000])
  })

  it('of one number at two desks at once is taken once', async () => {
    for (let round = 0; round < 5; round++) {
      const given = await aCounter()
      const homes = await Promise.all(Array.from({ length: 4 }, () => given.household()))
      for (const { householdId } of homes) await given.charge(householdId, { owes: '50.00' })
      const outcomes = await Promise.allSettled(
        homes.map(({ householdId }, at) =>
          given.take(householdId, '50.00', {
            ...transfer(given, 'A778'),
            caller: at % 2 === 0 ? given.clerk : given.other,
          }),
        ),
      )
      expect(refused(outcomes)).toEqual(['voucher-used', 'voucher-used', 'voucher-used'])
      expect(await given.books.balances()).toMatchObject({ bank: 5_000 })
      expect(await given.audited()).toEqual([])
    }
  })
})

describe('the day of payment', () => {
  it('may be an earlier one, and stands in the books', async () => {
    const given = await aCounter()
    const payment = await given.take(given.householdId, '300.00', { paidOn: addDays(today, -3) })
    expect(payment.paidOn).toBe('2026-11-20')
    const entry = await given.inside(
      ({ tx, community }) => tx.one<{ businessDate: string }>`
        select business_date from entry where community_id = ${community} and kind = 'payment'`,
    )
    expect(entry.businessDate).toBe('2026-11-20')
  })

  it('is no day that is closed, none to come, none long past, and none that there is not', async () => {
    const given = await aCounter()
    await given.inside((ctx) => closeBooks(ctx, addDays(today, -3)))
    await expect(
      given.take(given.householdId, '300.00', { paidOn: addDays(today, -3) }),
    ).rejects.toMatchObject({ code: 'day-closed' })
    for (const day of ['2026-11-24', '2026-10-01', '2026-11-31', '2026-02-30'])
      await expect(
        given.take(given.householdId, '300.00', { paidOn: day as typeof today }),
      ).rejects.toMatchObject({ code: 'paid-on-too-far' })
    await given.take(given.householdId, '300.00', { paidOn: addDays(today, -2) })
  })
})

describe('what the delay has cost', () => {
  it('up to the day of payment is paid with all that is due, as the clerk was told', async () => {
    const given = await givenCounter(world)
    await givenPrices(given).contract({ lateFee: { dailyPpm: 500 } })
    const { householdId } = await given.household()
    clock.set('2026-10-01T10:00:00+08:00')
    await given.charge(householdId, { owes: '1000.00', due: '2026-10-31' })
    clock.set('2026-11-23T10:00:00+08:00')
    await given.open()
    const billOn = (paidOn: typeof today) =>
      counterRoutes['GET /v1/staff/communities/:communityId/households/:householdId/counter-bill']({
        ...given.asked(),
        caller: given.clerk,
        params: { communityId: given.communityId, householdId },
        query: { paidOn },
      })
    const [then, now] = [await billOn(addDays(today, -3)), await billOn(today)]
    expect(now.lateFeeFen).toBeGreaterThan(then.lateFeeFen)
    expect(then.lateFeeFen).toBeGreaterThan(0)
    expect(now.allDueFen).toBe(now.openFen + now.lateFeeFen)
    expect(await given.books.open(householdId)).toEqual([100_000])

    const { amountFen } = await given.take(householdId, '0.01', {
      paidOn: addDays(today, -3),
      seenFen: then.allDueFen,
    })
    expect(amountFen).toBe(then.allDueFen)
    expect((await given.books.open(householdId)).every((open) => open === 0)).toBe(true)
    expect((await billOn(today)).allDueFen).toBe(0)
    expect(await given.audited()).toEqual([])
  })
})
