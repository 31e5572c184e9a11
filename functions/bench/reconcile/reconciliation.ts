import { join } from 'node:path'
import { fillPaidDay } from '../books/paid-day.ts'
import { requireFound } from '../books/require-found.ts'
import { alternate, median, timed } from '../harness/alternate.ts'
import { atMost, type Comparison, compare } from '../harness/comparison.ts'
import { runProcess } from '../harness/in-process.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import type { BenchDatabase } from '../harness/server.ts'
import { shortCount } from '../harness/sizes.ts'
import { environmentOf } from '../harness/world.ts'
import { type BillFiles, writeBill } from './bill-files.ts'
import { reconcileByHand } from './reconcile-by-hand.ts'
import type { BillDay, ReconciledDay } from './run-reconcile.ts'

/** P11. The bill of a day with planted faults: taken in, compared both ways, every fault found and none invented. */
export const reconciliation: Scenario = { id: 'P11', name: 'reconcile', run }

const faults = 37

async function run(bench: Bench): Promise<Comparison[]> {
  const { sizes, say } = bench
  const [server, merchant] = [await bench.server(), await bench.merchant()]
  const { billLines, billLinesTenth } = sizes
  say(`preparing books and bills of ${billLinesTenth} and ${billLines} trades`)
  const prepare = async (count: number) => ({
    bill: await writeBill(count, faults),
    books: await server.prepare(`paid_day_${count}`, (client) => fillPaidDay(client, merchant, count)),
  })
  const [few, many] = [await prepare(billLinesTenth), await prepare(billLines)]

  const measured =
    (
      { books, bill }: { books: BenchDatabase; bill: BillFiles },
      work: (database: BenchDatabase) => Promise<ReconciledDay>,
    ) =>
    () =>
      server.onCopyOf(books, async (database) => {
        const done = await work(database)
        await requireFound(database, bill.lines, bill.planted)
        return done
      })
  const byHand = (database: BenchDatabase) =>
    timed(() => reconcileByHand(database, merchant.mchid, many.bill.plain)).then((ms) => ({
      ms,
      peakMemoryMb: 0,
    }))
  const system =
    ({ packed, sha1 }: BillFiles) =>
    (database: BenchDatabase) =>
      runProcess<BillDay, ReconciledDay>(join(import.meta.dirname, 'run-reconcile.ts'), {
        environment: environmentOf(database.appUrl, merchant),
        packed,
        sha1,
      })
  say('reconciling')
  const measures = await alternate([
    measured(many, byHand),
    measured(many, system(many.bill)),
    measured(few, system(few.bill)),
  ])
  for (const { books, bill } of [few, many]) {
    await server.drop(books)
    await bill.remove()
  }

  const of = (at: number, figure: keyof ReconciledDay) =>
    median((measures[at] ?? []).map((measure) => measure[figure]))
  return [
    compare({
      id: 'P11',
      what: `reconcile a day, ${faults} planted faults; floor: COPY and FULL JOIN`,
      size: `${shortCount(billLines)} lines`,
      floor: of(0, 'ms') / 1_000,
      system: of(1, 'ms') / 1_000,
      unit: 's',
      aim: atMost(1.5),
    }),
    compare({
      id: 'P11',
      what: 'peak memory as the bill grows',
      size: `${shortCount(billLinesTenth)} → ${shortCount(billLines)} lines`,
      floor: of(2, 'peakMemoryMb'),
      system: of(1, 'peakMemoryMb'),
      unit: 'MB',
      aim: atMost(1.25),
    }),
  ]
}
