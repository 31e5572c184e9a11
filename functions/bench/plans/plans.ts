import type { Offer } from '@anjiao/shared/contract/plan-offers'
import type { CommunityId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import { offerPlans } from '../../src/plans/index.ts'
import { inCommunity, type World } from '../../src/platform/context.ts'
import { fillArrears } from '../books/arrears.ts'
import { requirePlanned } from '../books/require-planned.ts'
import { alternate, median, timed } from '../harness/alternate.ts'
import { atMost, type Comparison, compare } from '../harness/comparison.ts'
import { benchTime } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import type { BenchDatabase } from '../harness/server.ts'
import { shortCount } from '../harness/sizes.ts'
import { benchWorld, environmentOf } from '../harness/world.ts'
import { offerByHand } from './offer-by-hand.ts'

/** P6. A plan of twelve instalments, offered to every home at once, beside one INSERT … SELECT … generate_series. */
export const plans: Scenario = { id: 'P6', name: 'plans', run }

const offer: Offer = {
  segment: { buildings: [], overdueMonthsMin: 1, openMinFen: zeroFen, openMaxFen: null, householdId: null },
  instalments: 12,
  everyMonths: 1,
  dayOfMonth: 5,
  message: '分十二个月缴，期间不计违约金',
}

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  const { plans: whole, plansTenth: tenth } = sizes
  say(`preparing ${tenth} and ${whole} homes in arrears`)
  const arrears = (count: number) =>
    server.prepare(`arrears_${count}`, (client) => fillArrears(client, merchant, count))
  const [few, many] = [await arrears(tenth), await arrears(whole)]

  const measured =
    (prepared: BenchDatabase, work: (database: BenchDatabase, world: World) => Promise<void>) => () =>
      server.onCopyOf(prepared, async (database) => {
        const world = benchWorld(environmentOf(database.appUrl, merchant), 1)
        const ms = await timed(() => work(database, world))
        await requirePlanned(database, world)
        await world.database.close()
        return ms / 1_000
      })
  say('offering')
  const byHand = (database: BenchDatabase) => offerByHand(database, offer.message, benchTime)
  const measures = await alternate([
    measured(many, byHand),
    measured(many, (_, world) => offerToAll(world, whole)),
    measured(few, byHand),
    measured(few, (_, world) => offerToAll(world, tenth)),
  ])
  await Promise.all([few, many].map(server.drop))

  const seconds = (at: number) => median(measures[at] ?? [])
  return [
    compare({
      id: 'P6',
      what: 'offer plans of 12; floor: one INSERT … SELECT … generate_series',
      size: `${shortCount(whole)} plans`,
      floor: seconds(0),
      system: seconds(1),
      unit: 's',
      aim: atMost(1.6),
    }),
    compare({
      id: 'P6',
      what: 'how that time grows with the homes; floor: how the other one grows',
      size: `${shortCount(tenth)} → ${shortCount(whole)} plans`,
      floor: seconds(0) / seconds(2),
      system: seconds(1) / seconds(3),
      unit: '×',
      aim: atMost(1.25),
    }),
  ]
}

async function offerToAll(world: World, homes: number): Promise<void> {
  const actor = { kind: 'system', task: 'bench' } as const
  const reached = await inCommunity(world, 1 as CommunityId, actor, (ctx) => offerPlans(ctx, offer))
  if (reached.homes !== homes) throw new Error(`the offer reached ${reached.homes} of ${homes} homes`)
}
