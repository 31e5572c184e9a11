import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rawRow, rawWorkbook } from './testing/raw-workbook.ts'
import { zipOf } from './testing/zip-of.ts'

const homes = 50_000
/** What is alive while it reads, in MB, garbage not counted: the index of the homes and the texts. A reader that kept the rows would hold several times this. */
const aliveMegabytes = 60

function largeRoll(): Buffer {
  const register = [rawRow(1, '房号', '业主姓名', '联系电话', '建筑面积', '收费标准', '交房日期')]
  const arrears = [rawRow(1, '房号', '收费项目', '账期', '应收', '已收', '欠费')]
  for (let at = 0; at < homes; at++) {
    const room = `${(at % 50) + 1}-${(at % 3) + 1}-${100 + at}`
    const phone = `138${String(at).padStart(8, '0')}`
    register.push(rawRow(at + 2, room, `业主${at}`, phone, 80 + (at % 100) / 4, '2.20元', '2019年5月1日'))
    arrears.push(rawRow(at + 2, room, '物业服务费', '2025.01-2026.09', '¥1,234.50', 0, 1234.5))
  }
  const sheets = [
    { name: '欠费', data: arrears.join('') },
    { name: '档案', data: register.join('') },
  ]
  return zipOf(rawWorkbook({ sheets }))
}

const reader = `
  import { readRoll, summariseRoll } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
  const alive = () => {
    gc()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1024 / 1024
  }
  const before = alive()
  let [count, most] = [0, before]
  async function* watched(events) {
    for await (const event of events) {
      if (++count % 10_000 === 0) most = Math.max(most, alive())
      yield event
    }
  }
  const { households, charges, arrearsFen, rejected } = await summariseRoll(watched(readRoll(process.argv[1])))
  console.log([households, charges, arrearsFen, rejected.length, Math.round(most - before)].join())`

it(`reads ${homes} homes and as many charges in little memory`, { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'roll-'))
  try {
    const file = join(folder, 'large.xlsx')
    writeFileSync(file, largeRoll())
    const run = spawnSync(
      process.execPath,
      ['--expose-gc', '--input-type=module-typescript', '-e', reader, file],
      {
        encoding: 'utf8',
      },
    )
    expect(run.stderr).toBe('')
    const [households, charges, arrearsFen, rejected, grownMegabytes] = run.stdout.split(',').map(Number)
    expect([households, charges, arrearsFen, rejected]).toEqual([homes, homes, homes * 123450, 0])
    expect(grownMegabytes).toBeLessThan(aliveMegabytes)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
