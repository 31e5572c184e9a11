import { createHash } from 'node:crypto'
import { type RollLimits, rollLimits } from './limits.ts'
import { readTable } from './read-table.ts'
import type { IgnoredSheet, RollEvent, RollHead, RowWarning } from './roll-rows.ts'
import { type Homes, homesOfRoll } from './rows/homes.ts'
import { rowDoubts, sayWith } from './rows/row-faults.ts'
import { communityIn } from './sheets/community-name.ts'
import { surveySheets, type Table } from './sheets/survey-sheets.ts'
import { gatherFile, type RollSource } from './workbook/gather-file.ts'
import { columnLetters } from './workbook/sheet-rows.ts'
import { openWorkbook, type Workbook } from './workbook/workbook.ts'

export interface RollOptions {
  readonly limits?: Partial<RollLimits>
  /** Homes registered before, by key: arrears of these are accepted although this file's register lacks them. */
  readonly isKnownHome?: (key: string) => boolean
}

/**
 * 读取业主档案与欠费明细. Reads a property company's Excel roll row by row, in memory that does not grow with its
 * rows but for an index of its homes. Rows that break a rule are told as rejected, with cell and reason, and the
 * reading goes on.
 *
 * Throws a Refusal when the file as a whole cannot be read: `too-large`, `roll-not-found`, `roll-not-readable`, `roll-not-xlsx`,
 * `roll-locked`, `roll-damaged`, `roll-unpacks-too-large`, `roll-too-complex`, `roll-no-sheet` before the head is
 * told; `roll-too-many-rows` and `roll-damaged` also later, so what was told must then be given up.
 */
export async function* readRoll(source: RollSource, options: RollOptions = {}): AsyncGenerator<RollEvent> {
  const limits = { ...rollLimits, ...options.limits }
  const file = await gatherFile(source, limits.fileBytes)
  const workbook = await openWorkbook(file, limits)
  const { tables, ignored } = await surveySheets(workbook)
  const head = headOf(file, tables, ignored)
  yield { kind: 'head', head }
  for (const warning of otherCommunities(head, tables)) yield { kind: 'warning', warning }
  yield* readTables(workbook, tables, homesOfRoll(), limits, options.isKnownHome)
}

/** Registers first, wherever they stand in the workbook: only then is it known which homes there are. */
async function* readTables(
  workbook: Workbook,
  tables: readonly Table[],
  homes: Homes,
  limits: RollLimits,
  isKnownHome: (key: string) => boolean = () => false,
): AsyncGenerator<RollEvent> {
  const budget = { rows: limits.rows, limit: limits.rows }
  for (const table of registersFirst(tables))
    yield* readTable(workbook, table, { homes, budget, isKnownHome })
}

const registersFirst = (tables: readonly Table[]) =>
  tables.toSorted((one, other) => Number(isRegister(other)) - Number(isRegister(one)))

const isRegister = ({ roles }: Table) => roles.includes('register')

const headOf = (file: Buffer, tables: readonly Table[], ignored: readonly IgnoredSheet[]): RollHead => ({
  sha256: createHash('sha256').update(file).digest('hex'),
  community: communityIn(registersFirst(tables).flatMap(({ header }) => header.titles)),
  sheets: tables.map(({ sheet, header, roles }) => ({
    sheet: sheet.name,
    roles,
    headerRow: header.rowNumber,
    columns: [...header.columns].map(([field, column]) => ({
      field,
      name: header.names.get(field) ?? '',
      letters: columnLetters(column),
    })),
    unused: header.unused,
  })),
  ignored,
})

function otherCommunities({ community }: RollHead, tables: readonly Table[]): RowWarning[] {
  return tables.flatMap(({ sheet, header }) => {
    const value = communityIn(header.titles)
    if (!value || !community || value === community) return []
    const place = { sheet: sheet.name, row: 1, column: '', value }
    const why = 'another community in the title'
    return [{ ...place, why, reason: sayWith(rowDoubts[why], { ...place, community }) }]
  })
}
