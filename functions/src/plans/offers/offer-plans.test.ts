import { addDays, businessDate } from '@anjiao/shared/calendar'
import type { Offer } from '@anjiao/shared/contract/plan-offers'
import type { PlanId } from '@anjiao/shared/ids'
import { planSchedule } from '@anjiao/shared/instalments'
import { fen, zeroFen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { givenCommunity, yuan } from '../../local/testing/given.ts'
import { givenPlans } from '../../local/testing/given-plans.ts'
import { testWorld } from '../../local/testing/world.ts'
import { asSystem, inCommunity } from '../../platform/context.ts'
import { turnDown } from '../apply/turn-down.ts'
import { offerPlans, previewOffer } from './offer-plans.ts'

const { world, clock } = await testWorld()
beforeEach(() => clock.set('2026-11-25T10:00:00+08:00'))

const toAll: Offer = {
  segment: { buildings: [], overdueMonthsMin: 0, openMinFen: zeroFen, openMaxFen: null, householdId: null },
  instalments: 4,
  everyMonths: 1,
  dayOfMonth: 10,
  message: '年底了，欠的物业费可以分四期慢慢缴。',
}

/** Homes in two buildings that owe 1,000, 100 and 2,000 元, and one that owes nothing. */
async function aCommunity() {
  const given = await givenCommunity(world)
  const plans = givenPlans(world, given)
  const home = async (building: string, owes: string | null, due = '2026-06-30') => {
    const { householdId, phone } = await given.household({ building })
    const owner = { ...(await given.person({ householdId, phone })), phone }
    const chargeId = owes ? await given.charge(householdId, { owes, due }) : null
    return { householdId, owner, chargeId }
  }
  const large = await home('1栋', '1000.00')
  await home('1栋', '100.00')
  const other = await home('2栋', '2000.00', '2026-10-31')
  await home('2栋', null)
  await plans.policy()
  const offered = () =>
    given.inside(
      ({ tx, community }) => tx.rows<{ id: PlanId; householdId: number; debtFen: number }>`
        select id, household_id, debt_fen from plan where (community_id, state) = (${community}, 'offered') order by id`,
    )
  return { ...given, ...plans, large, other, offered }
}

it('reaches every home in arrears whose instalments are not too small, holds nothing, and says whom it left out', async () => {
  const it = await aCommunity()
  const preview = await it.inside((ctx) => previewOffer(ctx, toAll))
  expect(preview).toEqual({
    homes: 2,
    debtFen: 300_000,
    leftOut: [{ reason: '每期会低于最小金额', homes: 1 }],
  })
  expect(await it.offered()).toEqual([])
  expect(await it.inside((ctx) => offerPlans(ctx, toAll))).toEqual(preview)
  expect((await it.offered()).map(({ debtFen }) => debtFen)).toEqual([100_000, 200_000])
  const { charges, instalments } = await it.plan(
    it.large.householdId,
    (await it.offered())[0]?.id ?? (0 as PlanId),
  )
  expect(charges[0]).toMatchObject({ overdue: true, hold: null })
  expect(instalments.map(({ dueDate, amountFen }) => [dueDate, amountFen])).toEqual([
    ['2026-12-10', 25_000],
    ['2027-01-10', 25_000],
    ['2027-02-10', 25_000],
    ['2027-03-10', 25_000],
  ])
  expect(await it.events('plan-offered')).toHaveLength(2)
  expect(await it.audit()).toEqual([])
})

it('is narrowed by building, by how long and by how much', async () => {
  const it = await aCommunity()
  const homes = async (segment: Partial<Offer['segment']>) =>
    (await it.inside((ctx) => previewOffer(ctx, { ...toAll, segment: { ...toAll.segment, ...segment } })))
      .homes
  expect(await homes({ buildings: ['2栋'] })).toBe(1)
  expect(await homes({ overdueMonthsMin: 3 })).toBe(1)
  expect(await homes({ openMinFen: yuan('1500') })).toBe(1)
  expect(await homes({ openMaxFen: yuan('1500') })).toBe(1)
  expect(await homes({ householdId: it.large.householdId })).toBe(1)
})

it('leaves out what has been due for more than three years, and a home that owes nothing else', async () => {
  const it = await aCommunity()
  const old = await it.charge(it.large.householdId, {
    owes: '5000.00',
    from: '2022-01-01',
    due: '2022-06-30',
  })
  const { householdId } = await it.household({ building: '3栋' })
  await it.charge(householdId, { owes: '800.00', from: '2022-01-01', due: '2023-11-24' })
  expect(await it.inside((ctx) => offerPlans(ctx, toAll))).toEqual({
    homes: 2,
    debtFen: 300_000,
    leftOut: [
      { reason: '只有缴费日超过三年的账单', homes: 1 },
      { reason: '每期会低于最小金额', homes: 1 },
    ],
  })
  const [offered] = await it.offered()
  const { charges } = await it.plan(it.large.householdId, offered?.id ?? (0 as PlanId))
  expect(charges.map(({ id }) => id)).toEqual([it.large.chargeId])
  expect(charges.map(({ id }) => id)).not.toContain(old)
  expect(await it.audit()).toEqual([])
})

it('never reaches the home of whoever offers', async () => {
  const it = await aCommunity()
  const manager = await it.staff('manager')
  await it.inside(
    ({ tx, community }) => tx.run`
      insert into membership (community_id, household_id, person_id, relation)
      values (${community}, ${it.large.householdId}, ${manager.personId}, 'family')`,
  )
  const actor = { kind: 'staff', personId: manager.personId, roles: ['manager'] } as const
  const preview = await inCommunity(world, it.community, actor, (ctx) => offerPlans(ctx, toAll))
  expect(preview.leftOut).toContainEqual({ reason: '是您自己的家，要请同事来办', homes: 1 })
  expect((await it.offered()).map(({ householdId }) => householdId)).toEqual([it.other.householdId])
})

it('twice at once, or again later, reaches no home a second time', async () => {
  const it = await aCommunity()
  const told = await Promise.allSettled(
    Array.from({ length: 4 }, () => it.inside((ctx) => offerPlans(ctx, toAll))),
  )
  expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await it.offered()).toHaveLength(2)
  await expect(it.inside((ctx) => offerPlans(ctx, toAll))).rejects.toMatchObject({
    code: 'plan-offer-reaches-nobody',
  })
})

it('may be signed, late fees of the time since and all; or declined, or taken back, or left to expire', async () => {
  const it = await aCommunity()
  await it.inside((ctx) => offerPlans(ctx, toAll))
  const [first, second] = await it.offered()
  if (!first || !second) throw new Error('two were offered')
  clock.advance({ days: 3 })
  await it.sign(it.large.owner, it.large.householdId, first.id)
  expect(await it.plan(it.large.householdId, first.id)).toMatchObject({
    state: 'active',
    charges: [{ hold: { matter: 'plan', granted: true } }],
    instalments: [{ dueDate: '2026-12-10' }, {}, {}, {}],
  })
  await it.inside((ctx) => turnDown(ctx, it.other.householdId, second.id, 'take_back'))
  expect((await it.plan(it.other.householdId, second.id)).state).toBe('cancelled')
  await it.inside((ctx) => offerPlans(ctx, toAll))
  const [third] = await it.offered()
  clock.advance({ days: 12 })
  await it.dayEnds()
  expect((await it.plan(it.other.householdId, third?.id ?? (0 as PlanId))).state).toBe('expired')
  expect(await it.audit()).toEqual([])
})

it('splits a debt in the database as the phone and the server split it', async () => {
  const split = (debt: number, count: number, first: string, every: number) =>
    asSystem(
      world,
      'test',
      ({ tx }) => tx.rows<{ no: number; dueDate: string; amountFen: number }>`
        select no, due_date, amount_fen from equal_instalments(${debt}, ${count}, ${first}, ${every}) order by no`,
    )
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 100, max: 100_000_000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 4_000 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 3 }),
      async (debt, instalments, months, dayOfMonth, everyMonths) => {
        const month = addDays(businessDate('2026-01-01'), months * 2).slice(0, 8)
        const firstDue = businessDate(`${month}${String(dayOfMonth).padStart(2, '0')}`)
        const expected = planSchedule(
          fen(debt),
          { downFen: zeroFen, instalments, everyMonths },
          { downDue: firstDue, firstDue },
        )
        expect(await split(debt, instalments, firstDue, everyMonths)).toEqual(expected)
      },
    ),
  )
})
