import { businessDate } from '@anjiao/shared/calendar'
import { beforeEach, expect, it } from 'vitest'
import { searchHouseholds } from '../community/search-households.ts'
import { staffOverview } from '../community/staff-overview.ts'
import { givenCommunity, yuan } from '../local/testing/given.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { chargeStatement } from './charge-statement.ts'
import { type HeldDays, type HoldSubject, keepHolds } from './holds.ts'
import { householdBills } from './household-bills.ts'
import { postLateFees } from './post-late-fees.ts'
import { shownCharges } from './shown-charges.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-01-10'))

/** On 10 March, a home that has owed 1,000.00 元 twice since 31 January, 0.05 元 a day each. */
async function aDebtor() {
  const given = await givenCommunity(world)
  await givenPrices(given).contract({ lateFee: { dailyPpm: 50 } })
  const { householdId } = await given.household()
  const held = await given.charge(householdId, { owes: '1000.00', due: '2026-01-31' })
  const other = await given.charge(householdId, { owes: '1000.00', due: '2026-01-31' })
  at('2026-03-10')
  const hold = (days: Partial<HeldDays>[], subjectId = 1, matter: HoldSubject['matter'] = 'dispute') =>
    given.inside((ctx) =>
      keepHolds(
        ctx,
        { matter, subjectId, householdId },
        days.map((day) => ({
          chargeId: held,
          granted: false,
          from: businessDate('2026-02-01'),
          to: null,
          ...day,
        })),
      ),
    )
  return { ...given, householdId, held, other, hold }
}

it('a charge that is held bears no late fee and is not overdue; the one beside it is and does', async () => {
  const given = await aDebtor()
  await given.hold([{}])
  const bills = await given.inside((ctx) => householdBills(ctx, given.householdId))
  expect(bills.overdueFen).toBe(yuan('1000.00'))
  const shown = bills.years.flatMap(({ charges }) => charges)
  expect(shown.map(({ overdue, hold }) => [overdue, hold])).toEqual([
    [false, { matter: 'dispute', granted: false, until: null, waives: false }],
    [true, null],
  ])
  expect((await given.inside(staffOverview)).overdueFen).toBe(yuan('1000.00'))

  const posted = await given.inside((ctx) =>
    postLateFees(ctx, [given.householdId], businessDate('2026-02-28')),
  )
  // The first day of a hold has begun without it.
  expect(posted).toEqual({ charges: 2, amountFen: 28 * 5 + 5 })
})

it('a home whose every charge is held is not overdue, and is again when the hold is over', async () => {
  const given = await aDebtor()
  await given.settle(given.other, '1000.00')
  await given.hold([{ to: businessDate('2026-03-10') }])
  const since = async () =>
    (await given.inside((ctx) => searchHouseholds(ctx, {}))).households.map(
      ({ overdueSince }) => overdueSince,
    )
  expect(await since()).toEqual([null])
  clock.advance({ days: 1 })
  expect(await since()).toEqual(['2026-01-31'])
})

it('days that turn out not to have been held bear their late fee after all, and the other way round', async () => {
  const given = await aDebtor()
  const post = () =>
    given
      .inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
      .then(({ amountFen }) => amountFen)
  await given.hold([{}])
  expect(await post()).toBe(38 * 5 + 5)
  clock.advance({ days: 1 })
  await given.hold([{ to: businessDate('2026-02-28') }])
  expect(await post()).toBe(11 * 5 + 5)
  await given.hold([{}])
  clock.advance({ days: 1 })
  expect(await post()).toBe(5)
  const fees = await given.inside(
    ({ tx, community }) => tx.rows<{ cancelled: boolean }>`
      select cancelled_by is not null as cancelled from charge
       where (community_id, principal_id) = (${community}, ${given.held}) order by id`,
  )
  expect(fees.map(({ cancelled }) => cancelled)).toEqual([false, true])
  expect(await given.books.audit()).toEqual([])
})

it('no two subjects of one matter hold a charge until further notice; one that has ended lets the next one begin', async () => {
  const given = await aDebtor()
  await given.hold([{}], 1)
  await expect(given.hold([{}], 2)).rejects.toMatchObject({ code: 'charge-already-held' })
  await given.hold([{ to: businessDate('2026-03-10') }], 1)
  await given.hold([{ from: businessDate('2026-03-10') }], 2)
})

it('of several holds on a day the foremost is shown, the same wherever a charge is shown: a dispute, then what was promised, then what is asked for', async () => {
  const given = await aDebtor()
  const order = [
    ['dispute', false],
    ['plan', true],
    ['deferral', true],
    ['relief', true],
    ['plan', false],
    ['deferral', false],
    ['relief', false],
  ] as const
  const to = businessDate('2026-03-10')
  // The foremost is written down neither first nor last.
  for (const [matter, granted] of [...order.slice(3), ...order.slice(0, 3)])
    await given.hold([{ granted, to }], granted ? 1 : 2, matter)
  const shown = () =>
    given.inside(async (ctx) => {
      const bills = await householdBills(ctx, given.householdId)
      const inBills = bills.years.flatMap(({ charges }) => charges).find(({ id }) => id === given.held)
      const { charge } = await chargeStatement(ctx, given.householdId, given.held)
      const listed = (await shownCharges(ctx, [given.held])).get(given.held)
      return [inBills, charge, listed].map((each) => each?.hold && [each.hold.matter, each.hold.granted])
    })
  for (const [matter, granted] of order) {
    expect(await shown()).toEqual([
      [matter, granted],
      [matter, granted],
      [matter, granted],
    ])
    await given.hold([], granted ? 1 : 2, matter)
  }
  expect(await shown()).toEqual([null, null, null])
})

it('what holds a charge on a day is read as part of the query that asks: by its index, and by no call of a function', async () => {
  const given = await aDebtor()
  const plan = await given.inside(
    ({ tx, community, today }) => tx.rows<Record<string, string>>`
      explain select matter from holds_on(${community}, ${today}) where household_id = ${given.householdId}`,
  )
  const told = plan.map((line) => Object.values(line).join(' ')).join('\n')
  expect(told).toContain('charge_hold')
  expect(told).not.toMatch(/function scan/i)
})
