/** `npm run import -- FILE [--preview] [--json] [--community NAME] [--company NAME]`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { formatYuan } from '@anjiao/shared/money'
import { refusalSentence } from '@anjiao/shared/refusals'
import type { ImportedRoll } from '../../community/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { importFile } from '../import-file.ts'
import { commandWorld } from './command-world.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preview: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    community: { type: 'string' },
    company: { type: 'string' },
  },
})
const [path] = positionals
if (!path) {
  console.error(
    '用法：npm run import -- 文件.xlsx [--preview] [--json] [--community 小区] [--company 物业公司]',
  )
  process.exit(2)
}

const { world, close } = await commandWorld()
try {
  const roll = await importFile(world, { path: resolve(process.env.INIT_CWD ?? '.', path), ...values })
  if (values.json) console.log(JSON.stringify(forMachines(roll), null, 2))
  else print(roll)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  if (values.json)
    console.log(
      JSON.stringify(
        { error: { code: error.code, message: refusalSentence(error.code, error.facts) } },
        null,
        2,
      ),
    )
  else console.error(refusalSentence(error.code, error.facts))
  process.exitCode = 1
} finally {
  await close()
}

function forMachines({ sha256: _, ...roll }: ImportedRoll) {
  return roll
}

function print(roll: ImportedRoll): void {
  console.log(
    `${roll.community}：${roll.households} 户，其中 ${roll.householdsInArrears} 户欠费；${roll.charges} 笔，共 ¥${formatYuan(roll.arrearsFen)}`,
  )
  for (const [item, owed] of Object.entries(roll.byFeeItemFen)) console.log(`  ${item}  ¥${formatYuan(owed)}`)
  console.log(values.preview ? '这是预览，没有写入任何内容。确认导入会：' : '已导入：')
  console.log(
    `  新增 ${roll.newHouseholds} 户、${roll.newCharges} 笔账单，更新 ${roll.differences.length} 处`,
  )
  for (const { room, what, before, after } of roll.differences)
    console.log(`  ${room} ${what}：${before || '（空）'} → ${after || '（空）'}`)
  for (const { sheet, row, reason } of roll.rejected) console.log(`未导入  ${sheet} 第 ${row} 行：${reason}`)
  for (const { sheet, row, reason } of roll.warnings) console.log(`请核对  ${sheet} 第 ${row} 行：${reason}`)
}
