import { expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { attendInEveryCommunity, doAll, inEveryCommunity } from './in-every-community.ts'
import { type Log, logTo } from './log.ts'

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

/** What is logged, line by line. */
function listening(): { log: Log; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  return { log: logTo((line) => lines.push(JSON.parse(line))), lines }
}

it('a row that fails stops no other, in no community: it is logged, and the failure thrown once at the end', async () => {
  const rows: { community: number; id: number }[] = []
  for (let community = 0; community < 2; community++) {
    const given = await givenCommunity(world)
    for (let home = 0; home < 2; home++)
      rows.push({ community: given.community, id: (await given.household()).householdId })
  }
  const [bad, second, third, badToo] = rows
  const broken = new Set([bad?.id, badToo?.id])
  const { log, lines } = listening()
  const attended: number[] = []
  const attend = attendInEveryCommunity({ ...world, log }, new Date(clock.now().getTime() + 60_000), {
    task: 'test',
    due: ({ tx, community }, above, most) => tx.rows<{ id: number }>`
      select id from household
       where community_id = ${community} and id > ${above} and id >= ${bad?.id ?? 0} order by id limit ${most}`,
    attend: async (ctx, { id }) => {
      await ctx.tx
        .run`update household set remark = 'seen' where (community_id, id) = (${ctx.community}, ${id})`
      if (broken.has(id)) throw new Error(`home ${id} is broken`)
      attended.push(id)
    },
  })
  await expect(attend).rejects.toThrow(`home ${bad?.id} is broken`)
  expect(attended).toEqual([second?.id, third?.id])
  expect(lines).toMatchObject(
    [bad, badToo].map((row) => ({
      level: 'error',
      task: 'test',
      ...row,
      error: `Error: home ${row?.id} is broken`,
    })),
  )
})

it('a community that fails stops no other', async () => {
  const [one, other] = [await givenCommunity(world), await givenCommunity(world)]
  const visited: number[] = []
  const { log, lines } = listening()
  const work = inEveryCommunity({ ...world, log }, 'test', (community) => {
    visited.push(community)
    return community === one.community ? Promise.reject(new Error('no')) : Promise.resolve(1)
  })
  await expect(work).rejects.toThrow('no')
  expect(visited.slice(-2)).toEqual([one.community, other.community])
  expect(lines).toMatchObject([{ task: 'test', community: one.community }])
})

it('when the database is away, nothing else is tried', async () => {
  const { log, lines } = listening()
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const tried: string[] = []
  const work = doAll({ log }, 'test', async (attempt) => {
    for (const name of ['first', 'second'])
      await attempt({ name }, () => {
        tried.push(name)
        return Promise.reject(away)
      })
    return 0
  })
  await expect(work).rejects.toBe(away)
  expect(tried).toEqual(['first'])
  expect(lines).toEqual([])
})
