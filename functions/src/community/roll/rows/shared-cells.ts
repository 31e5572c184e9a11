import type { Cell, SheetRow } from '../workbook/cell.ts'
import type { MergedRows } from '../workbook/merged-cells.ts'

/** A column with merged cells: at which of them its rows stand, and what that one holds. */
interface Followed {
  readonly column: number
  readonly ranges: readonly MergedRows[]
  at: number
  content: Cell | undefined
}

/**
 * Follows the merged cells of a table while its rows pass by in order. For each row it tells the columns in which
 * the row is part of a merged cell, with the content of that cell, which only its first row has in the file.
 */
export function sharedCells(
  merges: ReadonlyMap<number, readonly MergedRows[]>,
  columns: Iterable<number>,
): (row: SheetRow) => ReadonlyMap<number, Cell | undefined> {
  const followed = [...columns].flatMap((column): Followed[] => {
    const ranges = merges.get(column)
    return ranges ? [{ column, ranges, at: 0, content: undefined }] : []
  })
  return (row) => {
    const shared = new Map<number, Cell | undefined>()
    for (const each of followed) {
      while ((each.ranges[each.at]?.to ?? Infinity) < row.rowNumber) {
        each.at++
        each.content = undefined
      }
      const range = each.ranges[each.at]
      if (!range || range.from > row.rowNumber) continue
      if (range.from === row.rowNumber) each.content = row.cells.get(each.column)
      shared.set(each.column, each.content)
    }
    return shared
  }
}
