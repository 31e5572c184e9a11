import { expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { attendInEveryCommunity } from './in-every-community.ts'

const { world, clock } = await testWorld()

it('attends to everything due, community by community, and goes on where its time was up', async () => {
  const homes = []
  for (let community = 0; community < 2; community++) {
    const given = await givenCommunity(world)
    for (let home = 0; home < 3; home++) homes.push((await given.household()).householdId)
  }
  const attended = new Set<number>()
  const deadline = new Date(clock.now().getTime() + 4_000)
  const attend = () =>
    attendInEveryCommunity(world, deadline, {
      task: 'test',
      due: async ({ tx, community }, above, most) => {
        const rows = await tx.rows<{ id: number }>`
          select id from household where community_id = ${community} and id > ${above} order by id limit ${most}`
        return rows.filter(({ id }) => !attended.has(id))
      },
      // Each takes a second.
      attend: (_, { id }) => {
        attended.add(id)
        clock.advance({ seconds: 1 })
        return Promise.resolve()
      },
    })
  expect(await attend()).toBe(4)
  clock.advance({ seconds: -4 })
  expect(await attend()).toBe(2)
  expect([...attended]).toEqual(homes)
  clock.advance({ seconds: -4 })
  expect(await attend()).toBe(0)
})
