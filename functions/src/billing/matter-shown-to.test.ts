import { businessDate } from '@anjiao/shared/calendar'
import { expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import type { Caller } from '../platform/http/routes.ts'
import { type HoldSubject, keepHolds } from './holds.ts'
import { billingRoutes } from './routes.ts'

const { world, clock } = await testWorld()
clock.set('2026-03-10T10:00:00+08:00')

/** A home with one charge, held for a matter until 31 March, and how it shows to somebody: in the bills, and by itself. */
async function aHeldCharge(matter: HoldSubject['matter']) {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const chargeId = await given.charge(householdId, { owes: '1000.00', due: '2026-01-31' })
  await given.inside((ctx) =>
    keepHolds(ctx, { matter, subjectId: 1, householdId }, [
      { chargeId, granted: true, from: businessDate('2026-03-01'), to: businessDate('2026-03-31') },
    ]),
  )
  const asked = { world, idempotencyKey: 'a-key-of-a-test', askedFrom: '' }
  const params = { communityId: given.community, householdId }
  const shownTo = async (caller: Caller) => {
    const bills = await billingRoutes['GET /v1/communities/:communityId/households/:householdId/bills']({
      ...asked,
      caller,
      params,
    })
    const { charge } = await billingRoutes[
      'GET /v1/communities/:communityId/households/:householdId/charges/:chargeId'
    ]({ ...asked, caller, params: { ...params, chargeId } })
    return [...bills.years.flatMap(({ charges }) => charges), charge]
  }
  const person = (relation: 'owner' | 'family' | 'tenant') => given.person({ householdId, relation })
  return { ...given, person, shownTo }
}

const held = (matter: string) => {
  const charge = { overdue: false, hold: { matter, granted: true, until: '2026-03-31' } }
  return [charge, charge]
}

it('that a charge is held for relief, its owner and staff who answer are told', async () => {
  const given = await aHeldCharge('relief')
  for (const caller of [
    await given.person('owner'),
    await given.staff('front_desk'),
    await given.staff('finance'),
    await given.staff('manager'),
    await given.staff('administrator'),
  ])
    expect(await given.shownTo(caller)).toMatchObject(held('relief'))
})

it('family, tenants and those who only collect are told that it is held, and until when', async () => {
  const given = await aHeldCharge('relief')
  for (const caller of [
    await given.person('family'),
    await given.person('tenant'),
    await given.staff('collector'),
  ])
    expect(await given.shownTo(caller)).toMatchObject(held('paused'))
})

it.each(['plan', 'deferral', 'dispute'] as const)(
  'a %s is called by its name to the whole home, and to those who collect',
  async (matter) => {
    const given = await aHeldCharge(matter)
    for (const caller of [
      await given.person('owner'),
      await given.person('family'),
      await given.person('tenant'),
      await given.staff('collector'),
    ])
      expect(await given.shownTo(caller)).toMatchObject(held(matter))
  },
)
