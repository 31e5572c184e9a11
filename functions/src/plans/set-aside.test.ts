import { businessDate } from '@anjiao/shared/calendar'
import { beforeEach, expect, it } from 'vitest'
import { cancelCharge, keepHolds } from '../billing/index.ts'
import { givenOwnerInArrears } from '../local/testing/given-plans.ts'
import { testWorld } from '../local/testing/world.ts'
import { inCommunity } from '../platform/context.ts'

const { world, clock } = await testWorld()
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-11-25'))

/**
 * Whose charges, 900.00 and 300.00 元, are in a plan of 400.00 元 on 5 December, January and February, 7 days of grace each;
 * the larger charge is disputed from 1 December.
 */
async function withADispute() {
  const it = await givenOwnerInArrears(world)
  const planId = await it.apply(it.householdId, it.policyId, [it.first, it.second])
  await it.sign(it.owner, it.householdId, planId)
  at('2026-12-01')
  const from = businessDate('2026-12-01')
  const disputed = (to: string | null) =>
    it.inside((ctx) =>
      keepHolds(ctx, { matter: 'dispute', subjectId: 7, householdId: it.householdId }, [
        { chargeId: it.first, granted: false, from, to: to === null ? null : businessDate(to) },
      ]),
    )
  await disputed(null)
  const states = async () =>
    (await it.plan(it.householdId, planId)).instalments.map((instalment) => instalment.state)
  return { ...it, planId, disputed, states }
}

it('nobody is reminded of, or misses, an instalment that a disputed charge covers', async () => {
  const it = await withADispute()
  for (const day of ['2026-12-02', '2026-12-05', '2026-12-06', '2026-12-13', '2026-12-31']) {
    at(day)
    await it.dayEnds()
  }
  expect(await it.events('instalment-%')).toEqual([])
  expect(await it.state(it.planId)).toBe('active')
  expect(await it.states()).toEqual(['aside', 'aside', 'upcoming'])
})

it('what is not disputed is still expected: an instalment beyond the disputed sum is missed like any other', async () => {
  const it = await withADispute()
  at('2027-02-13')
  await it.dayEnds()
  const { happenings, instalments } = await it.plan(it.householdId, it.planId)
  expect(happenings.at(-1)).toMatchObject({ event: 'break', on: '2027-02-12' })
  expect(instalments.map(({ state }) => state)).toEqual(['aside', 'aside', 'missed'])
})

it('once the dispute is answered there are the days of grace to catch up, and no longer', async () => {
  const it = await withADispute()
  at('2026-12-20')
  await it.dayEnds()
  await it.disputed('2026-12-20')
  for (const day of ['2026-12-21', '2026-12-27']) {
    at(day)
    await it.dayEnds()
    expect(await it.state(it.planId)).toBe('active')
  }
  at('2026-12-28')
  await it.dayEnds()
  expect((await it.plan(it.householdId, it.planId)).happenings.at(-1)).toMatchObject({
    event: 'break',
    on: '2026-12-27',
  })
  expect(await it.audit()).toEqual([])
})

it('a charge that turned out to be wrong is paid by nobody, and the plan goes on', async () => {
  const it = await withADispute()
  at('2026-12-20')
  await it.pays(it.householdId, it.second, '300.00')
  const manager = await it.staff('manager')
  const actor = { kind: 'staff', personId: manager.personId, roles: ['manager'] } as const
  await inCommunity(world, it.community, actor, (ctx) => cancelCharge(ctx, it.first, '算错了'))
  await it.disputed('2026-12-20')
  await it.dayEnds()
  expect(await it.state(it.planId)).toBe('kept')
})
