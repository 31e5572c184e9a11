import type { HouseholdId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { type GivenCommunity, givenCommunity, yuan } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { householdBills } from './household-bills.ts'

const { world, clock } = await testWorld()

const billsOf = ({ inside }: GivenCommunity, householdId: HouseholdId) =>
  inside((ctx) => householdBills(ctx, householdId))

it('lists every charge by the year it is for, newest year first, with sums over all of them', async () => {
  const given = await givenCommunity(world, '阳光花园')
  const { householdId } = await given.household({ building: '3栋', unit: '2单元', roomNo: '502' })
  await given.charge(householdId, { owes: '100.00', from: '2025-11-01', to: '2025-12-31', due: '2026-01-15' })
  await given.charge(householdId, { owes: '30.00', from: '2025-12-01', to: '2026-01-31', item: '车位费' })
  await given.charge(householdId, { owes: '50.00', from: '2026-12-01', to: '2026-12-31' })
  await given.charge(householdId, { owes: '40.00', from: '2026-10-01', to: '2026-10-31' })
  await given.advance(householdId, '12.34')

  const bills = await billsOf(given, householdId)

  expect(bills).toMatchObject({
    communityName: '阳光花园',
    roomName: '3栋 2单元 502',
    hotline: '021-55550000',
    openFen: yuan('220'),
    overdueFen: yuan('170'),
    advanceFen: yuan('12.34'),
  })
  expect(
    bills.years.map(({ year, amountFen, openFen, charges }) => [
      year,
      amountFen,
      openFen,
      charges.map((charge) => charge.amountFen),
    ]),
  ).toEqual([
    [2026, yuan('90'), yuan('90'), [yuan('40'), yuan('50')]],
    [2025, yuan('130'), yuan('130'), [yuan('100'), yuan('30')]],
  ])
  expect(bills.years[0]?.charges[1]).toEqual({
    id: expect.any(Number),
    hold: null,
    feeItem: '物业服务费',
    fromDate: '2026-12-01',
    toDate: '2026-12-31',
    dueDate: '2026-12-31',
    amountFen: yuan('50'),
    openFen: yuan('50'),
    origin: 'opening',
    state: 'open',
    overdue: false,
  })
})

it('calls a charge overdue from the day after it was due, in Shanghai, and only while something is open', async () => {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const chargeId = await given.charge(householdId, { owes: '100.00', due: '2026-11-23' })
  const overdue = async () => (await billsOf(given, householdId)).overdueFen

  expect(await overdue()).toBe(0)
  clock.set('2026-11-23T23:59:59+08:00')
  expect(await overdue()).toBe(0)
  clock.set('2026-11-24T00:00:00+08:00')
  expect(await overdue()).toBe(yuan('100'))
  await given.settle(chargeId, '60.00')
  expect(await overdue()).toBe(yuan('40'))
  expect((await billsOf(given, householdId)).years[0]?.charges[0]).toMatchObject({
    state: 'partly_paid',
    overdue: true,
  })
  await given.settle(chargeId, '40.00')
  expect(await overdue()).toBe(0)
  expect((await billsOf(given, householdId)).years[0]?.charges[0]).toMatchObject({
    state: 'paid',
    overdue: false,
  })
  clock.set('2026-11-23T10:00:00+08:00')
})

it('sums more charges than any list would show', async () => {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const charges = 300
  for (let made = 0; made < charges; made++) {
    await given.charge(householdId, { owes: '1.00', item: `项目${made % 7}` })
  }
  const bills = await billsOf(given, householdId)
  expect(bills.openFen).toBe(yuan(`${charges}`))
  expect(bills.years.flatMap((year) => year.charges)).toHaveLength(charges)
})

it('of a home that never owed anything is empty, and of an unknown one refused', async () => {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  expect(await billsOf(given, householdId)).toMatchObject({
    openFen: 0,
    overdueFen: 0,
    advanceFen: 0,
    years: [],
  })
  const other = await givenCommunity(world)
  await expect(billsOf(other, householdId)).rejects.toMatchObject({ code: 'not-found' })
})
