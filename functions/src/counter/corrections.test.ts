import { beforeEach, describe, expect, it } from 'vitest'
import { givenCounter } from '../local/testing/given-counter.ts'
import { testWorld } from '../local/testing/world.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

async function aTaking() {
  const given = await givenCounter(world)
  const { householdId } = await given.household()
  await given.charge(householdId, { owes: '300.00' })
  const session = await given.open()
  const payment = await given.take(householdId, '300.00')
  return { ...given, householdId, session, payment }
}

describe('a wrong receipt', () => {
  it('is taken back by another person, with a reason: its charges are open, its number is used and void', async () => {
    const given = await aTaking()
    await given.number(given.payment.id)
    const reversed = await given.reverse(given.payment.id)
    expect(reversed).toMatchObject({
      receiptNumber: 1,
      reversed: { reason: '收错了房号' },
      mayReverse: false,
    })
    expect(await given.books.open(given.householdId)).toEqual([30_000])
    expect(await given.inTill()).toBe(0)

    const again = await given.take(given.householdId, '300.00')
    await given.number(again.id)
    expect(again).toMatchObject({ voucherNumber: `${given.till}-20261123-002` })
    expect(await given.day()).toMatchObject({
      payments: [
        { receiptNumber: 2, reversed: null },
        { receiptNumber: 1, reversed: { reason: '收错了房号' } },
      ],
      sums: [{ payments: 1, amountFen: 30_000, reversed: 1, reversedFen: 30_000 }],
    })
    expect(await given.audited()).toEqual([])
  })

  it('taken back has the plan of the home looked at anew', async () => {
    const given = await aTaking()
    const before = (await given.books.jobs()).length
    await given.reverse(given.payment.id)
    expect((await given.books.jobs()).slice(before)).toEqual([{ queue: 'home-settled' }])
  })

  it('is never taken back by who took it, nor by who has no part in it', async () => {
    const given = await aTaking()
    await expect(given.reverse(given.payment.id, given.clerk)).rejects.toMatchObject({ code: 'own-receipt' })
    const collector = await given.staff('collector')
    await expect(given.reverse(given.payment.id, collector)).rejects.toMatchObject({ code: 'not-allowed' })
    const owner = await given.person({ householdId: given.householdId })
    await expect(given.reverse(given.payment.id, owner)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is taken back once, however many do it at once', async () => {
    const given = await aTaking()
    const outcomes = await Promise.allSettled([
      given.reverse(given.payment.id),
      given.reverse(given.payment.id, given.finance),
      given.reverse(given.payment.id, given.manager),
    ])
    expect(
      outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : [])),
    ).toEqual(['already-reversed', 'already-reversed'])
    expect(await given.audited()).toEqual([])
  })

  it('is for finance alone once the till has been counted, or the day is over', async () => {
    const counted = await aTaking()
    await counted.count(counted.session.id, '300.00')
    await expect(counted.reverse(counted.payment.id)).rejects.toMatchObject({ code: 'reverse-by-finance' })
    await counted.reverse(counted.payment.id, counted.finance)
    expect(await counted.audited()).toEqual([])

    const later = await aTaking()
    clock.set('2026-11-24T10:00:00+08:00')
    await expect(later.reverse(later.payment.id)).rejects.toMatchObject({ code: 'reverse-by-finance' })
    await later.reverse(later.payment.id, later.finance)
    expect(await later.audited()).toEqual([])
  })

  it('is not taken back while its till is being counted: it is in the count, or gone before it', async () => {
    for (let round = 0; round < 5; round++) {
      const given = await aTaking()
      const [reversal, count] = await Promise.allSettled([
        given.reverse(given.payment.id),
        given.count(given.session.id, '300.00'),
      ])
      const expectedFen = count.status === 'fulfilled' ? count.value.expectedFen : undefined
      expect(expectedFen).toBe(reversal.status === 'fulfilled' ? 0 : 30_000)
      expect(await given.audited()).toEqual([])
    }
  })

  it('of a transfer frees the bank’s number, for the home that it was meant for, once', async () => {
    const given = await aTaking()
    const [wrong, right] = [await given.household(), await given.household()]
    await given.charge(wrong.householdId, { owes: '50.00' })
    await given.charge(right.householdId, { owes: '50.00' })
    const transfer = { method: 'transfer', placeId: given.bank, voucherNumber: 'A778' } as const
    const { id } = await given.take(wrong.householdId, '50.00', transfer)
    await given.reverse(id)
    const outcomes = await Promise.allSettled([
      given.take(right.householdId, '50.00', transfer),
      given.take(wrong.householdId, '50.00', transfer),
    ])
    expect(
      outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : [])),
    ).toEqual(['voucher-used'])
    expect(await given.books.balances()).toMatchObject({ bank: 5_000 })
    expect(await given.audited()).toEqual([])
  })
})
