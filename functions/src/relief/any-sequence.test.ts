import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { ChargeId, ReliefApplicationId } from '@anjiao/shared/ids'
import { fen, formatYuan } from '@anjiao/shared/money'
import { afterReliefEvent, type ReliefState, reliefEvents } from '@anjiao/shared/relief-life'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { auditBilling, cancelCharge, postLateFees } from '../billing/index.ts'
import { yuan } from '../local/testing/given.ts'
import { givenLoanPrimeRate } from '../local/testing/given-prices.ts'
import { type GivenRelief, givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'
import { brokenConstraint } from '../platform/database.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'

const tested = await testWorld()
const { world, clock } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })

const someone = fc.integer({ min: 0, max: 2 })
const some = fc.constantFrom(0, 0, 1, 2, 3)

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('apply' as const), home: fc.boolean(), picked: some }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'grant' as const,
        'grant' as const,
        'less' as const,
        'refuse' as const,
        'return' as const,
      ),
      which: some,
      by: someone,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('second' as const),
      which: some,
      by: someone,
      approve: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('appeal' as const, 'withdraw' as const, 'more' as const, 'reverse' as const),
      which: some,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('pay' as const, 'bill' as const, 'cancel' as const),
      home: fc.boolean(),
      picked: some,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 60 }) }),
  },
  { weight: 3, arbitrary: fc.constantFrom({ do: 'hourly' as const }, { do: 'late-fees' as const }) },
)

type Over = Partial<NewReliefStandard>
const measure = fc.oneof(
  fc.record({
    measure: fc.constant('percent' as const),
    percent: fc.integer({ min: 1, max: 100 }),
    sumMaxFen: fc.option(fc.integer({ min: 1, max: 200_000 }).map(fen)),
    months: fc.constantFrom(0, 3, 12),
  }),
  fc.record({
    measure: fc.constant('sum' as const),
    sumMaxFen: fc.integer({ min: 1, max: 250_000 }).map(fen),
  }),
  fc.constant({ measure: 'late_fee' as const, waivesLateFee: true }),
  fc.record({
    measure: fc.constant('deferral' as const),
    deferralDays: fc.integer({ min: 1, max: 90 }),
  }),
)

const story = fc.record({
  measure,
  more: fc.record({
    waivesLateFee: fc.boolean(),
    secondAboveFen: fc.constantFrom(fen(0), fen(50_000), fen(1_000_000)),
  }),
  budget: fc.constantFrom('300.00', '1500.00', '100000.00'),
  steps: fc.array(step, { minLength: 12, maxLength: 40, size: 'max' }),
})

/** What the till of these tests may try, and the books do not take. */
const paidTooMuch = new Set(['charge_settled_within_amount', 'charge_cancelled_stays_settled'])

/** Does one step, if it is allowed; what is refused changes nothing. */
async function take(given: GivenRelief, asked: Asked, each: Step): Promise<void> {
  const { homes, ids, staff, standardId } = asked
  const home = (other: boolean) => homes[other ? 1 : 0] as Home
  const id = (which: number) => ids.at(-1 - (which % ids.length)) as ReliefApplicationId
  const ownerOf = async (which: number) => {
    const { application } = await given.caseOf(id(which))
    const { owner, householdId } = homes.find((one) => one.householdId === application.householdId) as Home
    return [owner, householdId] as const
  }
  switch (each.do) {
    case 'apply': {
      const { charges, owner: caller, householdId } = home(each.home)
      const from = each.picked % charges.length
      const chargeIds = charges.slice(from, from + 2)
      ids.push((await given.apply(standardId, { chargeIds, caller, householdId })).id)
      break
    }
    case 'pay': {
      const chargeId = home(each.home).charges[each.picked]
      if (chargeId !== undefined) await given.settle(chargeId, formatYuan(fen(12_345)))
      break
    }
    case 'bill': {
      const { charges, householdId } = home(each.home)
      charges.push(await given.charge(householdId, { owes: '700.00' }))
      break
    }
    case 'cancel': {
      const chargeId = home(each.home).charges[each.picked]
      if (chargeId !== undefined) {
        await given.inside((ctx) =>
          cancelCharge(
            { ...ctx, actor: { kind: 'staff', ...given.manager, roles: ['manager'] } },
            chargeId,
            '重复',
          ),
        )
      }
      break
    }
    case 'wait':
      clock.advance({ days: each.days })
      break
    case 'hourly':
      await given.hourly()
      break
    case 'late-fees':
      await given.inside((ctx) =>
        postLateFees(
          ctx,
          homes.map(({ householdId }) => householdId),
          ctx.today,
        ),
      )
      break
    default: {
      if (ids.length === 0) return
      const one = id(each.which)
      switch (each.do) {
        case 'second':
          await given.second(one, staff[each.by], each.approve)
          break
        case 'appeal':
          await given.appeal(one, ...(await ownerOf(each.which)))
          break
        case 'withdraw':
          await given.withdraw(one, ...(await ownerOf(each.which)))
          break
        case 'more':
          await given.sendMore(one, {}, ...(await ownerOf(each.which)))
          break
        case 'reverse':
          await given.reverse(one)
          break
        case 'refuse':
          await given.refuse(one, staff[each.by])
          break
        case 'return':
          await given.returnIt(one, staff[each.by])
          break
        case 'less':
          await given.grant(one, staff[each.by], asked.less)
          break
        case 'grant':
          await given.grant(one, staff[each.by])
      }
    }
  }
}

interface Home {
  readonly householdId: GivenRelief['householdId']
  readonly owner: Caller
  readonly charges: ChargeId[]
}
interface Asked {
  readonly homes: readonly Home[]
  readonly ids: ReliefApplicationId[]
  readonly staff: readonly Caller[]
  readonly standardId: Awaited<ReturnType<GivenRelief['publish']>>
  /** Less than the standard gives. */
  readonly less: { readonly percent?: number; readonly amountFen?: number }
}
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

it('whatever is asked, decided, appealed, paid, billed, cancelled and taken back, in whatever order: the books balance, the table is obeyed, no budget is overdrawn', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ measure: how, more, budget, steps }) => {
      const given = await givenRelief(tested, { amountFen: yuan(budget) })
      const over: Over = { ...more, ...how }
      const standardId = await given.publish(over)
      const asked: Asked = {
        homes: [given, await given.aDebtor()],
        ids: [],
        staff: [given.manager, given.finance, await given.staff('manager')],
        standardId,
        less: how.measure === 'sum' ? { amountFen: 1 } : { percent: 1 },
      }
      for (const each of steps) {
        await take(given, asked, each).catch((error: unknown) => {
          if (!(error instanceof Refusal || paidTooMuch.has(brokenConstraint(error) ?? ''))) throw error
        })
        expect(await given.audit()).toEqual([])
      }
      await given.hourly()
      expect(await given.audit()).toEqual([])
      expect(await given.inside(auditBilling)).toEqual([])
      const [used] = await given.budgets()
      expect(used?.usedFen).toBeLessThanOrEqual(yuan(budget))
      await theTableIsObeyed(given)
    }),
    { numRuns: 40 },
  )
}, 300_000)

async function theTableIsObeyed(given: GivenRelief): Promise<void> {
  const lives = await given.inside(
    ({ tx, community }) => tx.rows<{ state: ReliefState; events: { event: string; to: ReliefState }[] }>`
      select state, (select json_agg(json_build_object('event', event, 'to', to_state) order by id) from relief_event e
                      where (e.community_id, e.application_id) = (a.community_id, a.id)) as events
        from relief_application a where community_id = ${community}`,
  )
  for (const { state: last, events } of lives) {
    let state: ReliefState | null = null
    for (const { event, to } of events) {
      if (event in reliefEvents) expect(afterReliefEvent(state, event as keyof typeof reliefEvents)).toBe(to)
      else expect(to).toBe(state)
      state = to
    }
    expect(last).toBe(state)
  }
}
