import { describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { givenBilling, leftOut, noDeadline, runOf } from '../local/testing/given-billing.ts'
import { bookedCharges, type GivenContract, perMonth, perSquareMetre } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { billSlice } from './bill-slice.ts'
import { continueBillRuns } from './continue-bill-runs.ts'

const { world } = await testWorld()
const december = runOf('monthly', '2026-12-01', '2026-12-31')

describe('the price of a month', () => {
  it('is the version in force on its first day; a period over a change is two charges', async () => {
    const given = await givenBilling(world)
    await given.priceFrom(given.standardId, '2027-03-15', perSquareMetre('2.50'))
    await given.bill(runOf('yearly', '2027-01-01'))
    expect((await bookedCharges(given)).map(({ from, to, amountFen }) => [from, to, amountFen])).toEqual([
      ['2027-01-01', '2027-03-31', yuan('650.76')],
      ['2027-04-01', '2027-12-31', yuan('2218.50')],
    ])
    expect(await given.audit()).toEqual([])
  })

  it('is the last of two that begin in the same month', async () => {
    const given = await givenBilling(world)
    await given.priceFrom(given.standardId, '2026-11-02', perSquareMetre('9.00'))
    await given.priceFrom(given.standardId, '2026-11-20', perSquareMetre('3.00'))
    const quarter = runOf('quarterly', '2026-11-01')
    expect((await given.preview(quarter)).skipped).toEqual([])
    await given.bill(quarter)
    expect((await bookedCharges(given)).map(({ from, amountFen }) => [from, amountFen])).toEqual([
      ['2026-11-01', yuan('216.92')],
      ['2026-12-01', yuan('591.60')],
    ])
  })

  it('changed later changes no charge that was made before', async () => {
    const given = await givenBilling(world)
    await given.bill(december)
    const before = await bookedCharges(given)
    await given.priceFrom(given.standardId, '2026-12-01', perSquareMetre('9.99'))
    await given.bill(december)
    expect(await bookedCharges(given)).toEqual(before)
    expect(await given.audit()).toEqual([])
  })

  it('that does not exist yet charges nothing, and is named', async () => {
    const given = await givenBilling(world, { homes: 2 })
    const unpriced = await given.standard('垃圾清运费', null)
    await given.pays(given.first.roomId, unpriced)
    const half = await given.standard('车位费', perMonth('100'), '2027-07-01')
    await given.pays(given.first.roomId, half)
    const year = runOf('yearly', '2027-01-01')
    expect((await given.preview(year)).skipped).toEqual(leftOut('no_price'))
    await given.bill(year)
    expect((await bookedCharges(given)).map(({ item, from, amountFen }) => [item, from, amountFen])).toEqual([
      ['物业服务费', '2027-01-01', yuan('2603.04')],
      ['车位费', '2027-07-01', yuan('600')],
      ['物业服务费', '2027-01-01', yuan('2603.04')],
    ])
  })

  it('that comes to nothing is no charge', async () => {
    const given = await givenBilling(world)
    const free = await given.standard('水费公摊', {
      method: 'tier',
      tiers: [
        { upTo: 500, rate: 0 },
        { upTo: null, rate: 10_000 },
      ],
    })
    await given.pays(given.first.roomId, free)
    expect((await given.preview(december)).skipped).toEqual(leftOut('nothing_to_pay'))
    expect(await given.bill(december)).toMatchObject({ charges: 1 })
  })
})

describe('who is charged', () => {
  it('is the owner of that time: a home sold at the turn of a month is split there', async () => {
    const given = await givenBilling(world)
    const buyer = await given.soldTo(given.first.householdId, '李四', '2027-04-01')
    await given.bill(runOf('yearly', '2027-01-01'))
    expect(
      (await bookedCharges(given)).map(({ householdId, to, amountFen }) => [householdId, to, amountFen]),
    ).toEqual([
      [given.first.householdId, '2027-03-31', yuan('650.76')],
      [buyer, '2027-12-31', yuan('1952.28')],
    ])
    expect(await given.books.open(buyer)).toEqual([yuan('1952.28')])
    expect(await given.audit()).toEqual([])
  })

  it('is nobody when a home is sold inside a month: that is settled by hand', async () => {
    const given = await givenBilling(world)
    await given.soldTo(given.first.householdId, '李四', '2026-12-15')
    expect((await given.preview(december)).skipped).toEqual(leftOut('owner_changed'))
    expect(await given.bill(december)).toMatchObject({ charges: 0 })
    expect(await given.bill(runOf('monthly', '2027-01-01'))).toMatchObject({ charges: 1 })
  })

  it('is nobody for months without an owner on the roll, and the preview says so', async () => {
    const given = await givenBilling(world)
    await given.inside(
      ({ tx, community }) => tx.run`
      update household set from_date = '2027-03-01' where community_id = ${community}`,
    )
    expect((await given.preview(december)).skipped).toEqual(leftOut('no_owner'))
    const year = runOf('yearly', '2027-01-01')
    expect(await given.preview(year)).toMatchObject({
      rooms: 1,
      skipped: leftOut('no_owner'),
    })
    await given.bill(year)
    expect(await bookedCharges(given)).toMatchObject([{ from: '2027-03-01', to: '2027-12-31' }])
  })

  it('pays only while the room has the fee, in whole months', async () => {
    const given = await givenBilling(world)
    const parking = await given.standard('车位费', perMonth('100'))
    await given.pays(given.first.roomId, parking, { from: '2027-02-01', to: '2027-05-31' })
    await given.pays(given.first.roomId, parking, { from: '2027-06-10' })
    const year = runOf('yearly', '2027-01-01')
    expect((await given.preview(year)).skipped).toEqual(leftOut('fee_changed'))
    await given.bill(year)
    expect((await bookedCharges(given)).filter(({ item }) => item === '车位费')).toMatchObject([
      { from: '2027-02-01', to: '2027-05-31', amountFen: yuan('400') },
    ])
  })
})

describe('without a contract', () => {
  const uncovered = { code: 'contract-does-not-cover' }

  it.each<[string, GivenContract[]]>([
    ['no contract at all', []],
    ['a contract that begins later', [{ from: '2026-12-02' }]],
    ['a contract that was ended', [{ endedOn: '2026-12-30' }]],
    ['a gap between two', [{ endedOn: '2026-12-10' }, { from: '2026-12-12' }]],
  ])('nothing is billed: %s', async (_, contracts) => {
    const given = await givenBilling(world, { contracts })
    await expect(given.start(december)).rejects.toMatchObject(uncovered)
    await expect(given.preview(december)).rejects.toMatchObject(uncovered)
  })

  it('time before its end is still billed, and two that meet are as good as one', async () => {
    const contracts = [{ endedOn: '2026-12-10' }, { from: '2026-12-11', endedOn: '2026-12-31' }]
    const given = await givenBilling(world, { contracts })
    expect(await given.bill(december)).toMatchObject({ state: 'finished', charges: 1 })
  })

  it('a run stops when the contract is ended under it', async () => {
    const given = await givenBilling(world, { homes: 5 })
    const billRunId = await given.start(december)
    await given.inside((ctx) => billSlice(ctx, billRunId, 3))
    await given.inside(
      ({ tx, community }) => tx.run`
      update service_contract set ended_on = '2026-11-30' where community_id = ${community}`,
    )
    await expect(given.goOn(billRunId)).rejects.toMatchObject(uncovered)
    await continueBillRuns(world, noDeadline)
    expect(await bookedCharges(given)).toHaveLength(3)
    expect(await given.audit()).toEqual([])
  })
})
