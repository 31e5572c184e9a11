import { businessDate } from '@anjiao/shared/calendar'
import type { Deferral } from '@anjiao/shared/contract/deferrals'
import type { Plan } from '@anjiao/shared/contract/plan'
import { expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { givenPlans, inThree } from '../local/testing/given-plans.ts'
import { testWorld } from '../local/testing/world.ts'
import type { Caller } from '../platform/http/routes.ts'
import { plansRoutes } from './routes.ts'

const { world, clock } = await testWorld()
clock.set('2026-11-25T10:00:00+08:00')

let asked = 0
const asking = (caller: Caller) => ({
  world,
  caller,
  idempotencyKey: `a-key-of-a-test-${++asked}`,
  askedFrom: '',
})

/** A home whose owner wrote why they ask for a plan and for a deferral, and read what a manager answered. */
async function aHome() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const owner = await given.person({ householdId })
  const manager = await given.staff('manager')
  const first = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  const second = await given.charge(householdId, { owes: '300.00', due: '2026-09-30' })
  const policyId = await givenPlans(world, given).policy({ atOnceInstalmentsMax: 0, deferralAtOnceDays: 0 })
  const home = { communityId: given.community, householdId }
  const community = { communityId: given.community }

  const plan = await plansRoutes['POST /v1/communities/:communityId/households/:householdId/plans']({
    ...asking(owner),
    params: home,
    body: { policyId, chargeIds: [first], terms: inThree, reason: '失业了' },
  })
  await plansRoutes['POST /v1/staff/communities/:communityId/plans/:planId/decide']({
    ...asking(manager),
    params: { ...community, planId: plan.id },
    body: { kind: 'approve', answer: '祝您早日找到工作' },
  })
  const deferral = await plansRoutes['POST /v1/communities/:communityId/households/:householdId/deferrals']({
    ...asking(owner),
    params: home,
    body: {
      policyId,
      chargeIds: [second],
      until: businessDate('2026-12-20'),
      reason: '住院',
      oldDebtKnown: false,
    },
  })
  await plansRoutes['POST /v1/staff/communities/:communityId/deferrals/:deferralId/decide']({
    ...asking(manager),
    params: { ...community, deferralId: deferral.id },
    body: { grant: true, until: businessDate('2026-12-20'), answer: '祝您早日康复' },
  })

  /** Everything that a resident of the home is shown of both. */
  const asResident = async (caller: Caller): Promise<(Plan | Deferral)[]> => [
    ...(await plansRoutes['GET /v1/communities/:communityId/households/:householdId/plans']({
      ...asking(caller),
      params: home,
    })),
    await plansRoutes['GET /v1/communities/:communityId/households/:householdId/plans/:planId']({
      ...asking(caller),
      params: { ...home, planId: plan.id },
    }),
    ...(await plansRoutes['GET /v1/communities/:communityId/households/:householdId/deferrals']({
      ...asking(caller),
      params: home,
    })),
  ]
  const asStaff = async (caller: Caller): Promise<(Plan | Deferral)[]> => [
    await plansRoutes['GET /v1/staff/communities/:communityId/plans/:planId']({
      ...asking(caller),
      params: { ...community, planId: plan.id },
    }),
    ...(
      await plansRoutes['GET /v1/staff/communities/:communityId/deferrals']({
        ...asking(caller),
        params: community,
        query: { state: 'granted' },
      })
    ).map((listed) => listed.deferral),
  ]
  return { ...given, householdId, owner, asResident, asStaff }
}

const words = (shown: readonly (Plan | Deferral)[]) =>
  shown.flatMap((each) => [
    each.reason,
    each.answer,
    ...('happenings' in each ? each.happenings.map(({ note }) => note) : []),
  ])

it('the owner reads why they asked and what they were answered', async () => {
  const given = await aHome()
  expect(words(await given.asResident(given.owner))).toEqual(
    expect.arrayContaining(['失业了', '祝您早日找到工作', '住院', '祝您早日康复']),
  )
})

it.each(['family', 'tenant'] as const)(
  '%s see how plans and deferrals stand, their instalments and days, and none of the reasons',
  async (relation) => {
    const given = await aHome()
    const shown = await given.asResident(await given.person({ householdId: given.householdId, relation }))
    expect(words(shown).filter(Boolean)).toEqual([])
    expect(shown).toMatchObject([
      { state: 'approved', instalments: [{}, {}, {}] },
      { state: 'approved', happenings: [{ event: 'apply' }, { event: 'approve' }] },
      { state: 'granted', until: '2026-12-20' },
    ])
  },
)

it.each(['front_desk', 'finance', 'manager', 'administrator'] as const)('%s read them', async (role) => {
  const given = await aHome()
  expect(words(await given.asStaff(await given.staff(role)))).toEqual(
    expect.arrayContaining(['失业了', '祝您早日找到工作', '住院', '祝您早日康复']),
  )
})

it('those who only collect see how they stand, and none of the reasons', async () => {
  const given = await aHome()
  const shown = await given.asStaff(await given.staff('collector'))
  expect(words(shown).filter(Boolean)).toEqual([])
  expect(shown).toMatchObject([
    { state: 'approved', instalments: [{}, {}, {}] },
    { state: 'granted', until: '2026-12-20' },
  ])
})
