import { businessDate } from '@anjiao/shared/calendar'
import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { fen } from '@anjiao/shared/money'
import {
  afterEvent,
  mayDo,
  type PlanEvent,
  type PlanState,
  planEvents,
  planStates,
} from '@anjiao/shared/plan-life'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { givenOwnerInArrears, givenPlans, inThree } from '../local/testing/given-plans.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { planOptions } from './apply/plan-options.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-11-25'))
const anOwner = (over?: Partial<NewPlanPolicy>) => givenOwnerInArrears(world, over)

describe('the table of a plan’s life', () => {
  it('lets nobody do to a plan what is not for its state', () => {
    const asked = (state: PlanState) => [mayDo(state, 'owner'), mayDo(state, 'staff')]
    expect(asked('applied')).toEqual([['withdraw'], ['approve', 'counter', 'refuse']])
    expect(asked('approved')).toEqual([['decline', 'sign'], []])
    expect(asked('offered')).toEqual([['decline', 'sign'], ['take_back']])
    for (const state of ['active', 'broken', 'cured', 'kept', 'declined', 'cancelled', 'expired'] as const) {
      expect(asked(state)).toEqual([[], []])
    }
  })

  it('holds late fee and pressing together, and ends where nothing leads out', () => {
    for (const [state, facts] of Object.entries(planStates)) {
      expect(facts.pressing === 'paused').toBe(facts.lateFee === 'paused')
      const leads = (Object.keys(planEvents) as PlanEvent[]).some((event) =>
        afterEvent(state as PlanState, event),
      )
      expect(leads).toBe(!facts.ended)
    }
  })
})

describe('a plan that runs', () => {
  it('counts money by whatever route, is broken, caught up and kept, each on its own day; original due dates count in between', async () => {
    const it = await anOwner()
    const planId = await it.signed()
    at('2026-12-05')
    await it.pays(it.householdId, it.first, '300.00')
    at('2027-01-13')
    await it.dayEnds()
    expect(await it.plan(it.householdId, planId)).toMatchObject({
      state: 'broken',
      cureUntil: '2027-01-22',
      cureFen: 30_000,
      charges: [{ overdue: true, hold: null }],
    })
    await it.pays(it.householdId, it.first, '300.00')
    expect(await it.plan(it.householdId, planId)).toMatchObject({
      state: 'cured',
      charges: [{ overdue: false, hold: { matter: 'plan', granted: true } }],
    })
    at('2027-02-05')
    await it.pays(it.householdId, it.first, '300.00')
    expect(await it.state(planId)).toBe('kept')
    const { happenings } = await it.plan(it.householdId, planId)
    expect(happenings.map(({ event, on }) => `${event} ${on}`)).toEqual([
      'take 2026-11-25',
      'sign 2026-11-25',
      'start 2026-11-25',
      'break 2027-01-12',
      'cure 2027-01-13',
      'keep 2027-02-05',
    ])
    expect(await it.events('plan-%')).toEqual([
      `plan-signed:${planId}`,
      `plan-broken:${planId}:2027-01-12`,
      `plan-cured:${planId}:2027-01-13`,
      `plan-kept:${planId}:2027-02-05`,
    ])
    expect(await it.audit()).toEqual([])
  })

  it.each([0, 1, 2, 3])(
    'ends in the same whether the day’s end job ran %i times on each day, or only long afterwards',
    async (times) => {
      const it = await anOwner()
      const planId = await it.signed()
      for (const day of ['2026-12-02', '2026-12-05', '2026-12-12', '2026-12-13', '2026-12-20']) {
        at(day)
        if (day === '2026-12-20') await it.settle(it.first, '300.00')
        for (let run = 0; run < times; run++) await it.dayEnds()
      }
      at('2027-02-20')
      await it.dayEnds()
      const { happenings, state } = await it.plan(it.householdId, planId)
      expect(state).toBe('broken')
      expect(happenings.slice(2).map(({ event, on }) => `${event} ${on}`)).toEqual([
        'start 2026-11-25',
        'break 2026-12-12',
        'cure 2026-12-20',
        'break 2027-01-12',
      ])
      expect(await it.audit()).toEqual([])
    },
  )

  it('a payment of an earlier day that becomes known late puts right what was written down', async () => {
    const it = await anOwner()
    const planId = await it.signed()
    at('2026-12-13')
    await it.dayEnds()
    expect(await it.state(planId)).toBe('broken')
    await it.pays(it.householdId, it.first, '300.00', '2026-12-11')
    const { state, happenings, charges } = await it.plan(it.householdId, planId)
    expect(state).toBe('active')
    expect(happenings.map(({ event }) => event)).toContain('correct')
    expect(charges[0]).toMatchObject({ overdue: false })
    expect(await it.audit()).toEqual([])
  })

  it('without its down payment never begins', async () => {
    const it = await anOwner({ downPercent: 10 })
    const terms = { ...inThree, downFen: fen(9_000) }
    const planId = await it.apply(it.householdId, it.policyId, [it.first], terms)
    await it.sign(it.owner, it.householdId, planId)
    expect(await it.state(planId)).toBe('signed')
    expect(await it.audit()).toEqual([])
    at('2026-11-29')
    await it.dayEnds()
    expect(await it.state(planId)).toBe('cancelled')
    expect(await it.audit()).toEqual([])
  })

  it('leaves a new bill outside, and lets a paid-off plan end early', async () => {
    const it = await anOwner()
    const planId = await it.signed()
    const bill = await it.charge(it.householdId, { owes: '100.00', due: '2026-12-31' })
    await it.pays(it.householdId, it.first, '900.00')
    expect(await it.state(planId)).toBe('kept')
    expect((await it.plan(it.householdId, planId)).charges.map(({ id }) => id)).not.toContain(bill)
  })

  it('tells of each instalment three days before, on its day and when it was missed, once, and not too late', async () => {
    const it = await anOwner()
    const planId = await it.signed()
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-05', '2026-12-06', '2026-12-07']) {
      at(day)
      await it.dayEnds()
      await it.dayEnds()
    }
    await it.pays(it.householdId, it.first, '300.00')
    at('2027-01-05')
    await it.dayEnds()
    expect(await it.events('instalment-%')).toEqual([
      `instalment-coming:${planId}:1:2026-12-05`,
      `instalment-due:${planId}:1:2026-12-05`,
      `instalment-missed:${planId}:1:2026-12-05`,
      `instalment-due:${planId}:2:2027-01-05`,
    ])
  })
})

describe('a plan and late fees', () => {
  /** 0.05 元 a day on 900.00 元 would be 0.045: 万分之零点五 on 1,000 is 0.05. */
  async function aDebtor(lateFee: 'held' | 'waived_when_kept') {
    at('2026-11-01')
    const given = await givenCommunity(world)
    await givenPrices(given).contract({ lateFee: { dailyPpm: 50 } })
    const plans = givenPlans(world, given)
    const { householdId, phone } = await given.household()
    const owner = { ...(await given.person({ householdId, phone })), phone }
    const first = await given.charge(householdId, { owes: '1000.00', due: '2026-10-31' })
    const policyId = await plans.policy({ lateFee })
    at('2026-11-21')
    const options = await given.inside((ctx) => planOptions(ctx, householdId))
    const planId = await plans.apply(householdId, policyId, [first], { ...inThree, instalments: 2 })
    await plans.sign(owner, householdId, planId)
    return { ...given, ...plans, householdId, first, planId, options }
  }

  it('what the delay has cost by the day joins the debt; kept days bear nothing', async () => {
    const it = await aDebtor('held')
    expect(it.options.charges.map(({ lateFeeFen }) => lateFeeFen)).toEqual([20 * 5])
    expect(await it.plan(it.householdId, it.planId)).toMatchObject({ state: 'active', debtFen: 100_100 })
    at('2026-12-05')
    await it.pays(it.householdId, it.first, '1000.00')
    expect(await it.plan(it.householdId, it.planId)).toMatchObject({ paidFen: 100_000, openFen: 100 })
    expect(await it.books.balances()).toMatchObject({ late_fee_income: -100, receivable: 100 })
    expect(await it.audit()).toEqual([])
  })

  it('falls away when the plan is kept, where the policy says so', async () => {
    const it = await aDebtor('waived_when_kept')
    expect(it.options.charges.map(({ lateFeeFen }) => lateFeeFen)).toEqual([0])
    expect(await it.plan(it.householdId, it.planId)).toMatchObject({ debtFen: 100_000, openFen: 100_000 })
    at('2026-12-05')
    await it.pays(it.householdId, it.first, '1000.00')
    expect((await it.plan(it.householdId, it.planId)).state).toBe('kept')
    expect(await it.books.balances()).toEqual({
      cash: 100_000,
      income: -100_000,
      late_fee_income: -100,
      relief: 100,
    })
    expect(await it.audit()).toEqual([])
  })

  it('a broken plan bears late fee from the next day on, and none for the days it was kept', async () => {
    const it = await aDebtor('held')
    at('2027-01-31')
    await it.dayEnds()
    const days = await it.inside(
      ({ tx, community }) => tx.rows<{ from: string; to: string | null }>`
        select from_date as "from", to_date as "to" from charge_hold
         where (community_id, charge_id) = (${community}, ${it.first}) order by from_date`,
    )
    expect(days).toEqual([{ from: businessDate('2026-11-21'), to: businessDate('2026-12-12') }])
  })
})
