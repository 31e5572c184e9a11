import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const rows = 150_000
/** What is alive while it reads, in MB, garbage not counted: how much of that there is depends on the machine. A reader that kept the rows, or the file of 43 MB, would hold more. */
const aliveMegabytes = 16

const reader = `
  import { readTradeBill } from ${JSON.stringify(join(import.meta.dirname, '../index.ts'))}
  import { manyTrades } from ${JSON.stringify(join(import.meta.dirname, '../testing/many-trades.ts'))}
  import { writtenTradeBill } from ${JSON.stringify(join(import.meta.dirname, '../testing/written-bill.ts'))}
  async function* bytes() {
    let text = ''
    for (const line of writtenTradeBill(manyTrades(Number(process.argv[1])))) {
      text += line
      if (text.length < 65_536) continue
      yield Buffer.from(text)
      text = ''
    }
    yield Buffer.from(text)
  }
  const alive = () => {
    gc()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1024 / 1024
  }
  const before = alive()
  let [count, most] = [0, before]
  for await (const row of readTradeBill(bytes())) if (++count % 10_000 === 0) most = Math.max(most, alive())
  console.log([count, Math.round(most - before)].join())`

it(`reads ${rows} rows in little memory`, { timeout: 120_000 }, () => {
  const run = spawnSync(
    process.execPath,
    ['--expose-gc', '--input-type=module-typescript', '-e', reader, String(rows)],
    { encoding: 'utf8' },
  )
  expect(run.stderr).toBe('')
  const [count, grownMegabytes] = run.stdout.split(',').map(Number)
  expect(count).toBe(rows)
  expect(grownMegabytes).toBeLessThan(aliveMegabytes)
})
