import type { DebitLayout, LayoutField } from '@anjiao/shared/contract/debit-layouts'
import { fieldContents } from '@anjiao/shared/debit-layout'
import { Refusal } from '../../platform/refusal.ts'
import { type FileValues, type LineValues, valueText } from './file-values.ts'
import { textBytes } from './text-bytes.ts'

/**
 * Writes a file as a layout says. Refused, with the line and the field by name, as `debit-field-too-long` when a value has
 * more bytes than its field, and `debit-field-unwritable` when it has a character that the encoding lacks, or one that
 * would be taken for the end of its field. Pure.
 */
export function writeFile(layout: DebitLayout, { header, lines, trailer }: FileValues): Uint8Array {
  const parts: Uint8Array[] = []
  const end = layout.lineEnd === 'crlf' ? Uint8Array.of(13, 10) : Uint8Array.of(10)
  const add = (fields: readonly LayoutField[], values: LineValues) => {
    if (fields.length === 0) return
    parts.push(lineBytes(layout, { fields, values, no: parts.length / 2 + 1 }), end)
  }
  add(layout.header, header)
  for (const values of lines) add(layout.detail, values)
  add(layout.trailer, trailer)
  return new Uint8Array(Buffer.concat(parts))
}

interface WrittenLine {
  readonly fields: readonly LayoutField[]
  readonly values: LineValues
  readonly no: number
}

function lineBytes(layout: DebitLayout, { fields, values, no }: WrittenLine): Uint8Array {
  const between = layout.separator === null ? [] : [Buffer.from(layout.separator, 'ascii')]
  return Buffer.concat(
    fields.flatMap((field, at) => [...(at > 0 ? between : []), fieldBytes(layout, field, values, no)]),
  )
}

function fieldBytes(layout: DebitLayout, field: LayoutField, values: LineValues, line: number): Uint8Array {
  const { content, width, padSide, padWith } = field
  const text = content === 'constant' ? field.text : valueText(content, values, layout)
  const named = { field: fieldContents[content].label, line }
  const stray = Array.from(text).find((each) => each < ' ' || each === layout.separator)
  if (stray !== undefined) throw new Refusal('debit-field-unwritable', { ...named, what: shown(stray) })
  const bytes = textBytes(text, layout.encoding)
  if (!bytes) {
    const lacking = Array.from(text).find((each) => !textBytes(each, layout.encoding)) ?? ''
    throw new Refusal('debit-field-unwritable', { ...named, what: shown(lacking) })
  }
  if (width === 0) return bytes
  if (bytes.length > width)
    throw new Refusal('debit-field-too-long', { ...named, bytes: bytes.length, width })
  const pad = Buffer.alloc(width - bytes.length, padWith)
  return Buffer.concat(padSide === 'left' ? [pad, bytes] : [bytes, pad])
}

const shown = (character: string): string => (character < ' ' ? '换行或看不见的字符' : `“${character}”`)
