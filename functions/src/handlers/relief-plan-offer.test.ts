import type { PlanId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { aPolicy, givenPlans } from '../local/testing/given-plans.ts'
import { givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'
import { publishPolicy } from '../plans/index.ts'
import { workers } from './jobs.ts'

const tested = await testWorld()
const { world } = tested

/** Relief of 24 instalments for 2,000.00 元, where the policy lets nobody have more than twelve of 100 元; granted. */
async function granted() {
  const given = await givenRelief(tested)
  await given.inside((ctx) => publishPolicy(ctx, aPolicy()))
  const standardId = await given.publish({ name: '慢慢缴', measure: 'plan', instalmentsMax: 24 })
  const { id } = await given.apply(standardId)
  await given.grant(id)
  const job = { communityId: given.community, applicationId: id }
  const offered = () =>
    given.inside(
      ({ tx, community }) => tx.rows<{ id: PlanId; state: string; instalments: number; debtFen: number }>`
        select id, state, instalments, debt_fen from plan where community_id = ${community} order by id`,
    )
  return { ...given, ...givenPlans(world, given), id, job, offered }
}

it('relief that gives a plan offers it once, of more and smaller instalments than the policy’s; its owner may sign it that day', async () => {
  const given = await granted()
  await workers['relief-plan-offer'](world, given.job)
  await workers['relief-plan-offer'](world, given.job)
  const offered = await given.offered()
  expect(offered).toMatchObject([{ state: 'offered', instalments: 24, debtFen: 200_000 }])
  const planId = offered[0]?.id ?? (0 as PlanId)
  const { phone } = await given.inside(
    ({ tx }) => tx.one<{ phone: string }>`select phone from person where id = ${given.owner.personId}`,
  )
  await given.sign({ ...given.owner, phone }, given.householdId, planId)
  const plan = await given.plan(given.householdId, planId)
  expect(plan).toMatchObject({ state: 'active', terms: { instalments: 24, downFen: 0 } })
  expect(await given.audit()).toEqual([])
})

it('relief that is taken back takes back the plan it offered, while nobody has signed it', async () => {
  const given = await granted()
  await workers['relief-plan-offer'](world, given.job)
  await given.reverse(given.id)
  await workers['relief-plan-offer'](world, given.job)
  expect(await given.offered()).toMatchObject([{ state: 'cancelled' }])
})
