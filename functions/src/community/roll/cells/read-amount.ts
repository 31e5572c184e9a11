import { type Fen, fen, parseYuan } from '@anjiao/shared/money'
import type { Cell } from '../workbook/cell.ts'
import { plainText } from './cell-text.ts'
import { formatDecimal, scaled, type Unreadable } from './decimal.ts'

/** Reads a cell as an amount in yuan: a number, or text such as `1,234.50`, `¥88`, `８８元`. */
export function readAmount(cell: Cell): Fen | Unreadable {
  const text = cell.kind === 'number' ? formatDecimal(cell.number) : plainText(cell)
  const amount = parseYuan(text)
  if (amount !== undefined) return amount
  const found = scaled(
    text
      .replace(/^([-+]?)¥/, '$1')
      .replace(/元$/, '')
      .replaceAll(',', ''),
    2,
  )
  return typeof found === 'number' ? fen(found) : found
}
