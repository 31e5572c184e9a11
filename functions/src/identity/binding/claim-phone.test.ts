import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { givenCommunity } from '../../local/testing/given.ts'
import { asPerson, asSystem } from '../../platform/context.ts'
import { grantStaff } from '../grant-staff.ts'
import { linkPerson } from '../people/link-person.ts'
import { newcomers } from '../testing/newcomers.ts'

const { world, appUrl, newPhone, newcomer, proves, meOf, homesOf } = await newcomers()

describe('at once', () => {
  it('two people who prove the same phone both see its home, and one of them holds the number', async () => {
    const given = await givenCommunity(world)
    for (let round = 0; round < 5; round++) {
      const { householdId, phone } = await given.household()
      const two = [await newcomer(), await newcomer()]
      await Promise.all(two.map((caller) => proves(caller, phone)))
      const both = await Promise.all(two.map(meOf))
      for (const me of both) expect(me.households.map((home) => home.householdId)).toEqual([householdId])
      expect(both.filter((me) => me.phoneMasked !== null)).toHaveLength(1)
    }
  })

  it('two devices of one person count the home once', async () => {
    const given = await givenCommunity(world)
    const { phone } = await given.household()
    const openid = 'two devices'
    const devices = [await newcomer(openid), await newcomer(openid)]
    const bound = await Promise.all(devices.map((caller) => proves(caller, phone)))
    expect(bound.map(({ newHouseholds }) => newHouseholds).sort((a, b) => a - b)).toEqual([0, 1])
    for (const { me } of bound) expect(me.households).toHaveLength(1)
  })

  it('two people who swap their numbers both end with one', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const [a, b] = [newPhone(), newPhone()]
    await proves(one, a)
    await proves(other, b)
    await Promise.all([proves(one, b), proves(other, a)])
    expect((await meOf(one)).phoneMasked).toContain(b.slice(-4))
    expect((await meOf(other)).phoneMasked).toContain(a.slice(-4))
  })

  it('a link made while its phone is being proven is never left waiting', async () => {
    const given = await givenCommunity(world)
    for (let round = 0; round < 10; round++) {
      const { householdId } = await given.household()
      const phone = newPhone()
      const caller = await newcomer()
      await Promise.all([
        proves(caller, phone),
        given.inside((ctx) => linkPerson(ctx, householdId, { phone, relation: 'family', label: '' })),
      ])
      expect(await homesOf(caller)).toEqual([{ householdId, relation: 'family' }])
    }
  })
})

describe('row-level security', () => {
  it('shows a phone only in the transaction that has proven it', async () => {
    const given = await givenCommunity(world)
    const { phone } = await given.household()
    const caller = await newcomer()
    const visible = (proven?: string) =>
      asPerson(world, caller.personId, ({ tx }) => tx.rows`select id from household`, proven)
    expect(await visible()).toEqual([])
    expect(await visible(phone)).toHaveLength(1)
    expect(await visible(newPhone())).toEqual([])
  })

  it.each([
    ['a home that is registered with another phone', 'owner', 'mine'],
    ['a home as family', 'family', 'registered'],
  ] as const)('lets nobody take %s by a proven phone', async (_, relation, whose) => {
    const given = await givenCommunity(world)
    const { householdId, phone } = await given.household()
    const caller = await newcomer()
    const proven = whose === 'registered' ? phone : newPhone()
    await expect(
      asPerson(
        world,
        caller.personId,
        ({ tx }) => tx.run`insert into membership (community_id, household_id, person_id, relation)
                           values (${given.community}, ${householdId}, ${caller.personId}, ${relation})`,
        proven,
      ),
    ).rejects.toThrow('row-level security')
  })

  it('lets nobody take a post or a link of somebody who signs in themselves', async () => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const phone = newPhone()
    const holder = await given.person({ householdId, relation: 'family', phone })
    await given.inside((ctx) => grantStaff(ctx, { phone, name: '赵六', roles: ['finance'] }))
    const thief = await newcomer()
    const taken = await asPerson(
      world,
      thief.personId,
      async ({ tx }) => [
        await tx.run`update staff set person_id = ${thief.personId} where person_id = ${holder.personId}`,
        await tx.run`update membership set person_id = ${thief.personId} where person_id = ${holder.personId}`,
        await tx.run`delete from membership where person_id = ${holder.personId}`,
      ],
      phone,
    )
    expect(taken).toEqual([0, 0, 0])
  })

  it('finds the homes of a phone by index, not by reading the roll', async () => {
    const client = new pg.Client({ connectionString: appUrl })
    await client.connect()
    await client.query(
      `begin; set local enable_seqscan = off; select set_config('app.phone', '13700000000', true)`,
    )
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id from household where owner_phones @> array['13700000000']`,
    )
    await client.end()
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('household_by_phone')
  })
})

it('nobody holds two records of one phone', async () => {
  const { twice } = await asSystem(
    world,
    'test',
    ({ tx }) => tx.one<{ twice: number }>`
      select count(*) as twice from (select phone from person where phone is not null group by phone having count(*) > 1) p`,
  )
  expect(twice).toBe(0)
})
