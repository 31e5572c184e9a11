import { expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { communityParts } from './community-parts.ts'

const { world } = await testWorld()

it('tells the buildings of a community as they are numbered, and what it charges for, late fees apart', async () => {
  const given = await givenCommunity(world)
  const other = await givenCommunity(world)
  for (const building of ['10栋', '2栋', '2栋']) await given.household({ building })
  const home = await given.household({ building: '1栋' })
  await given.charge(home.householdId, { owes: '100.00' })
  await given.charge(home.householdId, { owes: '50.00', item: '机动车停车费' })
  await given.inside(
    ({ tx, community }) =>
      tx.run`insert into fee_item (community_id, name, kind) values (${community}, '违约金', 'late_fee')`,
  )
  await other.household({ building: '99栋' })

  const parts = await given.inside(communityParts)

  expect(parts.buildings).toEqual(['1栋', '2栋', '10栋'])
  expect(parts.feeItems.map(({ name }) => name)).toEqual(['物业服务费', '机动车停车费'])
})
