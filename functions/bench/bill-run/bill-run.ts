import { join } from 'node:path'
import { fillPricedHomes } from '../books/priced-homes.ts'
import { requireBilled } from '../books/require-billed.ts'
import { alternate, median, timed } from '../harness/alternate.ts'
import { atLeast, atMost, type Comparison, compare } from '../harness/comparison.ts'
import { runProcess } from '../harness/in-process.ts'
import type { Merchant } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import type { BenchDatabase } from '../harness/server.ts'
import { shortCount } from '../harness/sizes.ts'
import { benchWorld, environmentOf } from '../harness/world.ts'
import { billByHand, billOneByOne } from './bill-by-hand.ts'
import type { BilledMonth, BillMonth } from './run-bills.ts'

/** P1. One month of three kinds of fee for every home, beside one INSERT … SELECT and beside a loop. */
export const billRun: Scenario = { id: 'P1', name: 'bill-run', run }

const feesEach = 3
const memoryMbMax = 200

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  const { households, householdsTenth, rowsOneByOne } = sizes
  say(`preparing ${householdsTenth} and ${households} homes`)
  const homes = (count: number) =>
    server.prepare(`homes_${count}`, (client) => fillPricedHomes(client, merchant, count))
  const [tenth, whole] = [await homes(householdsTenth), await homes(households)]

  const byHand = () =>
    server.onCopyOf(whole, async (database) => {
      const ms = await timed(() => billByHand(database))
      await requireRight(database, merchant)
      return { firstMs: ms, againMs: 0, peakMemoryMb: 0 }
    })
  const oneByOne = () =>
    server.onCopyOf(tenth, async (database) => {
      const ms = await timed(() => billOneByOne(database, rowsOneByOne))
      return { firstMs: ms, againMs: 0, peakMemoryMb: 0 }
    })
  const system = (prepared: BenchDatabase) => () =>
    server.onCopyOf(prepared, (database) => billTwice(database, merchant))
  say('billing')
  const measures = await alternate([byHand, system(whole), system(tenth), oneByOne])
  await Promise.all([tenth, whole].map(server.drop))

  const of = (at: number, figure: 'firstMs' | 'againMs' | 'peakMemoryMb') =>
    median((measures[at] ?? []).map((measure) => measure[figure]))
  const seconds = (at: number) => of(at, 'firstMs') / 1_000
  const chargesPerSecond = (households * feesEach) / seconds(1)
  const size = `${shortCount(households)} homes`
  const growth = `${shortCount(householdsTenth)} → ${shortCount(households)} homes`
  const p1 = { id: 'P1', size }
  return [
    compare({
      ...p1,
      what: 'bill a month, three fees; floor: one INSERT … SELECT',
      floor: seconds(0),
      system: seconds(1),
      unit: 's',
      aim: atMost(1.5),
    }),
    compare({
      ...p1,
      what: `bill a month; floor: charge by charge (${shortCount(rowsOneByOne)} of them)`,
      floor: rowsOneByOne / seconds(3),
      system: chargesPerSecond,
      unit: 'charges/s',
      aim: atLeast(20),
    }),
    compare({
      ...p1,
      what: 'bill a month as homes grow',
      size: growth,
      floor: seconds(2),
      system: seconds(1),
      unit: 's',
      aim: atMost(11),
    }),
    compare({
      ...p1,
      what: 'bill the same month again: no row',
      floor: of(1, 'firstMs') / 1_000,
      system: of(1, 'againMs') / 1_000,
      unit: 's',
      aim: atMost(0.25),
    }),
    compare({
      ...p1,
      what: `peak memory of the function; floor: the limit`,
      floor: memoryMbMax,
      system: of(1, 'peakMemoryMb'),
      unit: 'MB',
      aim: atMost(1),
    }),
    compare({
      ...p1,
      what: 'peak memory as homes grow',
      size: growth,
      floor: of(2, 'peakMemoryMb'),
      system: of(1, 'peakMemoryMb'),
      unit: 'MB',
      aim: atMost(1.1),
    }),
  ]
}

async function billTwice(database: BenchDatabase, merchant: Merchant): Promise<BilledMonth> {
  const environment = environmentOf(database.appUrl, merchant)
  const billed = await runProcess<BillMonth, BilledMonth>(join(import.meta.dirname, 'run-bills.ts'), {
    environment,
  })
  if (billed.chargesAgain !== 0) throw new Error(`billed again, it wrote ${billed.chargesAgain} charges`)
  await requireRight(database, merchant)
  return billed
}

async function requireRight(database: BenchDatabase, merchant: Merchant): Promise<void> {
  const world = benchWorld(environmentOf(database.appUrl, merchant), 1)
  await requireBilled(database, world)
  await world.database.close()
}
