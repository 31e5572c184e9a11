import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const rows = 150_000
/** A reader that kept the rows, or the file of 43 MB, would need several times this. */
const heapMegabytes = 32

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
  const before = process.memoryUsage.rss()
  let count = 0
  for await (const row of readTradeBill(bytes())) count += 1
  const grownMegabytes = Math.round(process.resourceUsage().maxRSS / 1024 - before / 1024 / 1024)
  console.log([count, grownMegabytes].join())`

it(`reads ${rows} rows in little memory`, { timeout: 120_000 }, () => {
  const heap = [`--max-old-space-size=${heapMegabytes}`, '--max-semi-space-size=4']
  const run = spawnSync(
    process.execPath,
    [...heap, '--input-type=module-typescript', '-e', reader, String(rows)],
    { encoding: 'utf8' },
  )
  expect(run.stderr).toBe('')
  const [count, grownMegabytes] = run.stdout.split(',').map(Number)
  expect(count).toBe(rows)
  expect(grownMegabytes).toBeLessThan(80)
})
