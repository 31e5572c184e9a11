import { addDays, businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { postLateFees } from '../../billing/index.ts'
import { givenCommunity } from '../../local/testing/given.ts'
import { givenPlans } from '../../local/testing/given-plans.ts'
import { givenLoanPrimeRate, givenPrices } from '../../local/testing/given-prices.ts'
import { testWorld } from '../../local/testing/world.ts'
import { askDeferral } from './ask-deferral.ts'
import { type DeferralDecision, decideDeferral, withdrawDeferral } from './decide-deferral.ts'
import { deferralView } from './deferral-view.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-11-01'))

/** On 25 November, an owner who has owed 1,000.00 元 since 31 October, 0.05 元 a day. */
async function anOwner(over: Parameters<ReturnType<typeof givenPlans>['policy']>[0] = {}) {
  const given = await givenCommunity(world)
  await givenPrices(given).contract({ lateFee: { dailyPpm: 50 } })
  const plans = givenPlans(world, given)
  const { householdId } = await given.household()
  const owner = await given.person({ householdId })
  const charge = await given.charge(householdId, { owes: '1000.00', due: '2026-10-31' })
  const policyId = await plans.policy(over)
  at('2026-11-25')
  const ask = (until: string, { chargeIds = [charge], oldDebtKnown = false } = {}) =>
    given.inside((ctx) =>
      askDeferral(ctx, householdId, {
        policyId,
        chargeIds,
        until: businessDate(until),
        reason: '下个月 15 号发工资',
        oldDebtKnown,
        askedBy: owner.personId,
      }),
    )
  const view = (id: Awaited<ReturnType<typeof ask>>) =>
    given.inside((ctx) => deferralView(ctx, householdId, id))
  return { ...given, ...plans, householdId, owner, owed: charge, policyId, ask, view }
}

describe('a deferral', () => {
  it('within the policy is given at once: no late fee and no pressing until its day, and both from the day after', async () => {
    const it = await anOwner()
    const id = await it.ask('2026-12-20')
    expect(await it.view(id)).toMatchObject({
      state: 'granted',
      until: '2026-12-20',
      charges: [
        { overdue: false, hold: { matter: 'deferral', granted: true, until: '2026-12-20', waives: false } },
        { origin: 'late_fee' },
      ],
    })
    at('2026-12-21')
    expect((await it.view(id)).charges[0]).toMatchObject({ overdue: true, hold: null })
    const later = addDays(businessDate('2026-12-20'), 11)
    at(later)
    const posted = await it.inside((ctx) => postLateFees(ctx, [it.householdId], later))
    expect(posted.amountFen).toBe(11 * 5)
    expect(await it.audit()).toEqual([])
  })

  it('beyond it waits for staff, who may choose another day', async () => {
    const it = await anOwner()
    const id = await it.ask('2027-01-20')
    expect(await it.view(id)).toMatchObject({ state: 'applied', replyBy: '2026-11-30' })
    const manager = await it.staff('manager')
    at('2026-11-27')
    await it.inside((ctx) =>
      decideDeferral(ctx, id, manager.personId, {
        grant: true,
        until: businessDate('2027-01-10'),
        answer: '先到十号',
      }),
    )
    expect(await it.view(id)).toMatchObject({ state: 'granted', until: '2027-01-10', answer: '先到十号' })
    await expect(
      it.inside((ctx) => decideDeferral(ctx, id, manager.personId, { grant: false, answer: '不行' })),
    ).rejects.toMatchObject({ code: 'deferral-decided' })
    expect(await it.events('deferral-answered')).toEqual([`deferral-answered:${id}`])
    expect(await it.audit()).toEqual([])
  })

  it('refused or withdrawn holds no longer than that day, and does not count for the year', async () => {
    const it = await anOwner()
    const manager = await it.staff('manager')
    const refused = await it.ask('2027-01-20')
    await it.inside((ctx) =>
      decideDeferral(ctx, refused, manager.personId, { grant: false, answer: '可以分期' }),
    )
    at('2026-11-26')
    expect((await it.view(refused)).charges[0]).toMatchObject({ overdue: true, hold: null })
    const withdrawn = await it.ask('2027-01-20')
    await it.inside((ctx) => withdrawDeferral(ctx, it.householdId, withdrawn))
    at('2026-11-27')
    expect(await it.view(await it.ask('2026-12-10'))).toMatchObject({ state: 'granted' })
    expect(await it.audit()).toEqual([])
  })

  it('is refused too far off, in the past, more often than the policy says, and over what is held already', async () => {
    const it = await anOwner()
    await expect(it.ask('2027-01-25')).rejects.toMatchObject({ code: 'deferral-too-far' })
    await expect(it.ask('2026-11-25')).rejects.toMatchObject({ code: 'deferral-too-far' })
    await it.ask('2026-12-10')
    await expect(it.ask('2026-12-12')).rejects.toMatchObject({ code: 'deferral-used-up' })
    await expect(it.apply(it.householdId, it.policyId, [it.owed])).rejects.toMatchObject({
      code: 'charge-already-held',
    })
    const none = await anOwner({ deferralDaysMax: 0 })
    await expect(none.ask('2026-12-10')).rejects.toMatchObject({ code: 'deferral-not-offered' })
  })

  it('granted late, or for too few days, costs no more than one that was refused', async () => {
    const held = async (decision: DeferralDecision) => {
      at('2026-11-01')
      const it = await anOwner({ deferralAtOnceDays: 0 })
      const id = await it.ask('2026-11-28')
      const manager = await it.staff('manager')
      at('2026-12-01')
      await it.inside((ctx) => decideDeferral(ctx, id, manager.personId, decision))
      at('2026-12-10')
      const { amountFen } = await it.inside((ctx) => postLateFees(ctx, [it.householdId], ctx.today))
      expect(await it.audit()).toEqual([])
      return amountFen
    }
    const tooLate = held({ grant: true, until: businessDate('2026-12-01'), answer: '' })
    await expect(tooLate).rejects.toMatchObject({ code: 'deferral-too-far' })
    expect(await held({ grant: false, answer: '可以分期' })).toBe(9 * 5)
    expect(await held({ grant: true, until: businessDate('2026-12-02'), answer: '' })).toBe(8 * 5)
  })

  it('may be granted for as long as the policy says, counted from the answer', async () => {
    const it = await anOwner()
    const id = await it.ask('2027-01-20')
    const manager = await it.staff('manager')
    at('2026-12-25')
    const until = businessDate('2027-02-20')
    await it.inside((ctx) => decideDeferral(ctx, id, manager.personId, { grant: true, until, answer: '' }))
    expect(await it.view(id)).toMatchObject({ state: 'granted', until })
  })

  it('is no way to be left alone for ever: three in vain within a year are enough', async () => {
    const it = await anOwner()
    for (const day of ['2026-11-25', '2026-11-28', '2026-12-01']) {
      at(day)
      const id = await it.ask('2027-01-20')
      await it.inside((ctx) => withdrawDeferral(ctx, it.householdId, id))
    }
    at('2026-12-04')
    await expect(it.ask('2027-01-20')).rejects.toMatchObject({ code: 'deferral-used-up' })
    at('2027-11-26')
    expect(await it.view(await it.ask('2027-12-10'))).toMatchObject({ state: 'granted' })
  })

  it('over what may be past its limitation takes a tick of its own, and is written down', async () => {
    const it = await anOwner()
    const old = await it.charge(it.householdId, { owes: '200.00', from: '2022-01-01', due: '2022-01-31' })
    const chargeIds = [it.owed, old]
    await expect(it.ask('2026-12-10', { chargeIds })).rejects.toMatchObject({ code: 'old-debt-unknown' })
    const id = await it.ask('2026-12-10', { chargeIds, oldDebtKnown: true })
    const written = await it.inside(
      ({ tx, community }) => tx.one<{ details: object }>`
        select details from audit_log where (community_id, action, subject) = (${community}, 'deferral-asked', ${`deferral ${id}`})`,
    )
    expect(written.details).toMatchObject({ until: '2026-12-10', debtFen: 120_120, oldDebtKnown: true })
  })

  it('is brought before the manager, once, when nobody has answered in time', async () => {
    const it = await anOwner()
    const id = await it.ask('2027-01-20')
    at('2026-11-30')
    await it.dayEnds()
    expect(await it.events('request-overdue')).toEqual([])
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-02']) {
      at(day)
      await it.dayEnds()
    }
    expect(await it.events('request-overdue')).toEqual([`request-overdue:deferral:${id}:2026-11-30`])
  })

  it('asked for eight times at once is given once', async () => {
    const it = await anOwner()
    const told = await Promise.allSettled(Array.from({ length: 8 }, () => it.ask('2026-12-10')))
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await it.audit()).toEqual([])
  })

  it('nobody answers for their own home', async () => {
    const it = await anOwner()
    const id = await it.ask('2027-01-20')
    await expect(
      it.inside((ctx) =>
        decideDeferral(ctx, id, it.owner.personId, {
          grant: true,
          until: businessDate('2027-01-20'),
          answer: '',
        }),
      ),
    ).rejects.toMatchObject({ code: 'own-application' })
  })
})
