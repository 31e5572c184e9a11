import { addDays, type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { type HoldMatter, holdMatters } from '@anjiao/shared/vocabulary'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepHolds } from '../billing/index.ts'
import { cancelWithLateFees } from '../ledger/index.ts'
import { type GivenCommunity, givenCommunity, testMchid } from '../local/testing/given.ts'
import { givenDisputes } from '../local/testing/given-disputes.ts'
import { testAppid, testWorld } from '../local/testing/world.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Caller } from '../platform/http/routes.ts'
import { mayWePress, standingOf } from './may-we-press.ts'
import { standingRoutes } from './routes.ts'
import { type ChargeFacts, type HeldFor, whyNotPress } from './why-not-press.ts'

const { world, clock } = await testWorld()
clock.set('2026-03-10T10:00:00+08:00')
const today = businessDate('2026-03-10')
const dayAt = (offset: number): BusinessDate => addDays(today, offset)

interface Attempt {
  readonly state: 'created' | 'prepaid' | 'paid' | 'closed'
  readonly endsInMinutes: number
  /** None: what is due. */
  readonly picks: readonly ChargeId[]
}

let made = 0

const attempt = (
  given: GivenCommunity,
  { householdId, payer }: { householdId: number; payer: Caller },
  { state, endsInMinutes, picks }: Attempt,
) =>
  given.inside(({ tx, community, now }) => {
    const key = `attempt-${++made}`
    const expires = new Date(now.getTime() + endsInMinutes * 60_000)
    return tx.run`
      with attempt as (
        insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen,
          description, state, prepay_id, intent_key, created_at, expires_at, next_query_at, paid_at, closed_at)
        values (${community}, ${key}, ${householdId}, ${payer.personId}, ${testMchid}, ${testAppid}, ${payer.openid}, 100,
          '物业缴费', ${state}::attempt_state, 'wx1', ${key}, ${now}, ${expires},
          ${state === 'created' || state === 'prepaid' ? now : null}, ${state === 'paid' ? now : null},
          ${state === 'closed' ? now : null})
        returning id)
      insert into payment_attempt_charge select ${community}, attempt.id, charge_id from attempt, unnest(${picks}::bigint[]) as charge_id`
  })

/** How staff or somebody else is told that the open charges of a home stand. */
const standingShown = (given: GivenCommunity, householdId: HouseholdId, caller: Caller) =>
  standingRoutes['GET /v1/staff/communities/:communityId/households/:householdId/standing']({
    world,
    idempotencyKey: '',
    askedFrom: '',
    caller,
    params: { communityId: given.community, householdId },
  })

async function aHome() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const payer = await given.person({ householdId })
  const owes = () => given.charge(householdId, { owes: '100.00', due: '2026-03-01' })
  const whys = async (...charges: ChargeId[]) =>
    (await given.inside((ctx) => mayWePress(ctx, charges))).map(({ why }) => why)
  return { given, householdId, payer, owes, whys }
}

it('a charge that somebody is about to pay is not pressed for; one beside it is, unless the payment picks none', async () => {
  const { given, householdId, payer, owes, whys } = await aHome()
  const charges = [await owes(), await owes()] as const
  await attempt(given, { householdId, payer }, { state: 'prepaid', endsInMinutes: 20, picks: [charges[0]] })
  expect(await whys(...charges)).toEqual(['paying', null])
  await attempt(given, { householdId, payer }, { state: 'created', endsInMinutes: 30, picks: [] })
  expect(await whys(...charges)).toEqual(['paying', 'paying'])
  clock.advance({ minutes: 20 })
  expect(await whys(...charges)).toEqual(['paying', 'paying'])
  clock.advance({ minutes: 10 })
  expect(await whys(...charges)).toEqual([null, null])
  clock.set('2026-03-10T10:00:00+08:00')
})

it('a payment of one home stays nothing for another', async () => {
  const { given, householdId, payer, owes, whys } = await aHome()
  await owes()
  const neighbour = await given.household()
  const theirs = await given.charge(neighbour.householdId, { owes: '100.00', due: '2026-03-01' })
  await attempt(given, { householdId, payer }, { state: 'prepaid', endsInMinutes: 20, picks: [] })
  expect(await whys(theirs)).toEqual([null])
})

it('a disputed charge is not pressed for until the day after its answer; the one beside it always is', async () => {
  const given = await givenDisputes(world)
  const whys = async () =>
    (await given.inside((ctx) => standingOf(ctx, given.householdId))).map(({ why }) => why)
  const { id } = await given.open()
  expect(await whys()).toEqual(['dispute', null])
  await given.explain(id, await given.staff('front_desk'))
  expect(await whys()).toEqual(['dispute', null])
  clock.set('2026-03-11T00:00:00+08:00')
  expect(await whys()).toEqual([null, null])
  clock.set('2026-03-10T10:00:00+08:00')
})

it('says nothing of charges that are of another community', async () => {
  const [one, other] = [await aHome(), await aHome()]
  const [own, strange] = [await one.owes(), await other.owes()]
  expect(await one.given.inside((ctx) => mayWePress(ctx, [strange, own]))).toEqual([
    { chargeId: own, mayPress: true, why: null },
  ])
  await expect(one.given.inside((ctx) => standingOf(ctx, other.householdId))).rejects.toMatchObject({
    code: 'not-found',
  })
})

it('staff who press see how each open charge of a home stands; residents do not', async () => {
  const { given, householdId, payer, owes } = await aHome()
  const charge = await owes()
  await given.settle(await owes(), '100.00')
  const standing = (caller: Caller) => standingShown(given, householdId, caller)
  for (const role of ['front_desk', 'finance', 'collector', 'manager'] as const) {
    expect(await standing(await given.staff(role))).toEqual([{ chargeId: charge, mayPress: true, why: null }])
  }
  await expect(standing(payer)).rejects.toMatchObject({ code: 'not-allowed' })
})

it.each([
  [true, 'relief'],
  [false, 'relief_review'],
] as const)(
  'that relief stays the pressing (granted: %s), only those who answer are told',
  async (granted, why) => {
    const { given, householdId, owes } = await aHome()
    const chargeId = await owes()
    await given.inside((ctx) =>
      keepHolds(ctx, { matter: 'relief', subjectId: ++made, householdId }, [
        { chargeId, granted, from: ctx.today, to: null },
      ]),
    )
    const shownTo = async (role: StaffRole) => standingShown(given, householdId, await given.staff(role))
    for (const role of ['front_desk', 'finance', 'manager'] as const)
      expect(await shownTo(role)).toEqual([{ chargeId, mayPress: false, why }])
    expect(await shownTo('collector')).toEqual([{ chargeId, mayPress: false, why: 'paused' }])
  },
)

/** A dispute, for it may be wrong; what was promised; what is asked for: of each, plan, deferral, relief. */
const foremost = (holds: readonly HeldFor[]): HeldFor | null =>
  ['dispute', 'plan true', 'deferral true', 'relief true', 'plan false', 'deferral false', 'relief false']
    .map((name) =>
      holds.find(({ matter, granted }) => (matter === 'dispute' ? matter : `${matter} ${granted}`) === name),
    )
    .find((hold) => hold !== undefined) ?? null

const anyHold = fc.record({
  matter: fc.constantFrom(...(Object.keys(holdMatters) as HoldMatter[])),
  granted: fc.boolean(),
  from: fc.integer({ min: -5, max: 2 }),
  lasts: fc.option(fc.nat(6)),
})
const anyCharge = fc.record({
  due: fc.integer({ min: -3, max: 3 }),
  paid: fc.constantFrom('', '40.00', '100.00'),
  cancelled: fc.boolean(),
  holds: fc.uniqueArray(anyHold, { selector: ({ matter }) => matter }),
})
const anyAttempt = fc.record({
  state: fc.constantFrom('created', 'prepaid', 'paid', 'closed'),
  endsInMinutes: fc.constantFrom(-1, 0, 1),
  picks: fc.subarray([0, 1, 2, 3]),
})

it('agrees with a plain reading of the books, whatever they hold', { timeout: 60_000 }, async () => {
  const { given, householdId, payer } = await aHome()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCharge, { minLength: 4, maxLength: 4 }),
      fc.array(anyAttempt, { maxLength: 2 }),
      async (charges, attempts) => {
        await given.inside(
          ({ tx, community }) => tx.run`
            update payment_attempt set state = 'closed', next_query_at = null, paid_at = null, closed_at = now()
             where community_id = ${community}`,
        )
        const ids: ChargeId[] = []
        for (const each of charges) {
          const id = await given.charge(householdId, { owes: '100.00', due: dayAt(each.due) })
          if (each.paid) await given.settle(id, each.paid)
          ids.push(id)
        }
        const picked = attempts.map((each) => ({
          ...each,
          picks: ids.filter((_, at) => each.picks.includes(at)),
        }))
        for (const each of picked) await attempt(given, { householdId, payer }, each)
        await given.inside(async (ctx) => {
          for (const [at, { cancelled, holds }] of charges.entries()) {
            const chargeId = ids[at] ?? (0 as ChargeId)
            if (cancelled) await cancelWithLateFees(ctx, chargeId, { memo: '作废' })
            for (const { matter, granted, from, lasts } of holds) {
              await keepHolds(ctx, { matter, subjectId: ++made, householdId }, [
                { chargeId, granted, from: dayAt(from), to: lasts === null ? null : dayAt(from + lasts) },
              ])
            }
          }
        })
        const plainly = charges.map(
          (each, at): ChargeFacts => ({
            dueDate: dayAt(each.due),
            cancelled: each.cancelled,
            openFen: fen(each.cancelled || each.paid === '100.00' ? 0 : 1),
            hold: foremost(
              each.holds.filter(({ from, lasts }) => from <= 0 && (lasts === null || from + lasts >= 0)),
            ),
            paying: picked.some(
              ({ state, endsInMinutes, picks }) =>
                (state === 'created' || state === 'prepaid') &&
                endsInMinutes > 0 &&
                (picks.length === 0 || picks.some((id) => id === ids[at])),
            ),
          }),
        )
        const found = await given.inside((ctx) => mayWePress(ctx, ids))
        expect(found).toEqual(
          plainly.map((facts, at) => {
            const why = whyNotPress(facts, today)
            return { chargeId: ids[at], mayPress: why === null, why }
          }),
        )
      },
    ),
    { numRuns: 60 },
  )
})
