import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { zeroFen } from '@anjiao/shared/money'
import { beforeEach, expect, it } from 'vitest'
import { givenOwnerInArrears } from '../local/testing/given-plans.ts'
import { testWorld } from '../local/testing/world.ts'
import { decidePlan } from './apply/decide-plan.ts'
import { offerPlans, previewOffer } from './offers/offer-plans.ts'

const { world, clock } = await testWorld()
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-11-25'))

/** Whose plan is broken on 12 December, and can be caught up for as many days as the policy says. */
async function withABrokenPlan(over: Partial<NewPlanPolicy> = {}) {
  const it = await givenOwnerInArrears(world, over)
  const broken = await it.signed()
  at('2026-12-14')
  const again = () => it.apply(it.householdId, it.policyId, [it.first])
  const answer = async (planId: typeof broken, kind: 'approve' | 'refuse') => {
    const manager = await it.staff('manager')
    await it.inside((ctx) => decidePlan(ctx, planId, manager.personId, { kind, answer: '见面谈过' }))
  }
  return { ...it, broken, again, answer }
}

it('refuses another plan for as long as the policy says, from the day it was broken, whether or not it can be caught up', async () => {
  const it = await withABrokenPlan({ afterBroken: 'refused', afterBrokenMonths: 3 })
  await expect(it.again()).rejects.toMatchObject({ code: 'plan-after-broken' })
  at('2026-12-30')
  await expect(it.again()).rejects.toMatchObject({ code: 'plan-after-broken' })
  at('2027-03-12')
  expect(await it.state(await it.again())).toBe('approved')
})

it('has staff look at another one, where the policy says so', async () => {
  const it = await withABrokenPlan({ afterBroken: 'needs_approval' })
  expect(await it.state(await it.again())).toBe('applied')
})

it('rests while another is asked for, so that money is taken in whichever it was meant for', async () => {
  const it = await withABrokenPlan({ cureDays: 30 })
  const second = await it.again()
  at('2026-12-15')
  await it.pays(it.householdId, it.first, '300.00')
  expect([await it.state(it.broken), await it.state(second)]).toEqual(['broken', 'applied'])
  await it.answer(second, 'approve')
  await it.sign(it.owner, it.householdId, second)
  at('2026-12-20')
  await it.pays(it.householdId, it.first, '300.00', '2026-12-10')
  await it.dayEnds()
  expect([await it.state(it.broken), await it.state(second)]).toEqual(['broken', 'active'])
  expect((await it.plan(it.householdId, it.broken)).cureUntil).toBeNull()
  expect(await it.audit()).toEqual([])
})

it('goes on when the other one came to nothing and it was caught up meanwhile', async () => {
  const it = await withABrokenPlan({ cureDays: 30 })
  const second = await it.again()
  at('2026-12-15')
  await it.pays(it.householdId, it.first, '300.00')
  await it.answer(second, 'refuse')
  await it.dayEnds()
  const { state, happenings } = await it.plan(it.householdId, it.broken)
  expect(state).toBe('cured')
  expect(happenings.at(-1)).toMatchObject({ event: 'cure', on: '2026-12-15' })
  expect(await it.audit()).toEqual([])
})

it('gets no offer with many others while it can be caught up', async () => {
  const it = await withABrokenPlan()
  const segment = {
    buildings: [],
    overdueMonthsMin: 0,
    openMinFen: zeroFen,
    openMaxFen: null,
    householdId: null,
  }
  const offer = { segment, instalments: 3, everyMonths: 1, dayOfMonth: 5, message: '' }
  await it.dayEnds()
  expect((await it.inside((ctx) => previewOffer(ctx, offer))).homes).toBe(0)
  at('2026-12-23')
  await it.dayEnds()
  expect((await it.inside((ctx) => offerPlans(ctx, offer))).homes).toBe(1)
})
