import { describe, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { asStaff } from './access.ts'
import { grantStaff } from './grant-staff.ts'
import { listCommunities } from './list-communities.ts'
import { readMe } from './me.ts'

const { world } = await testWorld()

describe('me', () => {
  it('of somebody new is empty, and says that no phone is known', async () => {
    const given = await givenCommunity(world)
    const { personId } = await given.person()
    expect(await readMe(world, personId)).toEqual({
      personId,
      phoneMasked: null,
      households: [],
      applications: [],
      staff: [],
    })
  })

  it('holds homes and posts of several communities, and nothing of other people', async () => {
    const [here, there] = [await givenCommunity(world, '东园'), await givenCommunity(world, '西园')]
    const [home, away] = [await here.household({ owner: '欧阳明' }), await there.household()]
    const caller = await here.staff('front_desk', 'finance')
    const link = { person: caller.personId, communities: [here.community, there.community] }
    for (const [given, { householdId }] of [
      [here, home],
      [there, away],
    ] as const)
      await given.inside(
        ({ tx, community }) => tx.run`
          insert into membership (community_id, household_id, person_id, relation)
          values (${community}, ${householdId}, ${link.person}, 'family')`,
      )
    await here.person({ ...(await here.household()), relation: 'owner' })
    await there.staff('administrator')

    const me = await readMe(world, caller.personId)

    expect(me.households.map(({ communityName, householdId }) => [communityName, householdId])).toEqual([
      ['东园', home.householdId],
      ['西园', away.householdId],
    ])
    expect(me.households[0]).toMatchObject({ ownerMasked: '欧**', relation: 'family' })
    expect(me.staff).toEqual([
      { communityId: here.community, communityName: '东园', name: '员工', roles: ['front_desk', 'finance'] },
    ])
  })

  it('forgets a sold home once the last charge is settled', async () => {
    const given = await givenCommunity(world)
    const home = await given.household()
    const { personId } = await given.person(home)
    const chargeId = await given.charge(home.householdId, { owes: '10.00' })
    await given.inside(
      ({ tx }) => tx.run`update household set to_date = '2026-11-22' where id = ${home.householdId}`,
    )
    expect((await readMe(world, personId)).households).toHaveLength(1)
    await given.inside(async ({ tx, community }) => {
      const { id } = await tx.one<{ id: number }>`
        insert into entry (community_id, kind, business_date, source, posted_by)
        values (${community}, 'payment', '2026-11-23', 'test', 'test') returning id`
      await tx.run`
        insert into posting (community_id, entry_id, account, amount_fen, charge_id, place)
        values (${community}, ${id}, 'receivable', -1000, ${chargeId}, null), (${community}, ${id}, 'cash', 1000, null, 'till')`
    })
    expect((await readMe(world, personId)).households).toEqual([])
  })

  it('keeps a home until the day after its last', async () => {
    const given = await givenCommunity(world)
    const home = await given.household()
    const { personId } = await given.person(home)
    await given.inside(
      ({ tx }) => tx.run`update household set to_date = '2026-11-23' where id = ${home.householdId}`,
    )
    expect((await readMe(world, personId)).households).toHaveLength(1)
  })
})

describe('a post', () => {
  it('is granted by phone to somebody known, changed by another grant, and recorded', async () => {
    const given = await givenCommunity(world)
    const phone = '13512340001'
    const { householdId } = await given.household()
    const caller = await given.person({ householdId, relation: 'family', phone })
    const grant = (roles: Parameters<typeof grantStaff>[1]['roles']) =>
      given.inside((ctx) => grantStaff(ctx, { phone, name: '张经理', roles }))
    expect(await grant(['front_desk'])).toBe(caller.personId)
    await grant(['manager', 'collector'])
    expect((await readMe(world, caller.personId)).staff).toMatchObject([
      { name: '张经理', roles: ['manager', 'collector'] },
    ])
    const log = await given.inside(
      ({ tx }) => tx.rows`select action, actor, details from audit_log order by id`,
    )
    expect(log).toEqual([
      { action: 'post-granted', actor: 'system:test', details: { roles: 'front_desk' } },
      { action: 'post-granted', actor: 'system:test', details: { roles: 'manager collector' } },
    ])
  })

  it('makes one person of a phone granted in two communities at once', async () => {
    const [here, there] = [await givenCommunity(world), await givenCommunity(world)]
    const granted = await Promise.all(
      [here, there].map((given) =>
        given.inside((ctx) => grantStaff(ctx, { phone: '13512340002', name: '李', roles: ['finance'] })),
      ),
    )
    expect(new Set(granted).size).toBe(1)
  })

  it('counts in its own community, for its own roles; an administrator may do everything there', async () => {
    const [here, there] = [await givenCommunity(world), await givenCommunity(world)]
    const clerk = await here.staff('finance')
    const administrator = await here.staff('administrator')
    const does = (who: typeof clerk, where: typeof here, role: 'finance' | 'manager') =>
      asStaff(world, who, where.community, [role], ({ actor }) => Promise.resolve(actor))
    expect(await does(clerk, here, 'finance')).toEqual({
      kind: 'staff',
      personId: clerk.personId,
      roles: ['finance'],
    })
    await does(administrator, here, 'manager')
    const refused = { code: 'not-allowed' }
    await expect(does(clerk, here, 'manager')).rejects.toMatchObject(refused)
    await expect(does(clerk, there, 'finance')).rejects.toMatchObject(refused)
    await expect(does(administrator, there, 'finance')).rejects.toMatchObject(refused)
  })
})

it('lists the communities to anybody, with whom to ring', async () => {
  const given = await givenCommunity(world, '听涛苑')
  const listed = await listCommunities(world)
  expect(listed).toContainEqual({
    id: given.community,
    name: '听涛苑',
    company: '听涛苑物业',
    hotline: '021-55550000',
    officeAddress: '',
  })
  expect(listed.length).toBeGreaterThan(1)
})
