import type { DebitLayout, LayoutField } from '@anjiao/shared/contract/debit-layouts'
import { fieldContents } from '@anjiao/shared/debit-layout'
import { Refusal } from '../../platform/refusal.ts'
import { type FileValues, type LineValues, readValue } from './file-values.ts'
import { bytesText } from './text-bytes.ts'

/** More lines than any batch has homes: the bound of a file. */
const linesMost = 20_000

/**
 * Reads a file as a layout says: what was written by one layout is read back by it. Refused as `debit-result-unreadable`, with
 * the line and what is wrong with it. Pure.
 */
export function readFile(layout: DebitLayout, bytes: Uint8Array): FileValues {
  const found = linesOf(bytes)
  const heads = layout.header.length > 0 ? 1 : 0
  const tails = layout.trailer.length > 0 ? 1 : 0
  if (found.length > linesMost) throw unreadable(linesMost, `超过 ${linesMost} 行`)
  if (found.length < heads + tails + 1) throw unreadable(found.length, '文件不完整，没有明细')
  const read = (fields: readonly LayoutField[], at: number): LineValues =>
    fields.length === 0
      ? {}
      : lineValues(layout, fields, { bytes: found[at] ?? new Uint8Array(), no: at + 1 })
  return {
    header: read(layout.header, 0),
    lines: found.slice(heads, found.length - tails).map((_, at) => read(layout.detail, heads + at)),
    trailer: read(layout.trailer, found.length - 1),
  }
}

const unreadable = (line: number, detail: string) => new Refusal('debit-result-unreadable', { line, detail })

const byteOrderMark = Buffer.of(0xef, 0xbb, 0xbf)

/** Neither GBK nor UTF-8 has these bytes inside a character. Empty lines at the end are none. */
function linesOf(bytes: Uint8Array): Buffer[] {
  const whole = Buffer.from(bytes)
  const text = whole.subarray(0, 3).equals(byteOrderMark) ? whole.subarray(3) : whole
  const lines: Buffer[] = []
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf(10, from)
    const to = next < 0 ? text.length : next
    lines.push(text.subarray(from, text[to - 1] === 13 && to > from ? to - 1 : to))
    from = to + 1
  }
  while (lines.at(-1)?.length === 0) lines.pop()
  return lines
}

interface FoundLine {
  readonly bytes: Uint8Array
  readonly no: number
}

function lineValues(layout: DebitLayout, fields: readonly LayoutField[], line: FoundLine): LineValues {
  const texts = layout.separator === null ? byWidth(layout, fields, line) : bySeparator(layout, fields, line)
  let values: LineValues = {}
  for (const [at, field] of fields.entries())
    values = { ...values, ...fieldValue(layout, field, texts[at] ?? '', line.no) }
  return values
}

function bySeparator(
  layout: DebitLayout,
  fields: readonly LayoutField[],
  { bytes, no }: FoundLine,
): string[] {
  const text = bytesText(bytes, layout.encoding)
  if (text === undefined) throw unreadable(no, '编码不对')
  const texts = text.split(layout.separator ?? '')
  if (texts.length !== fields.length) throw unreadable(no, `应有 ${fields.length} 项，有 ${texts.length} 项`)
  return texts
}

function byWidth(layout: DebitLayout, fields: readonly LayoutField[], { bytes, no }: FoundLine): string[] {
  const width = fields.reduce((sum, field) => sum + field.width, 0)
  // Editors cut off the blanks that end a line.
  const last = fields.at(-1)
  const mayBeCut = last?.padSide === 'right' && last.padWith === ' ' && bytes.length > width - last.width
  if (bytes.length !== width && !(mayBeCut && bytes.length < width))
    throw unreadable(no, `应有 ${width} 个字节，有 ${bytes.length} 个`)
  let from = 0
  return fields.map((field) => {
    const part = bytesText(bytes.subarray(from, from + field.width), layout.encoding)
    from += field.width
    if (part === undefined) throw unreadable(no, `“${fieldContents[field.content].label}”编码不对`)
    return part
  })
}

function fieldValue(layout: DebitLayout, field: LayoutField, text: string, no: number): LineValues {
  const { label } = fieldContents[field.content]
  const plain = text.trim()
  if (field.content === 'constant' && plain !== field.text)
    throw unreadable(no, `应是“${field.text}”，是“${plain.slice(0, 20)}”`)
  const values = readValue(field.content, plain, layout)
  if (!values) throw unreadable(no, `“${label}”是“${plain.slice(0, 20)}”`)
  return values
}
