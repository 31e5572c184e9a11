import type pg from 'pg'
import { fillCampaign } from '../books/campaign.ts'
import { requireAccounted } from '../books/require-accounted.ts'
import { atLeast, type Comparison, compare } from '../harness/comparison.ts'
import { benchTime, type Merchant } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import { shortCount } from '../harness/sizes.ts'
import { benchWorld, environmentOf } from '../harness/world.ts'
import { remindAmongFailures } from './remind-among-failures.ts'

/** R10. A campaign that two plan and two send at once, who are killed again and again, while WeChat fails in all its ways. */
export const amongFailures: Scenario = { id: 'R10', name: 'among-failures', run }

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, keys] = [await bench.server(), await bench.merchant()]
  const { remindedAmongFailures: homes } = sizes
  const seed = benchTime.getTime() + Math.floor(performance.now())
  say(`preparing ${homes} homes that owe`)
  const database = await server.prepare('among_failures', (client) =>
    fillApprovedCampaign(client, keys, homes),
  )
  say(`planning, sending and killing, seed ${seed}`)
  const outcome = await remindAmongFailures({ database, keys, homes, seed })
  const world = benchWorld(environmentOf(database.appUrl, keys), 1)
  const accounted = await requireAccounted(database, world, outcome)
  await world.database.close()
  await server.drop(database)
  say(`${outcome.killed} killed; ${JSON.stringify(accounted)}`)
  return [
    compare({
      id: 'R10',
      what: `messages accounted for, ${outcome.killed} times killed, none twice; floor: one a home`,
      size: `${shortCount(homes)} homes`,
      floor: homes,
      system: Object.values(accounted).reduce((all, messages) => all + messages, 0),
      unit: 'messages',
      aim: atLeast(1),
    }),
  ]
}

/** It takes some eighty seconds, however large it is: more than there are failures. */
const paceOf = (homes: number) => Math.min(60_000, Math.ceil((homes * 60) / 80))

/** How many of so many messages belong to two seconds, and go out at once. */
export const sliceOf = (homes: number) => Math.ceil(paceOf(homes) / 30)

/** A campaign that two people have agreed to, and that has not begun. */
export async function fillApprovedCampaign(client: pg.Client, keys: Merchant, homes: number): Promise<void> {
  await fillCampaign(client, keys, { homes, perMinute: paceOf(homes) })
  await client.query(
    `update campaign set state = 'approved', submitted_by = 1, approved_by = 2, started_at = null where id = 1`,
  )
}
