import { addDays, type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { ChargeId, PlanId } from '@anjiao/shared/ids'
import { fen, formatYuan } from '@anjiao/shared/money'
import { afterEvent, correctedStates, type PlanState } from '@anjiao/shared/plan-life'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cancelCharge, keepHolds } from '../billing/index.ts'
import { givenCommunity } from '../local/testing/given.ts'
import { aPolicy, givenPlans } from '../local/testing/given-plans.ts'
import { givenLoanPrimeRate, givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { inCommunity } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { decidePlan, type PlanDecision } from './apply/decide-plan.ts'
import { turnDown } from './apply/turn-down.ts'
import { moveInstalment } from './move-instalment.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      percent: fc.integer({ min: 1, max: 70 }),
      daysAgo: fc.integer({ min: 0, max: 9 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: -3, max: 45 }) }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'day-ends' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      no: fc.integer({ min: 0, max: 4 }),
      days: fc.integer({ min: 1, max: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { do: 'cancel-charge' as const },
      { do: 'turn-down' as const },
      { do: 'apply-again' as const },
      { do: 'dispute' as const },
    ),
  },
)

const story = fc.record({
  policy: fc.record({
    downPercent: fc.constantFrom(0, 0, 20),
    lateFee: fc.constantFrom('held' as const, 'waived_when_kept' as const),
    cureDays: fc.constantFrom(0, 10, 40),
    toleranceFen: fc.constantFrom(fen(0), fen(500)),
    atOnceInstalmentsMax: fc.constantFrom(0, 6),
  }),
  instalments: fc.integer({ min: 2, max: 6 }),
  owes: fc.integer({ min: 60_000, max: 250_000 }).map(fen),
  answer: fc.constantFrom('approve' as const, 'counter' as const, 'refuse' as const),
  signs: fc.boolean(),
  steps: fc.array(step, { maxLength: 14 }),
})

it('whatever is agreed, paid, missed, moved and cancelled, in whatever order and however the clock jumps: the books balance and the table is obeyed', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ policy: over, instalments, owes, answer, signs, steps }) => {
      clock.set('2026-11-25T10:00:00+08:00')
      const given = await givenCommunity(world)
      await givenPrices(given).contract({ lateFee: { dailyPpm: 300 } })
      const plans = givenPlans(world, given)
      const { householdId, phone } = await given.household()
      const owner = { ...(await given.person({ householdId, phone })), phone }
      const manager = await given.staff('manager')
      const first = await given.charge(householdId, { owes: formatYuan(owes), due: '2026-08-31' })
      const second = await given.charge(householdId, { owes: '400.00', due: '2026-10-31' })
      const policyId = await plans.policy(over)
      const downPercent = aPolicy(over).downPercent
      const terms = (debt: number) => ({
        downFen: fen(Math.ceil((debt * downPercent) / 100)),
        instalments,
        everyMonths: 1,
        dayOfMonth: 5,
      })
      const refusable = async (work: () => Promise<unknown>) => {
        await work().catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
      }
      const asManager = <T>(work: Parameters<typeof inCommunity<T>>[3]) =>
        inCommunity(
          world,
          given.community,
          { kind: 'staff', personId: manager.personId, roles: ['manager'] },
          work,
        )

      const debt = owes + 40_000
      const applyFor = async (chargeIds: readonly ChargeId[], over: number): Promise<PlanId> => {
        const asked = await plans.apply(householdId, policyId, chargeIds, terms(over))
        if ((await plans.plan(householdId, asked)).state === 'applied') {
          const decision: PlanDecision =
            answer === 'counter'
              ? { kind: answer, terms: { ...terms(over), instalments: 2 }, answer: '' }
              : { kind: answer, answer: '' }
          await refusable(() => asManager((ctx) => decidePlan(ctx, asked, manager.personId, decision)))
        }
        if (signs) await refusable(() => plans.sign(owner, householdId, asked))
        return asked
      }
      let planId = await applyFor([first, second], debt + 20_000)
      let disputedFrom: BusinessDate | undefined

      for (const each of steps) {
        switch (each.do) {
          case 'pay': {
            const [firstOpen = 0, secondOpen = 0] = await given.books.open(householdId)
            const [target, open] = firstOpen > 0 ? [first, firstOpen] : [second, secondOpen]
            const amount = fen(Math.min(open, Math.ceil((debt * each.percent) / 100)))
            const on = addDays(businessDateAt(clock.now()), -each.daysAgo)
            if (amount > 0) await plans.pays(householdId, target, formatYuan(amount), on)
            break
          }
          case 'wait':
            clock.advance({ days: each.days })
            break
          case 'day-ends':
            await plans.dayEnds()
            break
          case 'move': {
            const due = (await plans.plan(householdId, planId)).instalments.find(
              ({ no }) => no === each.no,
            )?.dueDate
            if (due) {
              await refusable(() =>
                given.inside((ctx) =>
                  moveInstalment(ctx, householdId, planId, {
                    no: each.no,
                    to: addDays(due, each.days),
                    reason: '发工资晚',
                  }),
                ),
              )
            }
            break
          }
          case 'cancel-charge':
            await refusable(() => asManager((ctx) => cancelCharge(ctx, second, '重复出账')))
            break
          case 'turn-down':
            await refusable(() => given.inside((ctx) => turnDown(ctx, householdId, planId, 'decline')))
            break
          case 'apply-again':
            await refusable(async () => {
              planId = await applyFor([first], owes + 20_000)
            })
            break
          case 'dispute': {
            const today = businessDateAt(clock.now())
            const from = disputedFrom ?? today
            const to = disputedFrom === undefined ? null : today < from ? from : today
            await given.inside((ctx) =>
              keepHolds(ctx, { matter: 'dispute', subjectId: 1, householdId }, [
                { chargeId: first, granted: false, from, to },
              ]),
            )
            disputedFrom = disputedFrom === undefined ? today : undefined
          }
        }
        expect(await plans.audit()).toEqual([])
      }
      await plans.dayEnds()
      expect(await plans.audit()).toEqual([])
      for (const plan of await given.inside(
        ({ tx, community }) => tx.rows<{ events: { event: string; to: PlanState }[]; state: PlanState }>`
          select state, (select json_agg(json_build_object('event', event, 'to', to_state) order by id) from plan_event e
                          where (e.community_id, e.plan_id) = (p.community_id, p.id)) as events
            from plan p where community_id = ${community}`,
      )) {
        let state: PlanState | null = null
        for (const { event, to } of plan.events) {
          if (event === 'correct') expect(correctedStates).toContain(state)
          else if (event !== 'move')
            expect(afterEvent(state, event as Parameters<typeof afterEvent>[1])).toBe(to)
          state = to
        }
        expect(plan.state).toBe(state)
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)
