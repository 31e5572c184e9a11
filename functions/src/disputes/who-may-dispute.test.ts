import { expect, it } from 'vitest'
import { keepHolds } from '../billing/index.ts'
import { givenDisputes } from '../local/testing/given-disputes.ts'
import { testWorld } from '../local/testing/world.ts'

const { world, clock } = await testWorld()

it('owner and family dispute a charge; each may take back what the other asked', async () => {
  const given = await givenDisputes(world)
  const family = await given.person({ householdId: given.householdId, relation: 'family' })
  const dispute = await given.open(given.disputed, { caller: family })
  expect(await given.list()).toEqual([dispute])
  await given.withdraw(dispute.id)
})

it('a tenant disputes nothing, takes nothing back, and reads nothing of it', async () => {
  const given = await givenDisputes(world)
  const tenant = await given.person({ householdId: given.householdId, relation: 'tenant' })
  await expect(given.open(given.disputed, { caller: tenant })).rejects.toMatchObject({
    code: 'owner-or-family-only',
  })
  const { id } = await given.open()
  await expect(given.withdraw(id, tenant)).rejects.toMatchObject({ code: 'owner-or-family-only' })
  expect(await given.list(tenant)).toEqual([])
})

it('nobody disputes a charge of another home, nor takes back what another home asked', async () => {
  const given = await givenDisputes(world)
  const { householdId } = await given.household()
  const neighbour = await given.person({ householdId })
  const theirs = { ...given.home, householdId }
  await expect(given.open(given.disputed, { caller: neighbour }, theirs)).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(given.open(given.disputed, { caller: neighbour })).rejects.toMatchObject({ code: 'not-found' })
  const { id } = await given.open()
  await expect(given.withdraw(id, neighbour, theirs)).rejects.toMatchObject({ code: 'not-found' })
  await expect(given.list(neighbour)).rejects.toMatchObject({ code: 'not-found' })
  expect(await given.list(neighbour, theirs)).toEqual([])
})

it.each(['front_desk', 'finance', 'manager', 'administrator'] as const)(
  'answering is the work of %s',
  async (role) => {
    const given = await givenDisputes(world)
    const staff = await given.staff(role)
    const { id } = await given.open()
    expect(await given.listAsStaff(staff)).toHaveLength(1)
    await given.explain(id, staff)
  },
)

it('answering is not the work of a collector, of residents, nor of staff of another community', async () => {
  const [given, other] = [await givenDisputes(world), await givenDisputes(world)]
  const { id } = await given.open()
  const outsider = await other.staff('administrator')
  for (const caller of [await given.staff('collector'), given.owner, outsider]) {
    await expect(given.explain(id, caller)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(given.listAsStaff(caller)).rejects.toMatchObject({ code: 'not-allowed' })
  }
  await expect(given.explain(id, outsider, '不行', other.community)).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await other.listAsStaff(outsider)).toEqual([])
})

it('nobody answers what they asked themselves, nor what their home asked, though they have left it since', async () => {
  const given = await givenDisputes(world)
  const staff = await given.staff('manager')
  const link = (linked: boolean) =>
    given.inside(({ tx, community }) =>
      linked
        ? tx.run`
            insert into membership (community_id, household_id, person_id, relation)
            values (${community}, ${given.householdId}, ${staff.personId}, 'family')`
        : tx.run`delete from membership where (community_id, person_id) = (${community}, ${staff.personId})`,
    )
  await link(true)
  const [own, ofTheHome] = [
    await given.open(given.disputed, { caller: staff }),
    await given.open(given.other),
  ]
  for (const { id } of [own, ofTheHome])
    await expect(given.explain(id, staff)).rejects.toMatchObject({ code: 'own-application' })
  await link(false)
  await expect(given.explain(own.id, staff)).rejects.toMatchObject({ code: 'own-application' })
  await given.explain(own.id, await given.staff('front_desk'))
})

it('family who read a dispute are not told that its charge is held for relief', async () => {
  const given = await givenDisputes(world)
  const family = await given.person({ householdId: given.householdId, relation: 'family' })
  await given.withdraw((await given.open()).id)
  clock.advance({ days: 1 })
  await given.inside((ctx) =>
    keepHolds(ctx, { matter: 'relief', subjectId: 1, householdId: given.householdId }, [
      { chargeId: given.disputed, granted: false, from: ctx.today, to: null },
    ]),
  )
  const holds = async (caller = given.owner) =>
    (await given.list(caller)).map(({ charge }) => charge.hold?.matter)
  expect(await holds()).toEqual(['relief'])
  expect(await holds(family)).toEqual(['paused'])
})
