import { beforeEach, expect, it } from 'vitest'
import { noDeadline } from '../local/testing/given-billing.ts'
import { type GivenDisputes, givenDisputes } from '../local/testing/given-disputes.ts'
import { testWorld } from '../local/testing/world.ts'
import { markOverdueDisputes } from './mark-overdue-disputes.ts'

const { world, clock } = await testWorld()
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-03-10'))

const brought = (given: GivenDisputes) =>
  given.inside(
    ({ tx, community }) =>
      tx.rows<{ kind: string; householdId: number; payload: object }>`
        select kind, household_id, payload from domain_event where community_id = ${community} order by id`,
  )

it.each([0, 1, 2, 3])(
  'a dispute that is late is brought before the manager once: after %i runs',
  async (runs) => {
    const given = await givenDisputes(world)
    const { id } = await given.open()
    at('2026-03-15')
    await given.open(given.other)
    at('2026-03-21')
    for (let ran = 0; ran < runs; ran++) await markOverdueDisputes(world, noDeadline)
    expect(await brought(given)).toEqual(
      runs === 0
        ? []
        : [{ kind: 'request-overdue', householdId: given.householdId, payload: { matter: 'dispute', id } }],
    )
  },
)

it('the last day is in time; what was answered or withdrawn is never late', async () => {
  const given = await givenDisputes(world)
  const [one, other] = [await given.open(), await given.open(given.other)]
  at('2026-03-20')
  await markOverdueDisputes(world, noDeadline)
  await given.explain(one.id, await given.staff('finance'))
  await given.withdraw(other.id)
  at('2026-05-01')
  await markOverdueDisputes(world, noDeadline)
  expect((await brought(given)).map(({ kind }) => kind)).toEqual(['dispute-answered'])
})

it('two runs at once bring each late dispute once, in every community', async () => {
  const communities = [await givenDisputes(world), await givenDisputes(world)]
  for (const given of communities) {
    await given.open()
    await given.open(given.other)
  }
  at('2026-03-25')
  await Promise.all([markOverdueDisputes(world, noDeadline), markOverdueDisputes(world, noDeadline)])
  for (const given of communities) expect(await brought(given)).toHaveLength(2)
})

it('nothing is begun when the time is up', async () => {
  const given = await givenDisputes(world)
  await given.open()
  at('2026-03-25')
  expect(await markOverdueDisputes(world, clock.now())).toBe(0)
  expect(await brought(given)).toEqual([])
})
