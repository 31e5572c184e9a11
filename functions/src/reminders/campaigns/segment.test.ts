import { addDays, type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { CampaignSegment } from '@anjiao/shared/contract/campaigns'
import type { ChargeId, FeeItemId, HouseholdId } from '@anjiao/shared/ids'
import { fen, sumFen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type GivenCommunity, givenCommunity } from '../../local/testing/given.ts'
import { givenPlans } from '../../local/testing/given-plans.ts'
import { testWorld } from '../../local/testing/world.ts'
import { countSegment, everybody } from './segment.ts'
import { buildCharge, buildNotice, buildPlan } from './testing/build-model.ts'
import {
  aHome,
  aSegment,
  type Item,
  isInSegment,
  items,
  type ModelHome,
  type ModelSegment,
  mayBeAskedFor,
  openOf,
} from './testing/segment-model.ts'

const { world } = await testWorld()
const today = businessDate('2026-11-23')
const ago = (days: number): BusinessDate => addDays(today, -days)

it('a segment holds the very homes, charges and sums that a plain model says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aHome, { minLength: 1, maxLength: 6 }),
      fc.array(aSegment, { minLength: 12, maxLength: 12 }),
      async (homes, segments) => {
        const built = await build(homes)
        for (const segment of segments) expect(await built.found(segment)).toEqual(built.expected(segment))
      },
    ),
    { numRuns: 25 },
  )
})

it('is the same in slices as in one piece', async () => {
  const homes = Array.from({ length: 6 }, (): ModelHome => {
    const charges = [{ item: items[0], dueAgo: 9, hundreds: 1, cancelled: false, held: null, payments: [] }]
    return { building: '1栋', charges, notices: [], plan: 'none' }
  })
  const { given, ids } = await build(homes)
  const sliced = await Promise.all(ids.map((id) => homesIn(given, everybody, id - 1, id)))
  expect(sliced.flat()).toEqual(await homesIn(given, everybody))
  expect(sliced.flat()).toHaveLength(6)
})

it('says so when it is everybody, and when it is nobody', async () => {
  const given = await givenCommunity(world)
  const count = (over: Partial<CampaignSegment>) =>
    given.inside((ctx) => countSegment(ctx, { ...everybody, ...over }))
  expect(await count({})).toEqual({ homes: 0, openFen: 0, everybody: false })
  for (const building of ['1栋', '2栋']) {
    const { householdId } = await given.household({ building })
    await given.charge(householdId, { owes: '120.00', due: '2026-10-31' })
  }
  expect(await count({ overdueDaysMin: 5 })).toEqual({ homes: 2, openFen: 24_000, everybody: true })
  expect(await count({ buildings: ['2栋'] })).toEqual({ homes: 1, openFen: 12_000, everybody: false })
  expect(await count({ buildings: ['3栋'] })).toEqual({ homes: 0, openFen: 0, everybody: false })
})

it('with a largest below its smallest is refused', async () => {
  const given = await givenCommunity(world)
  for (const over of [
    { overdueDaysMin: 30, overdueDaysMax: 29 },
    { openMinFen: fen(2), openMaxFen: fen(1) },
  ]) {
    const counted = given.inside((ctx) => countSegment(ctx, { ...everybody, ...over }))
    await expect(counted).rejects.toMatchObject({ code: 'bad-input' })
  }
})

interface FoundHome {
  readonly householdId: HouseholdId
  readonly chargeIds: readonly ChargeId[]
  readonly openFen: number
  readonly oldestDue: BusinessDate
}

const homesIn = (
  given: GivenCommunity,
  segment: CampaignSegment,
  above = 0,
  through: number | null = null,
): Promise<FoundHome[]> =>
  given.inside(
    ({ tx, community }) => tx.rows<FoundHome>`
      select * from homes_of_segment(${community}, ${today}, ${JSON.stringify(segment)}, ${above}, ${through}) order by household_id`,
  )

async function build(homes: readonly ModelHome[]) {
  const given = await givenCommunity(world)
  const policyId = await givenPlans(world, given).policy()
  const itemIds = new Map<Item, FeeItemId>()
  for (const item of items) itemIds.set(item, await given.feeItem(item))
  const ids: HouseholdId[] = []
  const chargeIds: ChargeId[][] = []
  for (const home of homes) {
    const { householdId } = await given.household({ building: home.building })
    ids.push(householdId)
    const own: ChargeId[] = []
    for (const charge of home.charges) own.push(await buildCharge(given, householdId, charge))
    chargeIds.push(own)
    for (const notice of home.notices) await buildNotice(given, householdId, notice)
    if (home.plan !== 'none') await buildPlan(given, householdId, policyId, home.plan)
  }
  return {
    given,
    ids,
    found: ({ items: named, ...segment }: ModelSegment) =>
      homesIn(given, { ...segment, feeItemIds: named.flatMap((item) => itemIds.get(item) ?? []) }),
    expected: (segment: ModelSegment) =>
      homes.flatMap((home, at): FoundHome[] => {
        const householdId = ids[at]
        const asked = home.charges.flatMap((charge, nth) => {
          const id = chargeIds[at]?.[nth]
          return id !== undefined && mayBeAskedFor(charge, segment) ? [{ id, ...charge }] : []
        })
        if (householdId === undefined || asked.length === 0) return []
        const openFen = sumFen(asked.map(openOf))
        const oldest = Math.max(...asked.map(({ dueAgo }) => dueAgo))
        if (!isInSegment(home, { openFen, oldest }, segment)) return []
        return [{ householdId, chargeIds: asked.map(({ id }) => id), openFen, oldestDue: ago(oldest) }]
      }),
  }
}
