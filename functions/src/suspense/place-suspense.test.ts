import { addDays, businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { asStaff } from '../identity/index.ts'
import { closeBooks } from '../ledger/index.ts'
import { testMchid } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { refundableOf } from '../refunds/refundable.ts'
import { givenSuspense } from './testing/given-suspense.ts'

const { world, clock } = await testWorld()
const today = businessDate('2026-11-23')

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

/** A home that owes 100.00 and 200.00, and 300.00 on the bank account that nothing explains. */
async function heldMoney(amount = '300.00') {
  const given = await givenSuspense(world)
  const { householdId } = await given.household()
  const charges = [
    await given.charge(householdId, { owes: '100.00' }),
    await given.charge(householdId, { owes: '200.00' }),
  ]
  const itemId = await given.arrives(amount, { externalId: 'SN20261123001', payerName: '王小明' })
  return { ...given, householdId, charges, itemId }
}

const refused = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))

describe('held money that somebody in finance places', () => {
  it('pays the home like any payment, out of suspense, and stays where it lies', async () => {
    const given = await heldMoney()
    expect(await given.books.balances()).toMatchObject({ bank: 30_000, suspense: -30_000 })
    const placed = await given.place(given.itemId, given.householdId)
    expect(placed).toMatchObject({ outcome: 'placed', householdId: given.householdId, takenBack: null })
    expect(await given.books.open(given.householdId)).toEqual([0, 0])
    expect(await given.books.balances()).toEqual({ bank: 30_000, income: -30_000 })
    expect(await given.books.jobs()).toMatchObject([{ queue: 'payment-receipt' }])
    expect(await given.open()).toEqual([])
    expect(await given.audited()).toEqual([])
  })

  it('goes to the charges that were picked, or to the oldest due; what they do not need is paid ahead', async () => {
    const picked = await heldMoney('250.00')
    await picked.place(picked.itemId, picked.householdId, { chargeIds: picked.charges.slice(1) })
    expect(await picked.books.open(picked.householdId)).toEqual([10_000, 0])
    expect(await picked.books.advance(picked.householdId)).toBe(5_000)

    const oldest = await heldMoney('150.00')
    await oldest.place(oldest.itemId, oldest.householdId)
    expect(await oldest.books.open(oldest.householdId)).toEqual([0, 15_000])
    expect(await oldest.audited()).toEqual([])
  })

  it('is placed once, however many confirm it at once, for one home or for several', async () => {
    const given = await heldMoney()
    const other = await given.household()
    const colleague = await given.staff('finance')
    const outcomes = await Promise.allSettled([
      given.place(given.itemId, given.householdId),
      given.place(given.itemId, other.householdId, { caller: colleague }),
      given.place(given.itemId, given.householdId, { caller: colleague }),
      given.giveBack(given.itemId, {
        way: 'transfer',
        placeId: given.bank,
        reference: 'OUT1',
        paidOn: today,
        reason: '付款人要求退回',
      }),
    ])
    expect(refused(outcomes)).toEqual(['suspense-resolved', 'suspense-resolved', 'suspense-resolved'])
    expect(await given.audited()).toEqual([])
  })

  it('under one key is placed once and answers the same; the key is good for nothing else', async () => {
    const given = await heldMoney()
    const [one, two] = await Promise.all([
      given.place(given.itemId, given.householdId, { key: 'key-1' }),
      given.place(given.itemId, given.householdId, { key: 'key-1' }),
    ])
    expect(two).toEqual(one)
    const other = await given.household()
    await expect(given.place(given.itemId, other.householdId, { key: 'key-1' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    })
    await expect(given.place(given.itemId, given.householdId)).rejects.toMatchObject({
      code: 'suspense-resolved',
    })
  })

  it('is placed by finance: not by the desk, not by the manager, and by nobody with their own home', async () => {
    const given = await heldMoney()
    for (const caller of [given.clerk, given.manager])
      await expect(given.place(given.itemId, given.householdId, { caller })).rejects.toMatchObject({
        code: 'not-allowed',
      })
    await given.inside(
      ({ tx, community }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${given.householdId}, ${given.finance.personId}, 'family')`,
    )
    await expect(given.place(given.itemId, given.householdId)).rejects.toMatchObject({
      code: 'suspense-own-home',
    })
    expect(await given.open()).toHaveLength(1)
  })

  it('is not placed with a home of another community, nor for charges that are not open', async () => {
    const given = await heldMoney()
    const elsewhere = await (await givenSuspense(world)).household()
    await expect(given.place(given.itemId, elsewhere.householdId)).rejects.toMatchObject({
      code: 'not-found',
    })
    const [first] = given.charges
    if (first === undefined) throw new Error('two charges')
    await given.settle(first, '100.00')
    await expect(given.place(given.itemId, given.householdId, { chargeIds: [first] })).rejects.toMatchObject({
      code: 'charge-already-paid',
    })
    expect(await given.books.open(given.householdId)).toEqual([0, 20_000])
  })

  it('of a day whose books are closed is booked on the first open one, and was paid when it came', async () => {
    const given = await heldMoney()
    clock.set('2026-11-25T10:00:00+08:00')
    await given.inside((ctx) => closeBooks(ctx, addDays(today, 1)))
    await given.place(given.itemId, given.householdId)
    const payment = await given.inside(
      ({ tx, community }) => tx.one<{ businessDate: string; paidAt: Date }>`
        select e.business_date, p.paid_at from payment p join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
         where p.community_id = ${community}`,
    )
    expect(payment).toEqual({ businessDate: '2026-11-25', paidAt: new Date('2026-11-23T10:00:00+08:00') })
    expect(await given.audited()).toEqual([])
  })

  it('of WeChat can go back through WeChat afterwards: it knows its merchant and its number', async () => {
    const given = await givenSuspense(world)
    const { householdId } = await given.household()
    const itemId = await given.arrivesByWechat('80.00', '42000000000000000000000501')
    const { paymentId } = await given.place(itemId, householdId)
    if (paymentId === null) throw new Error('it became a payment')
    expect(await given.inside((ctx) => refundableOf(ctx, paymentId))).toMatchObject({
      method: 'wechat',
      externalId: '42000000000000000000000501',
      place: testMchid,
      restFen: 8_000,
    })
  })
})

describe('a bank number that is held', () => {
  it('is taken by no counter as a voucher: the money would be booked twice', async () => {
    const given = await heldMoney()
    const voucher = { method: 'transfer', placeId: given.bank, voucherNumber: 'sn20261123001' } as const
    await expect(given.take(given.householdId, '300.00', voucher)).rejects.toMatchObject({
      code: 'voucher-in-suspense',
    })
    await given.place(given.itemId, given.householdId)
    const other = await given.household()
    await given.charge(other.householdId, { owes: '300.00' })
    await expect(given.take(other.householdId, '300.00', voucher)).rejects.toMatchObject({
      code: 'voucher-used',
    })
  })
})

describe('what was placed with the wrong home', () => {
  it('is taken back by a colleague: the charges are open again, the money is held, and can be placed anew', async () => {
    const given = await heldMoney()
    const right = await given.household()
    await given.charge(right.householdId, { owes: '300.00' })
    await given.place(given.itemId, given.householdId)
    await expect(given.takeBack(given.itemId, given.finance)).rejects.toMatchObject({ code: 'own-receipt' })
    await expect(given.takeBack(given.itemId, given.clerk)).rejects.toMatchObject({ code: 'not-allowed' })
    const undone = await given.takeBack(given.itemId, given.manager)
    expect(undone).toMatchObject({ takenBack: { because: '认错了房号' } })
    expect(await given.books.open(given.householdId)).toEqual([10_000, 20_000])
    expect(await given.books.balances()).toMatchObject({ bank: 30_000, suspense: -30_000 })
    expect(await given.audited()).toEqual([])

    await given.place(given.itemId, right.householdId)
    expect(await given.books.open(right.householdId)).toEqual([0])
    expect(await given.resolved()).toMatchObject([
      { householdId: right.householdId, takenBack: null },
      { householdId: given.householdId, takenBack: { because: '认错了房号' } },
    ])
    expect(await given.audited()).toEqual([])
  })

  it('is taken back once, however many do it at once', async () => {
    const given = await heldMoney()
    const colleague = await given.staff('finance')
    await given.place(given.itemId, given.householdId)
    const outcomes = await Promise.allSettled(
      [given.manager, colleague, given.manager].map((caller) => given.takeBack(given.itemId, caller)),
    )
    expect(refused(outcomes)).toEqual(['suspense-not-placed', 'suspense-not-placed'])
    expect(await given.audited()).toEqual([])
  })

  it('placed anew, still goes back through WeChat under its own number', async () => {
    const given = await givenSuspense(world)
    const [wrong, right] = [await given.household(), await given.household()]
    const itemId = await given.arrivesByWechat('80.00', '42000000000000000000000502')
    await given.place(itemId, wrong.householdId)
    await given.takeBack(itemId, given.manager)
    const { paymentId } = await given.place(itemId, right.householdId)
    if (paymentId === null) throw new Error('it became a payment')
    expect(
      await asStaff(world, given.finance, given.community, ['finance'], (ctx) =>
        refundableOf(ctx, paymentId),
      ),
    ).toMatchObject({ externalId: '42000000000000000000000502', place: testMchid, reversed: false })
    expect(await given.audited()).toEqual([])
  })
})
