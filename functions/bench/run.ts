/**
 * `npm run bench`: how fast the system is beside the shortest program that does the same, in one run on one machine.
 *
 *   npm run bench                         every scenario
 *   npm run bench -- storm crypto         some of them, by name or id
 *   npm run bench -- --size 1m            a million households and orders; `10k` for a quick look
 *   npm run bench -- --json               prints the results alone
 *
 * Results also go to bench-results.json. Of the figures only the ratios travel from machine to machine.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkout } from '../src/local/checkout.ts'
import { amongFailures } from './among-failures/among-failures.ts'
import { billRun } from './bill-run/bill-run.ts'
import { campaign } from './campaign/campaign.ts'
import { coldStart } from './cold-start/cold-start.ts'
import { crypto } from './crypto/crypto.ts'
import { readArguments } from './harness/arguments.ts'
import type { Comparison } from './harness/comparison.ts'
import { type Merchant, newMerchant } from './harness/merchant.ts'
import type { Bench, Scenario } from './harness/scenario.ts'
import { type BenchServer, startBenchServer } from './harness/server.ts'
import { sizesOf } from './harness/sizes.ts'
import { table } from './harness/table.ts'
import { prepareTpcB, type TpcB } from './harness/tpc-b.ts'
import { householdPage } from './household-page/household-page.ts'
import { miniProgram } from './mini-program/mini-program.ts'
import { plans } from './plans/plans.ts'
import { reconciliation } from './reconcile/reconciliation.ts'
import { settle } from './settle/settle.ts'
import { storm } from './storm/storm.ts'

const scenarios: readonly Scenario[] = [
  billRun,
  crypto,
  storm,
  settle,
  plans,
  campaign,
  amongFailures,
  householdPage,
  reconciliation,
  coldStart,
  miniProgram,
]

const { wanted, json, size } = readArguments(process.argv.slice(2))
const unknown = wanted.filter((each) => !scenarios.some(({ id, name }) => each === name || each === id))
if (unknown.length > 0) {
  console.error(
    `no scenario ${unknown.join(', ')}; there are ${scenarios.map(({ id, name }) => `${name} (${id})`).join(', ')}`,
  )
  process.exit(1)
}
const chosen = scenarios.filter(
  ({ id, name }) => wanted.length === 0 || wanted.includes(id) || wanted.includes(name),
)

let server: Promise<BenchServer> | undefined
let merchant: Promise<Merchant> | undefined
let tpcB: Promise<TpcB> | undefined
const theServer = (): Promise<BenchServer> => {
  server ??= startBenchServer()
  return server
}
const bench: Bench = {
  sizes: sizesOf(size),
  server: theServer,
  tpcB() {
    tpcB ??= theServer().then(prepareTpcB)
    return tpcB
  },
  merchant() {
    merchant ??= newMerchant()
    return merchant
  },
  say: (line) => console.error(`  ${line}`),
}

const stop = async () => (await server)?.stop()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(1)))
}

const found: Comparison[] = []
for (const scenario of chosen) {
  console.error(`${scenario.id} ${scenario.name}`)
  try {
    found.push(...(await scenario.run(bench)))
  } catch (error) {
    console.error(`${scenario.id} is void:`, error)
    process.exitCode = 1
  }
}
await stop()
const results = JSON.stringify(found, null, 2)
await writeFile(join(checkout, 'bench-results.json'), `${results}\n`)
console.log(json ? results : table(found))
