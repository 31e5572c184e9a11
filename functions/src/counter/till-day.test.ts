import { beforeEach, describe, expect, it } from 'vitest'
import { givenCounter } from '../local/testing/given-counter.ts'
import { testWorld } from '../local/testing/world.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

/** A till into which a home has paid 300.00 元 in cash. */
async function aTill() {
  const given = await givenCounter(world)
  const { householdId } = await given.household()
  await given.charge(householdId, { owes: '300.00' })
  const session = await given.open()
  await given.take(householdId, '300.00')
  return { ...given, householdId, session }
}

const refused = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))

describe('a till', () => {
  it('is opened by who holds it, and once, and by nobody who has another one open', async () => {
    const given = await givenCounter(world)
    await expect(given.open(given.till, given.other)).rejects.toMatchObject({ code: 'not-your-till' })
    const second = await given.place('cash', given.clerk)
    const outcomes = await Promise.allSettled([given.open(), given.open(), given.open(second)])
    expect(refused(outcomes)).toEqual(['till-already-open', 'till-already-open'])
  })

  it('does not tell what should be in it before it has been counted', async () => {
    const given = await aTill()
    expect((await given.view()).own).toMatchObject({ state: 'open', expectedFen: null, differenceFen: null })
    expect(await given.count(given.session.id, '300.00')).toMatchObject({
      state: 'counted',
      expectedFen: 30_000,
      differenceFen: 0,
    })
  })

  it('is closed by a second person: not by its clerk, and not by another clerk', async () => {
    const given = await aTill()
    const both = await given.staff('front_desk', 'finance')
    const theirs = await given.place('cash', both)
    const session = await given.open(theirs, both)
    await given.count(session.id, '0', { caller: both })
    await expect(given.confirm(session.id, both)).rejects.toMatchObject({ code: 'second-person' })
    await expect(given.confirm(session.id, given.other)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await given.confirm(session.id)).toMatchObject({ state: 'closed', reason: '' })
    await expect(given.confirm(session.id)).rejects.toMatchObject({ code: 'till-closed' })
    await expect(given.confirm(given.session.id)).rejects.toMatchObject({ code: 'till-not-counted' })
    expect(await given.audited()).toEqual([])
  })

  it('that is short is booked as short once somebody has confirmed it with a reason', async () => {
    const given = await aTill()
    await given.count(given.session.id, '299.00')
    expect(await given.books.balances()).not.toHaveProperty('till_difference')
    await expect(given.confirm(given.session.id)).rejects.toMatchObject({
      code: 'difference-needs-reason',
      facts: { yuan: '-1.00' },
    })
    const closed = await given.confirm(given.session.id, given.manager, '找零多给了一元')
    expect(closed).toMatchObject({ state: 'closed', differenceFen: -100, reason: '找零多给了一元' })
    expect(await given.books.balances()).toMatchObject({ cash: 29_900, till_difference: 100 })
    expect(await given.audited()).toEqual([])
  })

  it('may be counted again by its clerk until somebody has confirmed it', async () => {
    const given = await aTill()
    await given.count(given.session.id, '200.00')
    expect(await given.count(given.session.id, '300.00')).toMatchObject({ differenceFen: 0 })
    await given.confirm(given.session.id)
    await expect(given.count(given.session.id, '300.00')).rejects.toMatchObject({ code: 'till-closed' })
    expect(await given.audited()).toEqual([])
  })

  it('finds no difference twice, whether the one before is confirmed early or late', async () => {
    for (const early of [true, false]) {
      const given = await aTill()
      await given.count(given.session.id, '290.00')
      const next = await given.open(given.till, given.clerk, '290.00')
      if (early) await given.confirm(given.session.id, given.finance, '少了十元')
      expect(await given.count(next.id, '289.00')).toMatchObject({
        expectedFen: 29_000,
        differenceFen: -100,
        openedDifferenceFen: 0,
      })
      if (!early) await given.confirm(given.session.id, given.finance, '少了十元')
      await given.confirm(next.id, given.finance, '又少了一元')
      expect(await given.inTill()).toBe(28_900)
      expect(await given.audited()).toEqual([])
    }
  })

  it('of two who confirm at once is confirmed by one', async () => {
    const given = await aTill()
    await given.count(given.session.id, '301.00')
    const outcomes = await Promise.allSettled([
      given.confirm(given.session.id, given.finance, '多了一元'),
      given.confirm(given.session.id, given.manager, '多了一元'),
    ])
    expect(refused(outcomes)).toEqual(['till-closed'])
    expect(await given.inTill()).toBe(30_100)
    expect(await given.audited()).toEqual([])
  })

  it('counts what was taken at the same moment, or has refused it', async () => {
    for (let round = 0; round < 5; round++) {
      const given = await aTill()
      const { householdId } = await given.household()
      await given.charge(householdId, { owes: '10.00' })
      const [taken, counted] = await Promise.allSettled([
        given.take(householdId, '10.00'),
        given.count(given.session.id, '300.00'),
      ])
      const expectedFen = counted.status === 'fulfilled' ? counted.value.expectedFen : undefined
      expect(expectedFen).toBe(taken.status === 'fulfilled' ? 31_000 : 30_000)
      expect(await given.audited()).toEqual([])
    }
  })
})

describe('a till that is handed over', () => {
  it('is counted by both, and belongs to the second from then on', async () => {
    const given = await aTill()
    await given.count(given.session.id, '300.00', { handTo: given.other })
    expect((await given.view(given.other)).handedToYou).toMatchObject([{ id: given.session.id }])
    await expect(given.takeOver(given.session.id, '300.00', given.finance)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(given.takeOver(given.session.id, '299.00')).rejects.toMatchObject({ code: 'counts-differ' })
    const next = await given.takeOver(given.session.id, '300.00')
    expect(next).toMatchObject({ state: 'open', openedFen: 30_000, clerkId: given.other.personId })
    const view = await given.view(given.other)
    expect(view).toMatchObject({ own: { id: next.id }, handedToYou: [], toConfirm: [] })
    expect(view.places.find(({ id }) => id === given.till)).toMatchObject({
      holderId: given.other.personId,
    })
    await expect(given.takeOver(given.session.id, '300.00')).rejects.toMatchObject({ code: 'till-closed' })
    expect(await given.audited()).toEqual([])
  })

  it('with a difference goes on at once, and the difference waits for finance', async () => {
    const given = await aTill()
    await given.count(given.session.id, '295.00', { handTo: given.other })
    const next = await given.takeOver(given.session.id, '295.00')
    expect((await given.view(given.finance)).toConfirm).toMatchObject([
      { id: given.session.id, differenceFen: -500, mayConfirm: true },
    ])
    await given.confirm(given.session.id, given.finance, '少了五元')
    await given.count(next.id, '295.00', { caller: given.other })
    expect(await given.confirm(next.id)).toMatchObject({ differenceFen: 0 })
    expect(await given.audited()).toEqual([])
  })

  it('goes to somebody who takes money, and not to oneself', async () => {
    const given = await aTill()
    for (const handTo of [given.manager, given.clerk])
      await expect(given.count(given.session.id, '300.00', { handTo })).rejects.toMatchObject({
        code: 'holder-not-clerk',
      })
  })
})

describe('cash', () => {
  it('goes from the till to the bank by a slip that counts once, and never more than there is', async () => {
    const given = await aTill()
    await expect(given.move('deposit', '300.01', 'S1')).rejects.toMatchObject({
      code: 'till-short',
      facts: { yuan: '300.00' },
    })
    expect(await given.move('deposit', '100.00', 'S1', { caller: given.clerk })).toEqual({ tillFen: 20_000 })
    await expect(given.move('deposit', '100.00', 'S1')).rejects.toMatchObject({ code: 'voucher-used' })
    await expect(given.move('deposit', '100.00', 'S2', { caller: given.other })).rejects.toMatchObject({
      code: 'not-your-till',
    })
    expect(await given.books.balances()).toMatchObject({ cash: 20_000, bank: 10_000 })
    expect(await given.count(given.session.id, '200.00')).toMatchObject({ differenceFen: 0 })
    expect(await given.audited()).toEqual([])
  })

  it('of a till is deposited once, however many deposit all of it at once', async () => {
    const given = await aTill()
    const outcomes = await Promise.allSettled(
      ['S1', 'S2', 'S3'].map((slip) => given.move('deposit', '300.00', slip)),
    )
    expect(refused(outcomes)).toEqual(['till-short', 'till-short'])
    expect(await given.audited()).toEqual([])
  })

  it('comes from the bank as a float, by finance, and once under one key', async () => {
    const given = await givenCounter(world)
    await expect(given.move('float', '500.00', 'F1', { caller: given.clerk })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    for (let time = 0; time < 2; time++)
      expect(await given.move('float', '500.00', 'F1', { key: 'the-float-of-today' })).toEqual({
        tillFen: 50_000,
      })
    await expect(given.move('float', '50.00', 'F2', { key: 'the-float-of-today' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    })
    const session = await given.open(given.till, given.clerk, '500.00')
    expect(await given.count(session.id, '500.00')).toMatchObject({
      differenceFen: 0,
      openedDifferenceFen: 0,
    })
    expect(await given.audited()).toEqual([])
  })
})
