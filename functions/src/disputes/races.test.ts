import { expect, it } from 'vitest'
import { cancelCharge } from '../billing/index.ts'
import { givenDisputes } from '../local/testing/given-disputes.ts'
import { testWorld } from '../local/testing/world.ts'

const { world } = await testWorld()

const refused = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))

it('of several disputes of one charge at once, one is opened', async () => {
  for (let round = 0; round < 5; round++) {
    const given = await givenDisputes(world)
    const family = await given.person({ householdId: given.householdId, relation: 'family' })
    const all = await Promise.allSettled([
      given.open(),
      given.open(given.disputed, { caller: family }),
      given.open(given.disputed, { about: 'amount' }),
    ])
    expect(refused(all)).toEqual(['already-disputed', 'already-disputed'])
    expect(await given.list()).toHaveLength(1)
    expect(await given.auditDisputes()).toEqual([])
  }
})

it('of an answer and a withdrawal at once, one counts', async () => {
  for (let round = 0; round < 5; round++) {
    const given = await givenDisputes(world)
    const [desk, manager] = [await given.staff('front_desk'), await given.staff('manager')]
    const { id } = await given.open()
    const all = await Promise.allSettled([
      given.withdraw(id),
      given.explain(id, desk),
      given.correct(id, manager, true),
    ])
    expect(refused(all)).toEqual(['dispute-over', 'dispute-over'])
    const [{ state, charge } = {}] = await given.list()
    expect(charge?.state).toBe(state === 'corrected' ? 'cancelled' : 'open')
    expect(await given.auditDisputes()).toEqual([])
    expect(await given.books.audit()).toEqual([])
  }
})

it('a charge that is cancelled while it is disputed is either disputed before, or cannot be disputed any more', async () => {
  for (let round = 0; round < 5; round++) {
    const given = await givenDisputes(world)
    const manager = await given.staff('manager')
    const all = await Promise.allSettled([
      given.open(),
      given.inside((ctx) =>
        cancelCharge(
          { ...ctx, actor: { kind: 'staff', ...manager, roles: ['manager'] } },
          given.disputed,
          '重复',
        ),
      ),
    ])
    expect(['', 'nothing-to-dispute']).toContain(refused(all).join())
    expect(await given.auditDisputes()).toEqual([])
  }
})
