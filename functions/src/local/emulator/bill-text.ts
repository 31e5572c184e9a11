import type { BillMutation } from './bill-desk.ts'

/** A bill before it is written down: everything by the name of its column. */
export interface BillTable {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly summary: Readonly<Record<string, string>>
}

type HowWritten = ReadonlySet<BillMutation['mutate']>

/** Writes a bill as WeChat does: each field of a row behind a backtick, lines ended by CRLF; or as it should not. */
export function writeBill({ columns, rows, summary }: BillTable, how: HowWritten): Buffer {
  const named = how.has('new_column') ? columns.toSpliced(3, 0, '新增的一列') : columns
  const names = Object.keys(summary)
  const newline = how.has('lf') ? '\n' : '\r\n'
  const [countName = ''] = names
  const said = how.has('summary') ? { ...summary, [countName]: String(rows.length + 1) } : summary
  const lines = [
    named.join(','),
    ...rows.map((row) => fields(named.map((name) => row[name] ?? ''))),
    names.join(','),
    fields(names.map((name) => said[name] ?? '')),
  ]
  const kept = how.has('truncated') ? lines.slice(0, -2) : lines
  return Buffer.from((how.has('bom') ? '\uFEFF' : '') + kept.map((line) => line + newline).join(''))
}

/** Line ends inside a field are written out (资金账单 "特殊字符转义"); commas and backticks are not. */
const fields = (values: readonly string[]): string =>
  values.map((value) => `\`${value.replaceAll('\r', '\\r').replaceAll('\n', '\\n')}`).join(',')
