import type { Cell } from '../workbook/cell.ts'
import { formatDecimal } from './decimal.ts'
import { dayOfSerial } from './read-date.ts'

/** What people write to say that there is nothing to write. */
const nothing = /^(?:[-—–_/\\]+|无|暂无|空|null|n\/a)$/i

/** What a person sees in the cell, as one line: for messages, which quote it. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return ''
  if (cell.kind !== 'number') return cell.text.replace(/\s+/g, ' ').trim().slice(0, 100)
  return (cell.format === 'date' && dayOfSerial(cell.serial)) || formatDecimal(cell.number)
}

/** The text of a cell made comparable: full-width letters and digits made plain, spaces and invisible marks gone. */
export const plainText = (cell: Cell | undefined): string =>
  cell ? withoutSpaces(cell.kind === 'number' ? cellText(cell) : cell.text) : ''

/** The same for any text. */
export const withoutSpaces = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u200B-\u200D\u2060]/g, '')

/** Text for people, on one line, spaces inside kept single: names and remarks. Empty when the cell says "nothing". */
export function lineText(cell: Cell | undefined): string {
  if (isNothing(cell)) return ''
  const text = cell?.kind === 'text' ? cell.text : cellText(cell)
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060]+/g, ' ')
    .trim()
    .slice(0, 500)
}

/** Whether a cell is empty, or holds one of the marks that stand for it: `-`, `/`, `无`. */
export const isNothing = (cell: Cell | undefined): boolean => {
  const text = plainText(cell)
  return text === '' || nothing.test(text)
}
