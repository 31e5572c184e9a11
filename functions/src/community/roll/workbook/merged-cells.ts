import { damaged } from './damaged.ts'
import { columnOf } from './sheet-rows.ts'
import { unpack } from './unpack.ts'
import type { Sheet } from './workbook.ts'

/** Rows of one column that are one cell. */
export interface MergedRows {
  readonly from: number
  readonly to: number
}

/** A sheet with more merged cells than this has been drawn, not filled in; the rest of them are not followed. */
const mostMerges = 100_000
const longestTag = 1024 * 1024
const opening = /<(?:\w+:)?mergeCells\b/
const merge = /<(?:\w+:)?mergeCell\b[^>]*\bref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g

/**
 * Finds the cells of a sheet that are merged over several rows, by column, each list in order. They are told at the
 * end of a sheet's file, after all rows, which is why the sheet is gone through once before its rows are read; only
 * the bytes are searched, and the checksum is tried on the way, so a damaged sheet is known before any row is told.
 */
export async function mergedCells(
  sheet: Sheet,
  columns: number,
): Promise<ReadonlyMap<number, readonly MergedRows[]>> {
  const byColumn = new Map<number, MergedRows[]>()
  let found = 0
  let isOpen = false
  let rest = ''
  for await (const piece of unpack(sheet.part)) {
    // Addresses and element names are ASCII; one character a byte keeps a character cut in two harmless.
    const text = rest + piece.toString('latin1')
    isOpen ||= opening.test(text)
    const end = isOpen ? text.lastIndexOf('>') + 1 : Math.max(0, text.length - 64)
    const merges = isOpen && found < mostMerges ? text.slice(0, end).matchAll(merge) : []
    for (const [, left, top, right, bottom] of merges) {
      const rows = { from: Number(top), to: Number(bottom) }
      if (rows.to <= rows.from) continue
      const last = Math.min(columnOf(right) ?? 0, columns)
      for (let column = columnOf(left) ?? 1; column <= last && found < mostMerges; column++) {
        found++
        const sofar = byColumn.get(column)
        if (sofar) sofar.push(rows)
        else byColumn.set(column, [rows])
      }
    }
    rest = text.slice(end)
    if (rest.length > longestTag) throw damaged(sheet.part.name)
  }
  for (const rows of byColumn.values()) rows.sort((one, other) => one.from - other.from)
  return byColumn
}
