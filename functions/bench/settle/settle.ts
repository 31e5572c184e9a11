import { randomUUID } from 'node:crypto'
import { type Fen, fen } from '@anjiao/shared/money'
import { type PaidFact, settlePaidOrder } from '../../src/payments/index.ts'
import { fillBillsAndOrders } from '../books/bills-and-orders.ts'
import { requireSettled } from '../books/require-settled.ts'
import { waitingOrdersOf } from '../books/waiting-orders.ts'
import { alternate, median } from '../harness/alternate.ts'
import { perSecond } from '../harness/clients.ts'
import { atLeast, type Comparison, compare } from '../harness/comparison.ts'
import { connected } from '../harness/connected.ts'
import { benchTime, type Merchant, transactionIdOf, type WaitingOrder } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import type { BenchDatabase } from '../harness/server.ts'
import { shortCount } from '../harness/sizes.ts'
import { benchWorld, environmentOf } from '../harness/world.ts'

/** P5. A payment to its one to five charges, by more and more clients, beside TPC-B and a bare insert. */
export const settle: Scenario = { id: 'P5', name: 'settle', run }

const clientsTried = [1, 8, 32]
const hotClients = 8
const coldCommunities = 50

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  const books = (communities: number) =>
    server.prepare(`communities_${communities}`, (client) =>
      fillBillsAndOrders(client, {
        communities,
        households: Math.ceil(sizes.settlements / communities),
        paidMonths: 2,
        openMonths: 5,
        merchant,
      }),
    )
  say('preparing books and TPC-B')
  const [cold, hot] = [await books(coldCommunities), await books(1)]
  const tpcB = await bench.tpcB()
  const settling = (prepared: BenchDatabase, clients: number) => () =>
    server.onCopyOf(prepared, (database) => settleAll(database, merchant, clients, sizes.settlements))

  const found: Comparison[] = []
  for (const clients of clientsTried) {
    say(`${clients} clients`)
    const rates = await alternate([
      () => tpcB.runs.oneBranch(clients, sizes.settlements),
      () => tpcB.runs.manyBranches(clients, sizes.settlements),
      () => server.onCopyOf(cold, (database) => insertAll(database, clients, sizes.settlements)),
      settling(cold, clients),
    ])
    const [oneBranch = 0, manyBranches = 0, inserts = 0, system = 0] = rates.map(median)
    const figures = {
      id: 'P5',
      size: `${shortCount(sizes.settlements)}, ${clients} clients`,
      system,
      unit: 'per s',
    }
    const what = 'settle over 1–5 charges; floor:'
    found.push(
      compare({
        ...figures,
        what: `${what} ${tpcB.words.oneBranch}`,
        floor: oneBranch,
        aim: clients > 1 ? atLeast(3) : null,
      }),
      compare({ ...figures, what: `${what} ${tpcB.words.manyBranches}`, floor: manyBranches, aim: null }),
      compare({ ...figures, what: `${what} one-row insert and commit`, floor: inserts, aim: null }),
    )
  }
  say('one hot community')
  const rates = await alternate([settling(cold, hotClients), settling(hot, hotClients)])
  const [coldRate = 0, hotRate = 0] = rates.map(median)
  await Promise.all([cold, hot].map(server.drop))
  return [
    ...found,
    compare({
      id: 'P5',
      what: `settle in one hot community; floor: in ${coldCommunities} cold ones`,
      size: `${shortCount(sizes.settlements)}, ${hotClients} clients`,
      floor: coldRate,
      system: hotRate,
      unit: 'per s',
      aim: atLeast(0.9),
    }),
  ]
}

async function settleAll(
  database: BenchDatabase,
  merchant: Merchant,
  clients: number,
  count: number,
): Promise<number> {
  const world = benchWorld(environmentOf(database.appUrl, merchant), clients)
  try {
    const orders = await waitingOrdersOf(database, count)
    const facts = orders.map((order, at) => paidFact(merchant, order, at))
    const rate = await perSecond(clients, facts, (fact) => settlePaidOrder(world, fact, 'bench'))
    await requireSettled(database, world, orders)
    return rate
  } finally {
    await world.database.close()
  }
}

function paidFact({ mchid, appid }: Merchant, order: WaitingOrder, number: number): PaidFact {
  const amountFen: Fen = fen(order.amountFen)
  return {
    ...order,
    mchid,
    appid,
    amountFen,
    payerTotalFen: amountFen,
    transactionId: transactionIdOf(number),
    currency: 'CNY',
    paidAt: benchTime,
    eventId: randomUUID(),
  }
}

/** The least that can be made durable: one row, one commit. */
const insertAll = ({ appUrl }: BenchDatabase, clients: number, count: number): Promise<number> =>
  connected(appUrl, clients, (connections) =>
    perSecond(clients, Array(count).keys(), async (_, at) =>
      connections[at]?.query({
        name: 'insert',
        text: `insert into job_outbox (queue, payload, start_at) values ('payment-receipt', '{}', now())`,
      }),
    ),
  )
