import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { ChargeId, EntryId } from '@anjiao/shared/ids'
import { type Fen, negateFen, sumFen } from '@anjiao/shared/money'
import { beforeEach, expect, it } from 'vitest'
import { cancelWithLateFees, type Line, post, reverse } from '../ledger/index.ts'
import { yuan } from '../local/testing/given.ts'
import { givenOwnerInArrears } from '../local/testing/given-plans.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { plansOverview } from './plans-overview.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-11-25'))

/** Somebody who owes 900.00 and 300.00 元, and what may happen to that beside paying. */
async function anOwner(over?: Partial<NewPlanPolicy>) {
  const it = await givenOwnerInArrears(world, over)
  let posted = 0
  const settles = (kind: 'relief' | 'advance_applied', chargeId: ChargeId, amount: string, other: Line) =>
    it.inside((ctx) =>
      post(ctx, {
        kind,
        source: `test-overview:${++posted}`,
        businessDate: ctx.today,
        lines: [other, { account: 'receivable', chargeId, amountFen: negateFen(yuan(amount)) }],
      }),
    )
  return {
    ...it,
    signs: async (...chargeIds: ChargeId[]) => {
      const planId = await it.apply(it.householdId, it.policyId, chargeIds)
      await it.sign(it.owner, it.householdId, planId)
      return planId
    },
    isRelieved: (chargeId: ChargeId, amount: string) =>
      settles('relief', chargeId, amount, { account: 'relief', chargeId, amountFen: yuan(amount) }),
    usesAdvance: (chargeId: ChargeId, amount: string) =>
      settles('advance_applied', chargeId, amount, {
        account: 'advance',
        householdId: it.householdId,
        amountFen: yuan(amount),
      }),
    isCancelled: (chargeId: ChargeId) => it.inside((ctx) => cancelWithLateFees(ctx, chargeId, { memo: '' })),
    lastPaymentIsTakenBack: () =>
      it.inside(async (ctx) => {
        const { id } = await ctx.tx.one<{ id: EntryId }>`
          select max(id) as id from entry where (community_id, kind) = (${ctx.community}, 'payment')`
        await reverse(ctx, id, '')
      }),
    overview: () => it.inside(plansOverview),
    /** What the overview counts as money: in all, and of the instalments that fell due. */
    recovered: async () => {
      const { recoveredFen, months } = await it.inside(plansOverview)
      return { recoveredFen, ofMonthsFen: sumFen(months.map(({ paidFen }) => paidFen)) }
    },
  }
}

const money = (amountFen: Fen) => ({ recoveredFen: amountFen, ofMonthsFen: amountFen })

it('what is let go or cancelled after signing is owed no more, and is no money that came in', async () => {
  const it = await anOwner()
  await it.signs(it.first, it.second)
  await it.pays(it.householdId, it.first, '300.00')
  await it.isRelieved(it.first, '200.00')
  await it.isCancelled(it.second)
  expect(await it.overview()).toMatchObject({
    byState: [{ state: 'active', plans: 1, debtFen: 120_000 }],
    recoveredFen: 30_000,
    promisedFen: 40_000,
  })
  at('2027-02-10')
  expect(await it.recovered()).toEqual(money(yuan('300.00')))
})

it('money is of the oldest instalment, in the month in which that fell due', async () => {
  const it = await anOwner()
  await it.signs(it.first)
  await it.pays(it.householdId, it.first, '450.00')
  at('2027-02-10')
  expect((await it.overview()).months.slice(-4)).toEqual([
    { month: '2026-11', dueFen: 0, paidFen: 0 },
    { month: '2026-12', dueFen: 30_000, paidFen: 30_000 },
    { month: '2027-01', dueFen: 30_000, paidFen: 15_000 },
    { month: '2027-02', dueFen: 30_000, paidFen: 0 },
  ])
})

it('a payment that was taken back counts no more', async () => {
  const it = await anOwner()
  await it.signs(it.first)
  await it.pays(it.householdId, it.first, '300.00')
  await it.pays(it.householdId, it.first, '100.00')
  at('2027-02-10')
  expect(await it.recovered()).toEqual(money(yuan('400.00')))
  await it.lastPaymentIsTakenBack()
  expect(await it.recovered()).toEqual(money(yuan('300.00')))
})

it('what was paid before signing does not count, on the same day neither, nor when it becomes known later', async () => {
  const it = await anOwner()
  await it.pays(it.householdId, it.first, '100.00', '2026-11-20')
  await it.pays(it.householdId, it.first, '200.00')
  await it.signs(it.first)
  at('2026-11-27')
  await it.pays(it.householdId, it.first, '50.00', '2026-11-24')
  at('2027-02-10')
  expect(await it.recovered()).toEqual(money(yuan('0.00')))
  await it.pays(it.householdId, it.first, '70.00')
  expect(await it.recovered()).toEqual(money(yuan('70.00')))
})

it('a payment of before signing that is taken back afterwards takes nothing away', async () => {
  const it = await anOwner()
  await it.pays(it.householdId, it.first, '200.00')
  await it.signs(it.first, it.second)
  await it.lastPaymentIsTakenBack()
  await it.pays(it.householdId, it.second, '300.00')
  at('2027-02-10')
  expect(await it.recovered()).toEqual(money(yuan('300.00')))
})

it('advance counts when it is used; what had been paid of a cancelled charge is advance again, and counts once', async () => {
  const it = await anOwner()
  await it.signs(it.first, it.second)
  await it.advance(it.householdId, '100.00')
  at('2027-02-10')
  expect(await it.recovered()).toEqual(money(yuan('0.00')))
  await it.usesAdvance(it.second, '100.00')
  expect(await it.recovered()).toEqual(money(yuan('100.00')))
  await it.isCancelled(it.second)
  expect(await it.recovered()).toEqual(money(yuan('0.00')))
  await it.usesAdvance(it.first, '100.00')
  expect(await it.recovered()).toEqual(money(yuan('100.00')))
})

it('a late fee that falls away with a kept plan is no money', async () => {
  at('2026-11-01')
  const it = await anOwner({ lateFee: 'waived_when_kept' })
  await givenPrices(it).contract({ lateFee: { dailyPpm: 50 } })
  at('2026-11-25')
  await it.signs(it.first)
  await it.pays(it.householdId, it.first, '900.00')
  expect(await it.books.balances()).toMatchObject({ relief: expect.any(Number) })
  at('2027-02-10')
  expect(await it.recovered()).toEqual(money(yuan('900.00')))
})

it('a payment counts once: for the plan that had been signed by then, and not for the broken one before it', async () => {
  const it = await anOwner({ afterBroken: 'refused', afterBrokenMonths: 0 })
  await it.signs(it.first)
  await it.pays(it.householdId, it.first, '100.00')
  at('2027-01-25')
  await it.dayEnds()
  await it.signs(it.first)
  await it.pays(it.householdId, it.first, '200.00')
  await it.pays(it.householdId, it.first, '50.00', '2026-12-31')
  at('2027-05-10')
  const { byState, recoveredFen, months } = await it.overview()
  expect(byState).toMatchObject([{ state: 'active' }, { state: 'broken' }])
  expect(recoveredFen).toBe(yuan('350.00'))
  expect(months.filter(({ paidFen }) => paidFen > 0)).toEqual([
    { month: '2026-12', dueFen: 30_000, paidFen: 15_000 },
    { month: '2027-02', dueFen: 30_000 + 26_667, paidFen: 20_000 },
  ])
})
