import type { Cell, NumberFormat, SheetRow } from './cell.ts'
import { damaged } from './damaged.ts'
import { parseXml, type XmlAttributes } from './parse-xml.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { xmlText } from './xml-text.ts'

/** A cell while it is being read: attributes and texts as the file has them. */
interface RawCell {
  readonly column: number
  readonly type: string
  readonly format: NumberFormat
  value: string | undefined
  formula: string | undefined
}

type Slot = 'value' | 'formula' | undefined

/**
 * Reads the rows of a sheet in order, a piece of the file at a time; rows without any content are left out.
 * Rows and cells that do not say where they are follow the one before (ECMA-376-1 18.3.1.4, 18.3.1.73).
 */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = []
  let rowNumber = 0
  let column = 0
  let cells: Map<number, Cell> | undefined
  let raw: RawCell | undefined
  let slot: Slot
  let isAid = false

  const begin = (attributes: XmlAttributes) => {
    column = columnOf(attributes.r) ?? column + 1
    const format = workbook.formats[Number(attributes.s ?? 0)] ?? 'plain'
    raw = { column, type: attributes.t ?? 'n', format, value: undefined, formula: undefined }
  }
  const finish = () => {
    if (raw && cells && raw.column <= workbook.columns) {
      const cell = cellOf(raw, workbook, sheet)
      if (cell) cells.set(raw.column, cell)
    }
    raw = undefined
  }

  const reading = parseXml(sheet.part, {
    open: (name, attributes) => {
      slot = undefined
      if (name === 'row') {
        rowNumber = Number.parseInt(attributes.r ?? '', 10) || rowNumber + 1
        column = 0
        cells = new Map()
      } else if (name === 'c' && cells) begin(attributes)
      else if (name === 'rPh') isAid = true
      else if (raw && (name === 'v' || (name === 't' && !isAid))) {
        slot = 'value'
        raw.value ??= ''
      } else if (raw && name === 'f') {
        slot = 'formula'
        raw.formula = ''
      }
    },
    text: (text) => {
      if (raw && slot) raw[slot] += text
    },
    close: (name) => {
      slot = undefined
      if (name === 'rPh') isAid = false
      else if (name === 'c') finish()
      else if (name === 'row' && cells) {
        if (cells.size > 0) ready.push({ rowNumber, cells })
        cells = undefined
      }
    },
  })
  for await (const _ of reading) {
    const rows = ready
    ready = []
    yield* rows
  }
  yield* ready
}

function cellOf(raw: RawCell, workbook: Workbook, sheet: Sheet): Cell | undefined {
  if (raw.value === undefined) {
    // Programs that write formulas without working them out leave no value behind.
    return raw.formula === undefined ? undefined : { kind: 'error', text: `=${raw.formula}` }
  }
  if (raw.type === 'e') return { kind: 'error', text: raw.value }
  if (raw.type === 's') {
    const text = workbook.texts[Number(raw.value)]
    if (text === undefined) throw damaged(sheet.part.name)
    return textCell(text)
  }
  if (raw.type === 'b') return textCell(raw.value === '1' ? 'TRUE' : 'FALSE')
  const number = Number(raw.value)
  if (raw.type !== 'n' || raw.value.trim() === '' || !Number.isFinite(number)) {
    return textCell(xmlText(raw.value))
  }
  return { kind: 'number', number, format: raw.format, serial: number + workbook.epochShift }
}

const textCell = (text: string): Cell | undefined => (text.trim() === '' ? undefined : { kind: 'text', text })

/** The number of a column from the address of a cell: A1 → 1, AB7 → 28. */
export function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(address ?? '')?.[0].toUpperCase()
  if (!letters) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** The letters of a column: 28 → AB. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
