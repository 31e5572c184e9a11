import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { beforeEach, describe, expect, it } from 'vitest'
import { keepHolds } from '../../billing/index.ts'
import { yuan } from '../../local/testing/given.ts'
import { givenOwnerInArrears, inThree } from '../../local/testing/given-plans.ts'
import { testWorld } from '../../local/testing/world.ts'
import { decidePlan } from './decide-plan.ts'
import { planOptions } from './plan-options.ts'
import { turnDown } from './turn-down.ts'

const { world, clock } = await testWorld()
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-11-25'))
const anOwner = (over?: Partial<NewPlanPolicy>) => givenOwnerInArrears(world, over)

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

  it('may be chosen anew on the day on which it was turned down', async () => {
    const it = await anOwner()
    const declined = await it.apply(it.householdId, it.policyId, [it.first])
    const why = async () => {
      const { charges } = await it.inside((ctx) => planOptions(ctx, it.householdId))
      return charges.find(({ charge }) => charge.id === it.first)?.why
    }
    expect(await why()).toContain('已经在办分期')

    await it.inside((ctx) => turnDown(ctx, it.householdId, declined, 'decline'))
    expect(await why()).toBeNull()
    const again = await it.apply(it.householdId, it.policyId, [it.first])
    expect(await it.state(again)).toBe('approved')
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

  it('is given at once only up to the policy’s sum, what is open in other plans counted in', async () => {
    const it = await anOwner({ atOnceMaxFen: yuan('1000') })
    const signed = await it.signed()
    expect((await it.inside((ctx) => planOptions(ctx, it.householdId))).inPlansFen).toBe(90_000)
    const second = await it.apply(it.householdId, it.policyId, [it.second])
    expect([await it.state(signed), await it.state(second)]).toEqual(['active', 'applied'])
    await it.inside((ctx) => turnDown(ctx, it.householdId, second, 'withdraw'))
    await it.pays(it.householdId, it.first, '200.00')
    expect(await it.state(await it.apply(it.householdId, it.policyId, [it.second]))).toBe('approved')
  })

  it('is refused once it has come to nothing three times within a year, by whatever way', async () => {
    const it = await anOwner()
    const ask = () => it.apply(it.householdId, it.policyId, [it.first])
    const declined = await ask()
    await it.inside((ctx) => turnDown(ctx, it.householdId, declined, 'decline'))
    at('2026-11-26')
    await ask()
    at('2026-12-10')
    await it.dayEnds()
    await it.sign(it.owner, it.householdId, await ask())
    await it.pays(it.householdId, it.first, '900.00')
    const third = await it.apply(it.householdId, it.policyId, [it.second])
    await it.inside((ctx) => turnDown(ctx, it.householdId, third, 'decline'))
    const fourth = it.apply(it.householdId, it.policyId, [it.second])
    await expect(fourth).rejects.toMatchObject({ code: 'plan-asked-often' })
    at('2027-11-25')
    expect(await it.state(await it.apply(it.householdId, it.policyId, [it.second]))).toBe('approved')
  })

  it('has its first instalment after its down payment', async () => {
    const it = await anOwner({ downPercent: 10, firstAfterDays: 1 })
    const terms = { ...inThree, downFen: yuan('90'), dayOfMonth: 26 }
    const planId = await it.apply(it.householdId, it.policyId, [it.first], terms)
    const { instalments } = await it.plan(it.householdId, planId)
    expect(instalments.map(({ dueDate }) => dueDate)).toEqual([
      '2026-11-28',
      '2026-12-26',
      '2027-01-26',
      '2027-02-26',
    ])
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
