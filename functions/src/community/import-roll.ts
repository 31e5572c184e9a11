import type { RollDifference, RollSummary } from '@anjiao/shared/contract/community'
import type { Fen } from '@anjiao/shared/money'
import { bindKnownOwners } from '../identity/index.ts'
import type { Ctx } from '../platform/context.ts'
import { type RollSource, readRoll } from './roll/index.ts'
import { type StagedRoll, stageRoll } from './stage-roll.ts'
import { takeInCharges } from './take-in-charges.ts'
import { takeInFeeItems } from './take-in-fee-items.ts'
import { takeInHomes } from './take-in-homes.ts'
import { takeInPrices } from './take-in-prices.ts'

/** What one roll comes to: the figures of the file, and what it changes here. */
export interface ImportedRoll
  extends Omit<RollSummary, 'rejectedTotal' | 'warningsTotal' | 'differencesTotal'> {
  readonly sha256: string
}

/**
 * Takes a property company's roll in: homes, owners, prices and opening charges, whole or not at all. The same file again
 * changes nothing; a changed one changes what differs and tells it. A preview is this very function with its
 * transaction rolled back, so it can say nothing else than what confirming does.
 */
export async function importRoll(ctx: Ctx, source: RollSource): Promise<ImportedRoll> {
  await queue(ctx)
  const known = await knownHomes(ctx)
  const staged = await stageRoll(ctx, readRoll(source, { isKnownHome: (key) => known.has(key) }))
  const homes = await takeInHomes(ctx)
  await ctx.tx.execute('analyze room, household')
  await bindKnownOwners(ctx)
  const prices = await takeInPrices(ctx, await takeInFeeItems(ctx))
  await ctx.tx.execute('analyze room_fee')
  const charges = await takeInCharges(ctx, `opening:${staged.head.sha256}:${ctx.now.toISOString()}`)
  const conflicts = await conflictingRows(ctx, staged)
  const differences: RollDifference[] = [...homes.differences, ...prices, ...charges.differences]
  return {
    sha256: staged.head.sha256,
    ...(await figures(ctx)),
    rejected: [...staged.rejected, ...conflicts],
    warnings: staged.warnings,
    newHouseholds: homes.newHouseholds,
    newCharges: charges.newCharges,
    differences,
  }
}

/** Rolls of one community one after the other: each is compared with what the one before it left. */
async function queue({ tx, community }: Ctx): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtext('roll'), ${community})`
}

async function knownHomes({ tx, community }: Ctx): Promise<ReadonlySet<string>> {
  const rooms = await tx.rows<{ key: string }>`select key from room where community_id = ${community}`
  return new Set(rooms.map((room) => room.key))
}

type Figures = Pick<
  ImportedRoll,
  'community' | 'households' | 'householdsInArrears' | 'charges' | 'arrearsFen' | 'byFeeItemFen'
>

/** Of the rows of the file that were accepted, whether they are new or not. */
async function figures({ tx, community }: Ctx): Promise<Figures> {
  const sums = await tx.one<Omit<Figures, 'byFeeItemFen'>>`
    select (select name from community where id = ${community}) as community,
           (select count(*) from roll_home) as households,
           count(distinct key) filter (where owed_fen > 0) as households_in_arrears,
           count(*) as charges, coalesce(sum(owed_fen), 0)::bigint as arrears_fen
      from roll_arrears where fault is null`
  const items = await tx.rows<{ feeItem: string; owedFen: Fen }>`
    select fee_item, sum(owed_fen)::bigint as owed_fen from roll_arrears where fault is null
     group by fee_item order by min(ordinal)`
  return { ...sums, byFeeItemFen: Object.fromEntries(items.map((item) => [item.feeItem, item.owedFen])) }
}

const conflictReasons: Readonly<Record<string, string>> = {
  'charge was paid on since': '这笔欠费导入后已有缴费或变动，不能再按文件改金额。请在系统里核对这一户。',
  'period overlaps a charge': '系统里这一户已有同一收费项目、期间重叠的账单，会重复收费。请核对期间。',
  'owner changed within the period': '这段时间内业主有变更，请按过户日期拆成两行。',
  'period overlaps the same fee by another name':
    '文件里这一户的同一收费项目（另一种叫法）已有重叠的期间，会重复收费。请核对后删去一行。',
}

/** Rows that contradict what is stored, told like the faults of a row. */
async function conflictingRows({ tx }: Ctx, { head }: StagedRoll): Promise<RollSummary['rejected']> {
  const rows = await tx.rows<{ sheet: string; row: number; why: string; value: string }>`
    select sheet, row_number as row, fault as why, fault_value as value from roll_arrears
     where fault is not null order by ordinal`
  return rows.map((row) => ({
    ...row,
    column: columnOf(head, row),
    reason: conflictReasons[row.why] ?? row.why,
  }))
}

function columnOf(head: StagedRoll['head'], { sheet, why }: { sheet: string; why: string }): string {
  const columns = head.sheets.find((each) => each.sheet === sheet)?.columns ?? []
  const fields = why !== 'charge was paid on since' ? ['period', 'periodFrom'] : ['owed']
  return columns.find((column) => fields.includes(column.field))?.name ?? ''
}
