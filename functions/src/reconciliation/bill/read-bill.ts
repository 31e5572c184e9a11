import { Refusal } from '../../platform/refusal.ts'
import { type BillForm, type Cells, columnsOf, headerNames } from './bill-form.ts'
import { billLines } from './bill-lines.ts'
import { type Sums, sumUp } from './sum-up.ts'

/**
 * Reads a bill of WeChat Pay (微信支付 "交易账单详细说明", "资金账单详细说明", read 2026-11): a header, rows whose fields each begin
 * with a backtick, and a summary of one header and one row. Gives out row after row and keeps none. **A row counts only
 * once the last one has been taken without a refusal**: whether the file is whole is known at its end, by its summary
 * and by what `bytes` finds there. Pure.
 */
export async function* readBill<Row, Line>(
  bytes: AsyncIterable<Uint8Array>,
  form: BillForm<Row, Line>,
): AsyncGenerator<Row, void> {
  const reading = readLines(form)
  for await (const lines of billLines(bytes)) {
    for (const line of lines) {
      const read = reading.take(line)
      if (read !== undefined) yield form.row(read)
    }
  }
  reading.end()
}

function readLines<Row, Line>(form: BillForm<Row, Line>) {
  const sums: Sums<Line> = sumUp(form.totals)
  let lineNumber = 0
  let read: ((line: string, lineNumber: number) => Line) | undefined
  let totalNames: readonly string[] | undefined
  let isWhole = false

  return {
    take(line: string): Line | undefined {
      lineNumber += 1
      if (line === '') return undefined
      if (isWhole) throw unreadable(lineNumber, '汇总')
      if (totalNames) {
        sums.compare(totalNames, fieldsOf(line) ?? [])
        isWhole = true
      } else if (!read) {
        read = lineReader(form, headerNames(line))
      } else if (line.startsWith(form.summaryBegins)) {
        totalNames = headerNames(line)
      } else {
        const taken = read(line, lineNumber)
        sums.add(taken)
        return taken
      }
      return undefined
    },
    end(): void {
      if (!isWhole) throw new Refusal('bill-cut-off', { lines: lineNumber })
    },
  }
}

function lineReader<Row, Line>(form: BillForm<Row, Line>, names: readonly string[]) {
  const columns = columnsOf(names)
  const freeTextAt = columns.find(form.freeText)
  const read = form.lines(columns)
  return (line: string, lineNumber: number): Line => {
    const fields = fieldsOf(line)
    if (!fields) throw unreadable(lineNumber, names[0] ?? '')
    const surplus = fields.length - names.length
    if (surplus > 0 && freeTextAt !== undefined) {
      fields.splice(freeTextAt, surplus + 1, fields.slice(freeTextAt, freeTextAt + surplus + 1).join(between))
    }
    if (fields.length !== names.length) throw unreadable(lineNumber, names[fields.length] ?? '')
    const text = (at: number): string => fields[at] ?? ''
    const cells: Cells = {
      text,
      read: (at, rule) => {
        const value = rule(text(at))
        if (value === undefined) throw unreadable(lineNumber, names[at] ?? '')
        return value
      },
    }
    return read(cells)
  }
}

const between = ',`'

/** The fields of a row, without the backtick that each begins with; undefined when the line is no row. */
const fieldsOf = (line: string): string[] | undefined =>
  line.startsWith('`') ? line.slice(1).split(between) : undefined

const unreadable = (line: number, column: string): Refusal =>
  new Refusal('bill-row-unreadable', { line, column })
