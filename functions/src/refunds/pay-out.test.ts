import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { testWorld } from '../local/testing/world.ts'
import { anOwedRefund } from './testing/an-owed-refund.ts'

const { world, clock } = await testWorld()

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const refused = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))

describe('a refund in cash', () => {
  it('leaves the open till of a clerk, by a slip and to somebody by name, and the count knows it', async () => {
    const given = await anOwedRefund(world)
    expect(await given.books.balances()).toMatchObject({ cash: 38_000, refund_payable: -6_000 })
    const paid = await given.payOut({ voucherNumber: 'tk-0001', receiverName: ' 王小明 ' })
    expect(paid).toMatchObject({
      state: 'paid',
      receivedBy: '王小明',
      paidOut: { voucherNumber: 'TK-0001' },
      mayPayOut: false,
    })
    expect(await given.inTill(given.thirdTill)).toBe(2_000)
    expect(await given.books.balances()).not.toHaveProperty('refund_payable')
    expect(await given.count(given.thirdSession.id, '20.00', { caller: given.third })).toMatchObject({
      expectedFen: 2_000,
      differenceFen: 0,
    })
    expect(await given.audited()).toEqual([])
  })

  it('is listed on its day with who paid it, from where, by which slip and to whom', async () => {
    const given = await anOwedRefund(world)
    await given.payOut({ voucherNumber: 'TK-7' })
    expect(await given.payouts()).toMatchObject({
      payouts: [
        { refundId: given.refund.id, voucherNumber: 'TK-7', receiverName: '王小明', amountFen: 6_000 },
      ],
      cashFen: 6_000,
      transferFen: 0,
    })
    clock.set('2026-11-24T10:00:00+08:00')
    expect(await given.payouts()).toMatchObject({ payouts: [], cashFen: 0 })
  })

  it('is not paid by who asked for it, nor by who took the payment', async () => {
    const given = await anOwedRefund(world)
    const otherTill = await given.place('cash', given.other)
    await given.open(otherTill, given.other)
    await expect(given.payOut({ caller: given.other })).rejects.toMatchObject({ code: 'own-refund' })
    await expect(given.payOut({ caller: given.clerk })).rejects.toMatchObject({ code: 'own-receipt' })
    expect(await given.read(given.other)).toMatchObject({ mayPayOut: false })
    expect(await given.read(given.clerk)).toMatchObject({ mayPayOut: false })
    expect(await given.read(given.third)).toMatchObject({ mayPayOut: true })
  })

  it('is not paid by who asked for it even where one person was enough to let it go', async () => {
    const given = await anOwedRefund(world)
    await given.inside(({ tx, community }) => tx.run`insert into refund_limit values (${community}, 10000)`)
    const alone = await given.ask('50.00', given.third)
    expect(alone).toMatchObject({ state: 'owed' })
    await expect(given.payOut({ refundId: alone.id })).rejects.toMatchObject({ code: 'own-refund' })
  })

  it('is not paid to the payer’s own home', async () => {
    const given = await anOwedRefund(world)
    await given.inside(
      ({ tx, community }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${given.householdId}, ${given.third.personId}, 'tenant')`,
    )
    await expect(given.payOut()).rejects.toMatchObject({ code: 'own-application' })
  })

  it('needs a till that is open and holds so much, without telling how much is in it', async () => {
    const given = await anOwedRefund(world)
    const much = await given.owed('90.00')
    await expect(given.payOut({ refundId: much.id })).rejects.toMatchObject({
      code: 'till-too-low',
      facts: {},
    })
    await given.count(given.thirdSession.id, '80.00', { caller: given.third })
    await expect(given.payOut()).rejects.toMatchObject({ code: 'no-open-till' })
    expect(await given.audited()).toEqual([])
  })

  it('is not paid before somebody has let it go, nor by who has no part in refunds', async () => {
    const given = await anOwedRefund(world)
    const asked = await given.ask('10.00')
    await expect(given.payOut({ refundId: asked.id })).rejects.toMatchObject({ code: 'refund-moved-on' })
    await expect(given.payOut({ caller: await given.staff('collector') })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(given.payOut({ caller: given.manager })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('uses a slip once', async () => {
    const given = await anOwedRefund(world)
    const second = await given.owed('10.00')
    await given.payOut({ voucherNumber: 'TK-1' })
    await expect(given.payOut({ refundId: second.id, voucherNumber: 'tk-1' })).rejects.toMatchObject({
      code: 'refund-voucher-used',
      facts: { number: 'TK-1' },
    })
    expect(await given.audited()).toEqual([])
  })

  it('asked for once more by the same payer with the same slip is answered as paid, and with another is refused', async () => {
    const given = await anOwedRefund(world)
    await given.payOut({ voucherNumber: 'TK-1' })
    expect(await given.payOut({ voucherNumber: 'TK-1' })).toMatchObject({ state: 'paid' })
    await expect(given.payOut({ voucherNumber: 'TK-2' })).rejects.toMatchObject({ code: 'refund-moved-on' })
    expect(await given.inTill(given.thirdTill)).toBe(2_000)
  })

  it('is paid once, however many pay it at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const given = await anOwedRefund(world)
      const fourth = await given.staff('finance')
      const fourthTill = await given.place('cash', fourth)
      await given.open(fourthTill, fourth)
      const neighbour = await given.household()
      await given.charge(neighbour.householdId, { owes: '70.00' })
      await given.take(neighbour.householdId, '70.00', { caller: fourth })
      const outcomes = await Promise.allSettled([
        given.payOut(),
        given.payOut({ caller: fourth }),
        given.payOut(),
        given.payOut({ caller: fourth }),
      ])
      expect(refused(outcomes)).toEqual(['refund-moved-on', 'refund-moved-on', 'refund-moved-on'])
      expect(await given.books.balances()).toMatchObject({ cash: 45_000 - 6_000 })
      expect(await given.audited()).toEqual([])
    }
  })

  it('paid while its till is being counted is in the count, or waits for the next till', async () => {
    for (let round = 0; round < 5; round++) {
      const given = await anOwedRefund(world)
      const [payout, count] = await Promise.allSettled([
        given.payOut(),
        given.count(given.thirdSession.id, '80.00', { caller: given.third }),
      ])
      const expectedFen = count.status === 'fulfilled' ? count.value.expectedFen : undefined
      expect(expectedFen).toBe(payout.status === 'fulfilled' ? 2_000 : 8_000)
      if (payout.status === 'rejected') expect(payout.reason).toMatchObject({ code: 'no-open-till' })
      expect(await given.audited()).toEqual([])
    }
  })
})

describe('a refund by transfer', () => {
  it('leaves a bank account by finance, on its day, with the number of the transfer', async () => {
    const given = await anOwedRefund(world, 'transfer')
    await expect(given.payOut()).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(given.payOut({ caller: given.finance, placeId: given.till })).rejects.toMatchObject({
      code: 'place-not-usable',
    })
    clock.set('2026-11-25T10:00:00+08:00')
    const paid = await given.payOut({
      caller: given.finance,
      voucherNumber: 'ICBC778',
      paidOn: addDays(businessDateAt(clock.now()), -1),
    })
    expect(paid).toMatchObject({ state: 'paid', paidAt: '2026-11-24T04:00:00.000Z' })
    expect(await given.books.balances()).toMatchObject({ bank: -6_000 })
    expect(await given.audited()).toEqual([])
  })

  it('did not leave before anybody had let it go, and leaves on no day to come', async () => {
    const given = await anOwedRefund(world, 'transfer')
    const today = businessDateAt(clock.now())
    const by = { caller: given.finance }
    await expect(given.payOut({ ...by, paidOn: addDays(today, -1) })).rejects.toMatchObject({
      code: 'refund-paid-too-early',
    })
    await expect(given.payOut({ ...by, paidOn: addDays(today, 1) })).rejects.toMatchObject({
      code: 'paid-on-too-far',
    })
  })
})

it('a refund that goes to WeChat is not paid out, and one of another community is not found', async () => {
  const given = await anOwedRefund(world)
  const elsewhere = await anOwedRefund(world)
  await expect(given.payOut({ refundId: elsewhere.refund.id })).rejects.toMatchObject({ code: 'not-found' })
  await given.inside(
    ({ tx, community }) => tx.run`
      update refund set route = 'wechat', mchid = '1900000001' where (community_id, id) = (${community}, ${given.refund.id})`,
  )
  await expect(given.payOut()).rejects.toMatchObject({ code: 'refund-route' })
})

it('the home hears that its money has come back', async () => {
  const given = await anOwedRefund(world)
  await given.payOut()
  const told = await given.inside(
    ({ tx, community }) => tx.rows`
      select kind from domain_event where (community_id, household_id) = (${community}, ${given.householdId}) and kind = 'refund-paid'`,
  )
  expect(told).toHaveLength(1)
})
