import { join } from 'node:path'
import { notifyPath } from '../../src/handlers/world.ts'
import { fillBillsAndOrders } from '../books/bills-and-orders.ts'
import { requireSettled } from '../books/require-settled.ts'
import { waitingOrdersOf } from '../books/waiting-orders.ts'
import { alternate, median, quantile } from '../harness/alternate.ts'
import { atLeast, atMost, type Comparison, compare } from '../harness/comparison.ts'
import { startProcess } from '../harness/in-process.ts'
import { type Merchant, signedNotices } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import type { BenchDatabase } from '../harness/server.ts'
import { shuffled } from '../harness/shuffled.ts'
import { shortCount } from '../harness/sizes.ts'
import type { TpcB } from '../harness/tpc-b.ts'
import { benchWorld, environmentOf } from '../harness/world.ts'
import { asRequests, postStorm } from './post-storm.ts'

/** P4. A storm of payment notices over HTTP, with repeats and out of order, beside the same by hand. */
export const storm: Scenario = { id: 'P4', name: 'storm', run }

const connections = 32
/** Of the pool of either server: as many as TPC-B has clients. */
const databaseConnections = 8
const repeatedShare = 0.3
const communities = 10
const openMonths = 5

interface Measure {
  readonly perSecond: number
  readonly p99Ms: number
}

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  const books = (orders: number) => {
    const households = Math.ceil(sizes.ordersFew / communities)
    const paidMonths = Math.round(orders / (households * communities)) - 1
    return server.prepare(`orders_${orders}`, (client) =>
      fillBillsAndOrders(client, { communities, households, paidMonths, openMonths, merchant }),
    )
  }
  say(`preparing ${sizes.ordersFew} and ${sizes.ordersMany} orders`)
  const [few, many] = [await books(sizes.ordersFew), await books(sizes.ordersMany)]
  const tpcB = await bench.tpcB()

  const contestant = (script: string, prepared: BenchDatabase) => () =>
    server.onCopyOf(prepared, (database) => withstand(script, database, merchant, sizes.posts))
  say('posting')
  const transacting = (branches: keyof TpcB['runs']) => async () => ({
    perSecond: await tpcB.runs[branches](databaseConnections, sizes.posts),
    p99Ms: 0,
  })
  const measures = await alternate<Measure>([
    contestant('bare-server.ts', few),
    transacting('oneBranch'),
    transacting('manyBranches'),
    contestant('notify-server.ts', few),
    contestant('notify-server.ts', many),
  ])
  const [bare = 0, oneBranch = 0, manyBranches = 0, ours = 0, oursOfMany = 0] = measures.map((each) =>
    median(each.map((measure) => measure.perSecond)),
  )
  const [, , , p99 = 0, p99OfMany = 0] = measures.map((each) => median(each.map((measure) => measure.p99Ms)))
  await Promise.all([few, many].map(server.drop))

  const size = `${shortCount(sizes.posts)} posts, ${shortCount(sizes.ordersFew)} orders`
  const growth = `${shortCount(sizes.ordersFew)} → ${shortCount(sizes.ordersMany)} orders`
  const what = `notices over HTTP, ${repeatedShare * 100} % repeated; floor:`
  const p4 = { id: 'P4', size, system: ours, unit: 'per s' }
  const slowness = { ...p4, system: p99, unit: 'ms' }
  return [
    compare({ ...p4, what: `${what} node:http and SQL by hand`, floor: bare, aim: atLeast(0.8) }),
    compare({
      ...p4,
      what: `${what} ${tpcB.words.oneBranch}, 8 clients`,
      floor: oneBranch,
      aim: atLeast(0.85),
    }),
    compare({ ...p4, what: `${what} ${tpcB.words.manyBranches}, 8 clients`, floor: manyBranches, aim: null }),
    compare({
      ...slowness,
      what: `p99 of a notice, ${connections} at once; floor: the limit`,
      floor: 100,
      aim: atMost(1),
    }),
    compare({
      ...slowness,
      what: 'p99 of a notice as orders grow',
      size: growth,
      floor: p99,
      system: p99OfMany,
      aim: atMost(1.25),
    }),
    compare({
      ...p4,
      what: 'notices as orders grow',
      size: growth,
      floor: ours,
      system: oursOfMany,
      aim: atLeast(0.8),
    }),
  ]
}

/** Warms a server up with orders of their own, storms it, and looks whether the books are right. */
async function withstand(
  script: string,
  database: BenchDatabase,
  merchant: Merchant,
  posts: number,
): Promise<Measure> {
  const once = Math.round(posts * (1 - repeatedShare))
  const warming = Math.round(posts / 5)
  const orders = await waitingOrdersOf(database, once + warming)
  const notices = await signedNotices(merchant, orders)
  const requests = asRequests(notices, `${notifyPath}${merchant.mchid}`)
  const stormy = shuffled([...requests.slice(0, once), ...requests.slice(0, posts - once)])

  const environment = environmentOf(database.appUrl, merchant)
  const server = await startProcess<object, number>(join(import.meta.dirname, script), {
    environment,
    connections: databaseConnections,
    merchant,
  })
  try {
    await postStorm(server.output, requests.slice(once), connections)
    const { perSecond, latenciesMs } = await postStorm(server.output, stormy, connections)
    const world = benchWorld(environment, 2)
    await requireSettled(database, world, orders)
    await world.database.close()
    return { perSecond, p99Ms: quantile(latenciesMs, 0.99) }
  } finally {
    await server.stop()
  }
}
