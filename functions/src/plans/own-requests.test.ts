import { businessDate } from '@anjiao/shared/calendar'
import { beforeEach, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { givenPlans, inThree } from '../local/testing/given-plans.ts'
import { testWorld } from '../local/testing/world.ts'
import { applyForPlan } from './apply/apply-for-plan.ts'
import { decidePlan } from './apply/decide-plan.ts'
import { askDeferral } from './deferral/ask-deferral.ts'
import { decideDeferral } from './deferral/decide-deferral.ts'

const { world, clock } = await testWorld()
beforeEach(() => clock.set('2026-11-25T10:00:00+08:00'))

/** A manager who owned a home with 900.00 元 due while they asked, and is unlinked from it by now; another who never was. */
async function aManagerWhoMovedOut() {
  const given = await givenCommunity(world)
  const plans = givenPlans(world, given)
  const { householdId } = await given.household()
  const charge = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  const policyId = await plans.policy({ atOnceInstalmentsMax: 0, deferralAtOnceDays: 0 })
  const [manager, other] = [await given.staff('manager'), await given.staff('manager')]
  await given.inside(
    ({ tx, community }) => tx.run`
      insert into membership (community_id, household_id, person_id, relation)
      values (${community}, ${householdId}, ${manager.personId}, 'owner')`,
  )
  const moveOut = () =>
    given.inside(
      ({ tx, community }) =>
        tx.run`delete from membership where (community_id, person_id) = (${community}, ${manager.personId})`,
    )
  return { ...given, ...plans, householdId, charge, policyId, manager, other, moveOut }
}

it('whoever applied for a plan does not decide about it, though they have left the home since', async () => {
  const it = await aManagerWhoMovedOut()
  const planId = await it.asPerson(it.manager, (ctx) =>
    applyForPlan(ctx, it.householdId, {
      policyId: it.policyId,
      chargeIds: [it.charge],
      terms: inThree,
      reason: '手头紧',
    }),
  )
  await it.moveOut()
  const decide = (decider: typeof it.manager) =>
    it.inside((ctx) => decidePlan(ctx, planId, decider.personId, { kind: 'approve', answer: '' }))
  await expect(decide(it.manager)).rejects.toMatchObject({ code: 'own-application' })
  await decide(it.other)
})

it('whoever asked for a deferral does not answer it, though they have left the home since', async () => {
  const it = await aManagerWhoMovedOut()
  const id = await it.asPerson(it.manager, (ctx) =>
    askDeferral(ctx, it.householdId, {
      policyId: it.policyId,
      chargeIds: [it.charge],
      until: businessDate('2026-12-20'),
      reason: '手头紧',
      oldDebtKnown: false,
      askedBy: it.manager.personId,
    }),
  )
  await it.moveOut()
  const decide = (decider: typeof it.manager) =>
    it.inside((ctx) => decideDeferral(ctx, id, decider.personId, { grant: false, answer: '可以分期' }))
  await expect(decide(it.manager)).rejects.toMatchObject({ code: 'own-application' })
  await decide(it.other)
})
