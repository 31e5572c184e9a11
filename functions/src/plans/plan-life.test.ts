import { businessDate } from '@anjiao/shared/calendar'
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
import { keepHolds } from '../billing/index.ts'
import { givenCommunity, yuan } from '../local/testing/given.ts'
import { givenPlans, inThree } from '../local/testing/given-plans.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { signPlan } from './agreement/sign-plan.ts'
import { decidePlan } from './apply/decide-plan.ts'
import { planOptions } from './apply/plan-options.ts'
import { turnDown } from './apply/turn-down.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-11-25'))

/** An owner who owes 900.00 and 300.00 元 since the summer, under a policy. */
async function anOwner(over: Parameters<ReturnType<typeof givenPlans>['policy']>[0] = {}) {
  const given = await givenCommunity(world)
  const plans = givenPlans(world, given)
  const { householdId, phone } = await given.household()
  const caller = await given.person({ householdId, phone })
  const first = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  const second = await given.charge(householdId, { owes: '300.00', due: '2026-09-30' })
  const policyId = await plans.policy(over)
  const owner = { ...caller, phone }
  const signed = async () => {
    const planId = await plans.apply(householdId, policyId, [first])
    await plans.sign(owner, householdId, planId)
    return planId
  }
  const state = async (planId: Awaited<ReturnType<typeof signed>>) =>
    (await plans.plan(householdId, planId)).state
  return { ...given, ...plans, householdId, owner, first, second, policyId, signed, state }
}

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

describe('asking for a plan', () => {
  it('within the policy may be signed at once; nothing is posted but late fees, and the charges are held', async () => {
    const it = await anOwner()
    const before = await it.books.balances()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    expect(await it.plan(it.householdId, planId)).toMatchObject({
      state: 'approved',
      debtFen: 90_000,
      openUntil: '2026-12-05',
      instalments: [
        { no: 1, dueDate: '2026-12-05', amountFen: 30_000 },
        { no: 2, dueDate: '2027-01-05', amountFen: 30_000 },
        { no: 3, dueDate: '2027-02-05', amountFen: 30_000 },
      ],
    })
    const { charges } = await it.inside((ctx) => planOptions(ctx, it.householdId))
    expect(charges.map(({ charge, why }) => [charge.hold?.matter ?? null, why !== null])).toEqual([
      ['plan', true],
      [null, false],
    ])
    expect(await it.books.balances()).toEqual(before)
    expect(await it.audit()).toEqual([])
  })

  it('beyond it waits for staff, who approve: the days are counted from then', async () => {
    const it = await anOwner({ atOnceInstalmentsMax: 2 })
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    expect(await it.plan(it.householdId, planId)).toMatchObject({ state: 'applied', replyBy: '2026-11-30' })
    at('2026-11-29')
    const manager = await it.staff('manager')
    await it.inside((ctx) => decidePlan(ctx, planId, manager.personId, { kind: 'approve', answer: '' }))
    expect(await it.plan(it.householdId, planId)).toMatchObject({
      state: 'approved',
      replyBy: null,
      openUntil: '2026-12-09',
      instalments: [{ dueDate: '2027-01-05' }, { dueDate: '2027-02-05' }, { dueDate: '2027-03-05' }],
    })
    expect(await it.events('plan-answered')).toEqual([`plan-answered:${planId}`])
  })

  it('may be answered with other terms, which the owner signs or declines; what was asked stays in sight', async () => {
    const it = await anOwner({ atOnceInstalmentsMax: 0 })
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    const manager = await it.staff('manager')
    const terms = { ...inThree, instalments: 2, dayOfMonth: 10 }
    await it.inside((ctx) =>
      decidePlan(ctx, planId, manager.personId, { kind: 'counter', terms, answer: '两期可以吗' }),
    )
    const countered = await it.plan(it.householdId, planId)
    expect(countered).toMatchObject({ state: 'countered', asked: inThree, terms, answer: '两期可以吗' })
    expect(countered.instalments.map(({ amountFen }) => amountFen)).toEqual([45_000, 45_000])
    await it.sign(it.owner, it.householdId, planId)
    expect(await it.state(planId)).toBe('active')
  })

  it('is over when refused, withdrawn or declined, and the charges are free again from the next day', async () => {
    const it = await anOwner({ atOnceInstalmentsMax: 0 })
    const manager = await it.staff('manager')
    const refused = await it.apply(it.householdId, it.policyId, [it.first])
    await it.inside((ctx) =>
      decidePlan(ctx, refused, manager.personId, { kind: 'refuse', answer: '请先缴一部分' }),
    )
    const withdrawn = await it.apply(it.householdId, it.policyId, [it.first])
    await it.inside((ctx) => turnDown(ctx, it.householdId, withdrawn, 'withdraw'))
    expect([await it.state(refused), await it.state(withdrawn)]).toEqual(['declined', 'cancelled'])
    at('2026-11-26')
    const { charges } = await it.inside((ctx) => planOptions(ctx, it.householdId))
    expect(charges.map(({ charge }) => charge.hold)).toEqual([null, null])
    expect(await it.audit()).toEqual([])
    await expect(
      it.inside((ctx) => decidePlan(ctx, refused, manager.personId, { kind: 'approve', answer: '' })),
    ).rejects.toMatchObject({ code: 'plan-moved-on' })
  })

  it('is refused in words where the policy says no', async () => {
    const refusal = async (over: Parameters<typeof anOwner>[0], terms = inThree) => {
      const it = await anOwner(over)
      return it
        .apply(it.householdId, it.policyId, [it.first], terms)
        .catch((error: { code: string }) => error.code)
    }
    expect(await refusal({ arrearsMinFen: yuan('1200.01') })).toBe('plan-too-little-owed')
    expect(await refusal({ overdueMonthsMin: 5 })).toBe('plan-too-early')
    expect(await refusal({}, { ...inThree, instalments: 13 })).toBe('plan-terms-too-many')
    expect(await refusal({}, { ...inThree, instalments: 10 })).toBe('plan-terms-too-small')
    expect(await refusal({}, { ...inThree, everyMonths: 2 })).toBe('plan-terms-rhythm')
    expect(await refusal({ downPercent: 10 })).toBe('plan-terms-down-too-small')
  })

  it('is refused when the policy was changed since it was read, and waits in line behind another application', async () => {
    const it = await anOwner({ atOnceInstalmentsMax: 0 })
    const newer = await it.policy({ atOnceInstalmentsMax: 0 })
    await expect(it.apply(it.householdId, it.policyId, [it.first])).rejects.toMatchObject({
      code: 'plan-policy-changed',
    })
    await it.apply(it.householdId, newer, [it.first])
    await expect(it.apply(it.householdId, newer, [it.second])).rejects.toMatchObject({
      code: 'plan-already-asked',
    })
  })

  it('is refused over a charge that is in a plan, disputed, or paid meanwhile', async () => {
    const it = await anOwner()
    await it.signed()
    await expect(it.apply(it.householdId, it.policyId, [it.first])).rejects.toMatchObject({
      code: 'charge-already-held',
    })
    const { householdId } = it
    await it.inside((ctx) =>
      keepHolds(ctx, { matter: 'dispute', subjectId: 1, householdId }, [
        { chargeId: it.second, granted: false, from: ctx.today, to: null },
      ]),
    )
    await expect(it.apply(householdId, it.policyId, [it.second])).rejects.toMatchObject({
      code: 'charge-already-held',
    })
    const third = await it.charge(householdId, { owes: '900.00' })
    await it.settle(third, '900.00')
    await expect(it.apply(householdId, it.policyId, [third])).rejects.toMatchObject({
      code: 'charge-already-paid',
    })
  })

  it('of two at the same time over the same charge one is taken', async () => {
    const it = await anOwner()
    const told = await Promise.allSettled(
      Array.from({ length: 8 }, () => it.apply(it.householdId, it.policyId, [it.first])),
    )
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await it.audit()).toEqual([])
  })

  it('nobody decides about their own home', async () => {
    const it = await anOwner({ atOnceInstalmentsMax: 0 })
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    await expect(
      it.inside((ctx) => decidePlan(ctx, planId, it.owner.personId, { kind: 'approve', answer: '' })),
    ).rejects.toMatchObject({ code: 'own-application' })
  })

  it('is brought before the manager, once, when nobody has answered in time', async () => {
    const it = await anOwner({ atOnceInstalmentsMax: 0 })
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    at('2026-11-30')
    await it.dayEnds()
    expect(await it.events('request-overdue')).toEqual([])
    at('2026-12-02')
    await it.dayEnds()
    await it.dayEnds()
    expect(await it.events('request-overdue')).toEqual([`request-overdue:plan:${planId}:2026-11-30`])
  })

  it('terms that nobody signs expire, and hold nothing any more', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    at('2026-12-09')
    await it.dayEnds()
    expect(await it.state(planId)).toBe('expired')
    expect(await it.audit()).toEqual([])
    await expect(it.read(it.owner, it.householdId, planId)).rejects.toMatchObject({ code: 'plan-moved-on' })
  })
})

describe('signing', () => {
  it('keeps the text, its hash, the consents and the proof for good', async () => {
    const it = await anOwner()
    const planId = await it.signed()
    const stored = await it.inside(
      ({ tx, community }) => tx.one<{ text: string; phone: string; consents: { key: string }[] }>`
        select text, signed_phone as phone, consents from plan_agreement where (community_id, plan_id) = (${community}, ${planId})`,
    )
    expect(stored.phone).toBe(it.owner.phone)
    expect(stored.consents.map(({ key }) => key)).toEqual(['debt', 'limitation', 'signature'])
    for (const words of [
      '合计 900.00 元',
      '2026年12月5日',
      '7 天的宽限',
      '诉讼时效从签署之日起重新计算',
      '不表示乙方放弃',
    ]) {
      expect(stored.text).toContain(words)
    }
    await expect(
      it.inside(({ tx }) => tx.run`update plan_agreement set text = 'x' where plan_id = ${planId}`),
    ).rejects.toThrow(/permission denied/)
  })

  it('is refused when anything in the text has changed since it was read', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    const { sha256 } = await it.read(it.owner, it.householdId, planId)
    await it.settle(it.first, '0.01')
    const signing = it.asPerson(it.owner, (ctx) =>
      signPlan(ctx, it.householdId, planId, {
        signer: it.owner.personId,
        appid: it.owner.appid,
        openid: it.owner.openid,
        provenPhone: it.owner.phone,
        sha256,
        consents: ['debt', 'limitation', 'signature'],
      }),
    )
    await expect(signing).rejects.toMatchObject({ code: 'agreement-changed' })
    await it.sign(it.owner, it.householdId, planId)
    expect((await it.plan(it.householdId, planId)).debtFen).toBe(89_999)
    expect(await it.audit()).toEqual([])
  })

  it('is refused without each required consent, and with another phone than the signer’s own', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    const { sha256, consents } = await it.read(it.owner, it.householdId, planId)
    const signing = (over: object) =>
      it.asPerson(it.owner, (ctx) =>
        signPlan(ctx, it.householdId, planId, {
          signer: it.owner.personId,
          appid: it.owner.appid,
          openid: it.owner.openid,
          provenPhone: it.owner.phone,
          sha256,
          consents: ['debt', 'limitation', 'signature'],
          ...over,
        }),
      )
    for (const { key } of consents.filter((consent) => consent.required)) {
      const without = ['debt', 'limitation', 'signature'].filter((each) => each !== key)
      await expect(signing({ consents: without })).rejects.toMatchObject({ code: 'consent-missing' })
    }
    await expect(signing({ provenPhone: '13700000000' })).rejects.toMatchObject({
      code: 'signing-phone-differs',
    })
    expect(await it.state(planId)).toBe('approved')
  })

  it('asks for a consent of its own where some of the debt is older than three years, and says so', async () => {
    const it = await anOwner()
    const old = await it.charge(it.householdId, { owes: '600.00', from: '2022-01-01', due: '2022-01-31' })
    const planId = await it.apply(it.householdId, it.policyId, [it.first, old])
    const { paper, consents } = await it.read(it.owner, it.householdId, planId)
    expect(JSON.stringify(paper)).toContain('其中 1 笔、合计 600.00 元的缴费日已经超过三年')
    expect(consents.map(({ key }) => key)).toContain('old_debt')
  })

  it('honours terms that were offered before the policy changed', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    await it.policy({ instalmentsMax: 2, graceDays: 30 })
    await it.sign(it.owner, it.householdId, planId)
    expect(await it.plan(it.householdId, planId)).toMatchObject({ state: 'active', graceDays: 7 })
  })

  it('at the same time from two devices signs once', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    const told = await Promise.allSettled(
      Array.from({ length: 6 }, () => it.sign(it.owner, it.householdId, planId)),
    )
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await it.audit()).toEqual([])
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
