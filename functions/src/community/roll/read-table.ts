import { Refusal } from '../../platform/refusal.ts'
import { buildingOfSheet } from './cells/read-room.ts'
import type { RollEvent } from './roll-rows.ts'
import { checkArrearsRow, type KnownHome } from './rows/check-arrears-row.ts'
import { checkRegisterRow } from './rows/check-register-row.ts'
import type { Homes } from './rows/homes.ts'
import { owesNothing } from './rows/read-arrears-amounts.ts'
import { isFault, readHome } from './rows/read-home.ts'
import { isAside, type RowView, rejectedRow, rowView } from './rows/row-view.ts'
import { sharedCells } from './rows/shared-cells.ts'
import type { Table } from './sheets/survey-sheets.ts'
import { mergedCells } from './workbook/merged-cells.ts'
import { sheetRows } from './workbook/sheet-rows.ts'
import type { Workbook } from './workbook/workbook.ts'

/** What the tables of one roll share. */
export interface Reading {
  readonly homes: Homes
  readonly isKnownHome: KnownHome
  /** Rows that may still be read, of how many. */
  readonly budget: { rows: number; readonly limit: number }
}

/** Reads the rows of one sheet below its header. */
export async function* readTable(
  workbook: Workbook,
  table: Table,
  reading: Reading,
): AsyncGenerator<RollEvent> {
  const { sheet, header } = table
  const merges = await mergedCells(sheet, workbook.columns)
  const sharedBy = sharedCells(merges, header.columns.values())
  const named = { sheet: sheet.name, sheetBuilding: buildingOfSheet(sheet.name), header }
  for await (const row of sheetRows(workbook, sheet)) {
    if (row.rowNumber <= header.rowNumber) continue
    const shared = sharedBy(row)
    if (isAside(row, header)) continue
    if (reading.budget.rows-- <= 0) {
      throw new Refusal('roll-too-many-rows', { sheet: sheet.name, limit: reading.budget.limit })
    }
    yield* readRow(rowView(named, row, shared), table, reading)
  }
}

function* readRow(view: RowView, { roles }: Table, { homes, isKnownHome }: Reading): Generator<RollEvent> {
  const room = readHome(view)
  if (isFault(room)) {
    yield { kind: 'rejected', rejected: rejectedRow(view, room) }
    return
  }
  if (roles.includes('register')) {
    const events = checkRegisterRow(view, room, homes, roles.includes('arrears'))
    yield* events
    if (events.some(({ kind }) => kind === 'rejected') || !roles.includes('arrears') || owesNothing(view))
      return
  }
  yield* checkArrearsRow(view, room, homes, isKnownHome)
}
