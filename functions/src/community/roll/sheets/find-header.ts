import { cellText, withoutSpaces } from '../cells/cell-text.ts'
import { columnNames, type Field, fieldOf } from '../column-names.ts'
import type { SheetRow } from '../workbook/cell.ts'

/** 业主档案, or 欠费明细. A sheet may be both, with what a home owes beside its owner. */
export type Role = 'register' | 'arrears'

/** Where a sheet's table begins and what its columns hold. */
export interface Header {
  readonly rowNumber: number
  readonly columns: ReadonlyMap<Field, number>
  /** The columns' names as they stand in the file. */
  readonly names: ReadonlyMap<Field, string>
  /** Columns that hold nothing we know, by name. */
  readonly unused: readonly string[]
  /** The texts above the header: titles, who drew up the list. */
  readonly titles: readonly string[]
  /** What the sheet lacks for each role, as names of columns. A role without a lack can be read. */
  readonly lacks: Readonly<Record<Role, readonly string[]>>
}

/** Each entry: any of these columns will do (a list in a list: all of them together). */
const needs: Readonly<Record<Role, readonly (readonly (readonly Field[])[])[]>> = {
  register: [[['room']], [['ownerName']], [['area']]],
  arrears: [[['room']], [['feeItem']], [['period'], ['periodFrom', 'periodTo']], [['owed'], ['charged']]],
}

const fewestColumns = 3

/**
 * Finds the header among the first rows of a sheet: the row whose cells name the most columns we know; one that
 * makes the sheet readable goes before one that does not. A header may take two rows (`欠费期间` above `起` and
 * `止`). Undefined when no row looks like a header at all.
 */
export function findHeader(firstRows: readonly SheetRow[]): Header | undefined {
  const single = firstRows.map((row, at) => readHeader(row, firstRows.slice(0, at)))
  const double = firstRows.flatMap((row, at) => {
    const below = firstRows[at + 1]
    return below && isSecondRow(below) ? [readHeader(stacked(row, below), firstRows.slice(0, at))] : []
  })
  // Sorting keeps the order of equals: of two rows as good as each other, a single one, and the first, is taken.
  const worth = (header: Header) => header.columns.size + (isReadable(header) ? 100 : 0)
  return [...single, ...double]
    .filter((header) => header.columns.size >= fewestColumns)
    .toSorted((one, other) => worth(other) - worth(one))[0]
}

/** No row of data names two columns. */
const isSecondRow = (row: SheetRow) =>
  new Set([...row.cells.values()].map((cell) => fieldOf(cellText(cell))?.field).filter(Boolean)).size >= 2

const stacked = (upper: SheetRow, lower: SheetRow): SheetRow => ({
  rowNumber: lower.rowNumber,
  cells: new Map([...upper.cells, ...lower.cells]),
})

export const isReadable = ({ lacks }: Header): boolean =>
  lacks.register.length === 0 || lacks.arrears.length === 0

function readHeader(row: SheetRow, above: readonly SheetRow[]): Header {
  const found = new Map<Field, { column: number; rank: number; name: string }>()
  const unused: string[] = []
  for (const [column, cell] of row.cells) {
    const name = cellText(cell)
    const match = fieldOf(name)
    if (!match) unused.push(name)
    else if ((found.get(match.field)?.rank ?? Infinity) > match.rank) {
      const worse = found.get(match.field)
      if (worse) unused.push(worse.name)
      found.set(match.field, { column, rank: match.rank, name })
    } else unused.push(name)
  }
  const has = (field: Field) => found.has(field)
  return {
    rowNumber: row.rowNumber,
    columns: new Map([...found].map(([field, { column }]) => [field, column])),
    names: new Map([...found].map(([field, { name }]) => [field, name])),
    unused,
    titles: above.flatMap(({ cells }) => [...cells.values()].map((cell) => withoutSpaces(cellText(cell)))),
    lacks: { register: lacking('register', has), arrears: lacking('arrears', has) },
  }
}

const lacking = (role: Role, has: (field: Field) => boolean): string[] =>
  needs[role]
    .filter((ways) => !ways.some((way) => way.every(has)))
    .map((ways) => columnNames[ways[0]?.[0] ?? 'room'][0] ?? '')
