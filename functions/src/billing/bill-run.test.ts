import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { BillRunId, ChargeId, FeeStandardId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import {
  type GivenBilling,
  givenBilling,
  leftOut,
  noDeadline,
  runOf,
} from '../local/testing/given-billing.ts'
import { bookedCharges, perMonth } from '../local/testing/given-prices.ts'
import { untilSomebodyWaits } from '../local/testing/until-somebody-waits.ts'
import { testWorld } from '../local/testing/world.ts'
import { type Actor, type Ctx, inCommunity } from '../platform/context.ts'
import { billRun } from './bill-run.ts'
import { billSlice } from './bill-slice.ts'
import { cancelCharge } from './cancel-charge.ts'
import { continueBillRuns } from './continue-bill-runs.ts'

const { world, clock } = await testWorld()
const aManager: Actor = { kind: 'staff', personId: 1 as PersonId, roles: ['manager'] }
const december = runOf('monthly', '2026-12-01', '2026-12-31')

describe('a bill run', () => {
  it('charges each room what its price, area and months come to, and keeps how', async () => {
    const given = await givenBilling(world)
    const parking = await given.standard('车位费', perMonth('150.00'))
    await given.pays(given.first.roomId, parking, { quantityHundredths: 200 })
    const lift = await given.standard('电梯费', {
      method: 'tier',
      tiers: [
        { upTo: 1_000, rate: 10_000 },
        { upTo: null, rate: 20_000 },
      ],
    })
    await given.pays(given.first.roomId, lift, { quantityHundredths: 1_500 })

    const done = await given.bill(runOf('quarterly', '2027-01-01', '2027-01-31'))

    expect(done).toMatchObject({
      state: 'finished',
      charges: 3,
      rooms: 1,
      roomsDone: 1,
      toDate: '2027-03-31',
    })
    expect(done.amountFen).toBe(yuan('650.76') + yuan('900') + yuan('60'))
    const { householdId } = given.first
    const period = { householdId, from: '2027-01-01', to: '2027-03-31' }
    expect(await bookedCharges(given)).toEqual([
      {
        ...period,
        item: '物业服务费',
        amountFen: yuan('650.76'),
        pricing: { method: 'area', rate: 22_000, areaHundredths: 9_860, months: 3 },
      },
      {
        ...period,
        item: '车位费',
        amountFen: yuan('900'),
        pricing: { method: 'fixed', fixedFen: 15_000, quantityHundredths: 200, months: 3 },
      },
      {
        ...period,
        item: '电梯费',
        amountFen: yuan('60'),
        pricing: {
          method: 'tier',
          tiers: [
            { upTo: 1_000, rate: 10_000 },
            { upTo: null, rate: 20_000 },
          ],
          quantityHundredths: 1_500,
          months: 3,
        },
      },
    ])
    expect(await given.books.balances()).toEqual({ receivable: yuan('1610.76'), income: yuan('-1610.76') })
    expect(await given.audit()).toEqual([])
  })

  it('brings exactly what its preview said, which writes nothing', async () => {
    const given = await givenBilling(world, { homes: 3 })
    await given.pays(given.first.roomId, await given.standard('车位费', perMonth('150.00')))
    await given.household()

    const preview = await given.preview(december)
    expect(await bookedCharges(given)).toEqual([])
    const done = await given.bill(december)

    expect(preview).toEqual({
      fromDate: '2026-12-01',
      toDate: '2026-12-31',
      dueDate: '2026-12-31',
      rooms: 3,
      charges: done.charges,
      amountFen: done.amountFen,
      byFeeItem: [
        { feeItem: '物业服务费', charges: 3, amountFen: 3 * yuan('216.92') },
        { feeItem: '车位费', charges: 1, amountFen: yuan('150') },
      ],
      skipped: leftOut('no_fee'),
    })
    expect(done.charges).toBe(4)
  })

  it('run twice charges nothing twice, and charges what was left out before', async () => {
    const given = await givenBilling(world, { homes: 2 })
    await given.bill(december)
    expect((await given.preview(december)).skipped).toEqual(leftOut('already_billed', 2))
    expect(await given.bill(december)).toMatchObject({ state: 'finished', charges: 0, amountFen: 0 })

    const added = await given.household()
    await given.pays(added.roomId, given.standardId)
    expect(await given.bill(december)).toMatchObject({ charges: 1, amountFen: yuan('216.92') })
    expect(await bookedCharges(given)).toHaveLength(3)
    expect(await given.audit()).toEqual([])
  })

  it('passes over a room that was charged for any part of the period, also by its roll', async () => {
    const given = await givenBilling(world, { homes: 2 })
    await given.charge(given.first.householdId, { owes: '99.00', from: '2026-10-01', to: '2026-10-31' })
    const quarter = runOf('quarterly', '2026-10-01')
    expect((await given.preview(quarter)).skipped).toEqual(leftOut('already_billed'))
    expect(await given.bill(quarter)).toMatchObject({ charges: 1 })
  })

  it('charges again what was cancelled', async () => {
    const given = await givenBilling(world)
    await given.bill(december)
    const { id } = await given.inside(
      ({ tx, community }) =>
        tx.one<{ id: ChargeId }>`select id from charge where community_id = ${community}`,
    )
    await inCommunity(world, given.community, aManager, (ctx) => cancelCharge(ctx, id, '面积登记有误'))
    expect(await given.bill(december)).toMatchObject({ charges: 1 })
    expect(await bookedCharges(given)).toHaveLength(1)
    expect(await given.audit()).toEqual([])
  })
})

describe('a bill run in slices', () => {
  const slice = (given: GivenBilling, billRunId: BillRunId) =>
    given.inside((ctx) => billSlice(ctx, billRunId, 3))

  it('stops anywhere and goes on where it stood', async () => {
    const given = await givenBilling(world, { homes: 10 })
    const billRunId = await given.start(december)
    expect(await slice(given, billRunId)).toBe('running')
    await expect(
      given.inside(async (ctx) => {
        await billSlice(ctx, billRunId, 3)
        throw new Error('the function was killed')
      }),
    ).rejects.toThrow('killed')
    expect(await given.inside((ctx) => billRun(ctx, billRunId))).toMatchObject({
      state: 'running',
      roomsDone: 3,
      rooms: 10,
      charges: 3,
    })
    expect(await given.start(december)).toBe(billRunId)
    await continueBillRuns(world, noDeadline)
    expect(await given.inside((ctx) => billRun(ctx, billRunId))).toMatchObject({
      state: 'finished',
      roomsDone: 10,
      charges: 10,
      amountFen: 10 * yuan('216.92'),
    })
    expect(await given.audit()).toEqual([])
  })

  it('may be worked on by several at once', async () => {
    const given = await givenBilling(world, { homes: 20 })
    const billRunId = await given.start(december)
    const worker = async () => {
      while ((await slice(given, billRunId)) === 'running');
    }
    await Promise.all([worker(), worker(), worker(), worker()])
    expect(await given.inside((ctx) => billRun(ctx, billRunId))).toMatchObject({ roomsDone: 20, charges: 20 })
    expect(await bookedCharges(given)).toHaveLength(20)
    const { entries } = await given.inside(
      ({ tx, community }) =>
        tx.one<{ entries: number }>`select count(*) as entries from entry where community_id = ${community}`,
    )
    expect(entries).toBe(7)
    expect(await given.audit()).toEqual([])
  })

  it('started by two people at once is one run', async () => {
    const given = await givenBilling(world)
    const ids = await Promise.all([1, 2, 3, 4].map(() => given.start(december)))
    expect(new Set(ids).size).toBe(1)
    await expect(given.start({ ...december, dueDate: businessDate('2027-01-15') })).rejects.toMatchObject({
      code: 'bill-run-differs',
    })
  })

  it('of overlapping periods at the same time charges nobody twice', async () => {
    const given = await givenBilling(world, { homes: 12 })
    await Promise.all([
      given.bill(runOf('yearly', '2026-12-01')),
      given.bill(december),
      given.bill(runOf('quarterly', '2026-10-01')),
    ])
    expect(await bookedCharges(given)).toHaveLength(12)
    expect(await given.audit()).toEqual([])
  })

  it('waits for a charge that somebody else is writing, then passes its room over', async () => {
    const given = await givenBilling(world, { homes: 2 })
    const billRunId = await given.start(december)
    const waiting = await given.inside(async (ctx) => {
      await chargeByHand(ctx, given.first.householdId, given.standardId)
      const done = given.goOn(billRunId)
      await untilSomebodyWaits(ctx)
      // Wrapped: a promise given back by itself would be waited for before this transaction ends.
      return { done }
    })
    expect(await waiting.done).toMatchObject({ state: 'finished', charges: 1 })
    expect((await bookedCharges(given)).map(({ amountFen }) => amountFen)).toEqual([
      yuan('1'),
      yuan('216.92'),
    ])
    expect(await given.audit()).toEqual([])
  })

  it('leaves no entry for rooms that are charged nothing', async () => {
    const given = await givenBilling(world)
    await given.bill(december)
    const again = await given.start(december)
    expect(await slice(given, again)).toBe('finished')
    const entries = await given.inside(
      ({ tx, community }) => tx.rows`select id from entry where community_id = ${community}`,
    )
    expect(entries).toHaveLength(1)
  })
})

it('one community bills none of another', async () => {
  const here = await givenBilling(world)
  const there = await givenBilling(world)
  const billRunId = await there.start(december)
  await expect(here.goOn(billRunId)).rejects.toMatchObject({ code: 'not-found' })
  await here.bill(december)
  expect(await bookedCharges(there)).toEqual([])
})

it('the entry is dated the day it was made, whatever it is for', async () => {
  clock.set('2026-12-05T09:00:00+08:00')
  const given = await givenBilling(world)
  await given.bill(runOf('monthly', '2027-01-01'))
  const { date } = await given.inside(
    ({ tx, community }) =>
      tx.one<{
        date: BusinessDate
      }>`select business_date as date from entry where community_id = ${community}`,
  )
  expect(date).toBe('2026-12-05')
})

async function chargeByHand({ tx, community }: Ctx, householdId: HouseholdId, standardId: FeeStandardId) {
  await tx.run`
    with written as (
      insert into entry (community_id, kind, business_date, source, posted_by)
      values (${community}, 'opening', '2026-11-23', 'by hand', 'test') returning id
    ), charged as (
      insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen, origin, pricing, entry_id)
      select h.community_id, h.id, h.room_id, s.fee_item_id, '2026-12-01', '2026-12-31', '2026-12-31', 100, 'opening',
             '{"method": "roll", "chargedFen": 100, "paidBeforeFen": 0, "remark": ""}', written.id
        from written, household h, fee_standard s
       where (h.community_id, h.id) = (${community}, ${householdId}) and (s.community_id, s.id) = (${community}, ${standardId})
      returning id, entry_id, fee_item_id
    )
    insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
    select ${community}::integer, entry_id, 'receivable'::account, 100, id, null from charged
    union all
    select ${community}::integer, entry_id, 'income', -100, null, fee_item_id from charged`
}
