import type { BillRunId, ChargeId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { givenBilling, runOf } from '../local/testing/given-billing.ts'
import { testWorld } from '../local/testing/world.ts'
import type { Caller } from '../platform/http/routes.ts'
import { billingRoutes } from './routes.ts'

const { world } = await testWorld()
const december = runOf('monthly', '2026-12-01', '2026-12-31')
const asked = { world, idempotencyKey: 'a-key-of-a-test', askedFrom: '' }

async function aCommunity() {
  const given = await givenBilling(world)
  const { householdId } = given.first
  const household = { communityId: given.community, householdId }
  const bills = (caller: Caller) =>
    billingRoutes['GET /v1/communities/:communityId/households/:householdId/bills']({
      ...asked,
      caller,
      params: household,
    })
  const statement = (caller: Caller, chargeId: ChargeId) =>
    billingRoutes['GET /v1/communities/:communityId/households/:householdId/charges/:chargeId']({
      ...asked,
      caller,
      params: { ...household, chargeId },
    })
  const params = { communityId: given.community }
  const asStaff = (caller: Caller) => ({
    preview: () =>
      billingRoutes['POST /v1/staff/communities/:communityId/bill-runs/preview']({
        ...asked,
        caller,
        params,
        body: december,
      }),
    start: () =>
      billingRoutes['POST /v1/staff/communities/:communityId/bill-runs']({
        ...asked,
        caller,
        params,
        body: december,
      }),
    goOn: (billRunId: BillRunId) =>
      billingRoutes['POST /v1/staff/communities/:communityId/bill-runs/:billRunId/continue']({
        ...asked,
        caller,
        params: { ...params, billRunId },
      }),
    runs: () =>
      billingRoutes['GET /v1/staff/communities/:communityId/bill-runs']({ ...asked, caller, params }),
    standards: () =>
      billingRoutes['GET /v1/staff/communities/:communityId/fee-standards']({ ...asked, caller, params }),
    addPrice: () =>
      billingRoutes['POST /v1/staff/communities/:communityId/fee-standards/:standardId/versions']({
        ...asked,
        caller,
        params: { ...params, standardId: given.standardId },
        body: {
          fromDate: runOf('monthly', '2027-06-01').fromDate,
          price: { method: 'area', rate: 23_000 },
          publishedAs: '决议',
        },
      }),
  })
  return { given, householdId, bills, statement, asStaff }
}

it.each(['owner', 'family', 'tenant'] as const)('shows a home its bills: %s', async (relation) => {
  const { given, householdId, bills, statement } = await aCommunity()
  const chargeId = await given.charge(householdId, { owes: '10.00' })
  const caller = await given.person({ householdId, relation })
  expect(await bills(caller)).toMatchObject({ openFen: 1_000 })
  expect(await statement(caller, chargeId)).toMatchObject({ charge: { id: chargeId } })
})

it.each(['front_desk', 'finance', 'collector', 'manager'] as const)(
  'shows them to staff: %s',
  async (role) => {
    const { given, householdId, bills, statement } = await aCommunity()
    const chargeId = await given.charge(householdId, { owes: '10.00' })
    const caller = await given.staff(role)
    expect(await bills(caller)).toMatchObject({ openFen: 1_000 })
    expect(await statement(caller, chargeId)).toMatchObject({ charge: { id: chargeId } })
  },
)

it('says of bills that are not the caller’s only that there are none', async () => {
  const { given, householdId, bills, statement } = await aCommunity()
  const chargeId = await given.charge(householdId, { owes: '10.00' })
  const elsewhere = await aCommunity()
  const { householdId: neighbour } = await given.household()
  for (const caller of [
    await given.person(),
    await given.person({ householdId: neighbour }),
    await elsewhere.given.staff('administrator'),
  ]) {
    await expect(bills(caller)).rejects.toMatchObject({ code: 'not-found' })
    await expect(statement(caller, chargeId)).rejects.toMatchObject({ code: 'not-found' })
  }
})

it.each(['finance', 'manager', 'administrator'] as const)(
  'lets prices be set and bills be issued by: %s',
  async (role) => {
    const { given, asStaff } = await aCommunity()
    const office = asStaff(await given.staff(role))
    expect(await office.preview()).toMatchObject({ charges: 1, rooms: 1 })
    const run = await office.start()
    expect(run).toMatchObject({ state: 'finished', charges: 1 })
    expect(await office.goOn(run.id)).toEqual(run)
    expect(await office.runs()).toEqual([run])
    expect(await office.standards()).toMatchObject([{ id: given.standardId, rooms: 1 }])
    expect((await office.addPrice()).versions).toHaveLength(2)
  },
)

it.each(['front_desk', 'collector'] as const)('and by nobody else: %s', async (role) => {
  const { given, asStaff } = await aCommunity()
  const desk = asStaff(await given.staff(role))
  const billRunId = await given.start(december)
  const tries = [
    desk.preview,
    desk.start,
    () => desk.goOn(billRunId),
    desk.runs,
    desk.standards,
    desk.addPrice,
  ]
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not-allowed' })
})

it('a run of another community is not found', async () => {
  const here = await aCommunity()
  const there = await aCommunity()
  const billRunId = await there.given.start(december)
  const office = here.asStaff(await here.given.staff('finance'))
  await expect(office.goOn(billRunId)).rejects.toMatchObject({ code: 'not-found' })
})
