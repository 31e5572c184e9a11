import { cellText, isNothing, lineText, plainText } from '../cells/cell-text.ts'
import { columnNames, type Field, isNoteWord, isTotalWord } from '../column-names.ts'
import type { RejectedRow, RowWarning } from '../roll-rows.ts'
import type { Header } from '../sheets/find-header.ts'
import type { Cell, SheetRow } from '../workbook/cell.ts'
import { type Facts, type RowDoubt, type RowFault, rowDoubts, rowFaults, sayWith } from './row-faults.ts'

/** One row of a table, seen through the names of its columns. */
export interface RowView {
  readonly sheet: string
  readonly rowNumber: number
  /** The building that the sheet's own name tells, for tables without a column for it. */
  readonly sheetBuilding: string
  readonly has: (field: Field) => boolean
  /** The cell, or undefined when it is empty or holds a mark for "nothing". */
  readonly cell: (field: Field) => Cell | undefined
  /** What the cell shows, the marks for "nothing" too. */
  readonly shown: (field: Field) => string
  /** Whether the cell is one with cells of other rows. */
  readonly isShared: (field: Field) => boolean
  readonly header: Header
}

/** Something said about a cell of the row; the row is kept, or not. */
export interface Fault {
  readonly why: RowFault
  readonly field: Field
  readonly facts?: Facts
}
export interface Doubt {
  readonly why: RowDoubt
  readonly field: Field
  readonly facts?: Facts
}

/**
 * What merged cells pass on to the rows below their first. Not what is counted: an area or an amount over two rows
 * belongs to neither alone.
 */
const passedOn: ReadonlySet<Field> = new Set([
  ...(['building', 'unit', 'room', 'ownerName', 'phone', 'otherPhone', 'usage', 'rate'] as const),
  ...(['handoverDate', 'feeItem', 'period', 'periodFrom', 'periodTo'] as const),
])

/** `shared` holds the columns in which this row is part of a merged cell, with that cell's content. */
export function rowView(
  table: { readonly sheet: string; readonly sheetBuilding: string; readonly header: Header },
  row: SheetRow,
  shared: ReadonlyMap<number, Cell | undefined>,
): RowView {
  const column = (field: Field) => table.header.columns.get(field) ?? 0
  const content = (field: Field) =>
    row.cells.get(column(field)) ?? (passedOn.has(field) ? shared.get(column(field)) : undefined)
  return {
    ...table,
    rowNumber: row.rowNumber,
    has: (field) => table.header.columns.has(field),
    cell: (field) => (isNothing(content(field)) ? undefined : content(field)),
    shown: (field) => cellText(content(field)),
    isShared: (field) => shared.has(column(field)),
  }
}

export const text = (view: RowView, field: Field): string => lineText(view.cell(field))

/** Whether a row of the table is none of its data: a total, the header or title again, a note, nothing we read. */
export function isAside(row: SheetRow, header: Header): boolean {
  const known = [...header.columns].filter(([, column]) => row.cells.has(column))
  if (known.length === 0) return true
  // Beside a home the word may be part of a remark; without one it can only head a line of sums.
  const cellOf = (field: Field) => row.cells.get(header.columns.get(field) ?? 0)
  const [first] = row.cells.values()
  const heads = cellOf('room')
    ? [first, ...(['building', 'unit', 'room', 'ownerName', 'feeItem'] as const).map(cellOf)]
    : [...row.cells.values()]
  if (heads.some((cell) => isTotalWord(plainText(cell)))) return true
  const repeated = known.filter(
    ([field, column]) => cellText(row.cells.get(column)) === header.names.get(field),
  )
  if (repeated.length >= 2 && repeated.length * 2 >= known.length) return true
  return row.cells.size === 1 && (isNoteWord(plainText(first)) || header.titles.includes(plainText(first)))
}

export const rejectedRow = (view: RowView, fault: Fault): RejectedRow => ({
  ...place(view, fault.field),
  why: fault.why,
  reason: sayWith(rowFaults[fault.why], { ...place(view, fault.field), ...fault.facts }),
})

export const rowWarning = (view: RowView, doubt: Doubt): RowWarning => ({
  ...place(view, doubt.field),
  why: doubt.why,
  reason: sayWith(rowDoubts[doubt.why], { ...place(view, doubt.field), ...doubt.facts }),
})

const place = (view: RowView, field: Field) => ({
  sheet: view.sheet,
  row: view.rowNumber,
  column: view.header.names.get(field) ?? columnNames[field][0] ?? '',
  value: view.shown(field),
})
