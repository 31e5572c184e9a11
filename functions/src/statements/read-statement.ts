import { type BankColumn, bankColumns } from '@anjiao/shared/bank-statement'
import { type BusinessDate, dateOf } from '@anjiao/shared/calendar'
import type { BankFileLine, BankLayout } from '@anjiao/shared/contract/bank-statements'
import {
  addFen,
  type Fen,
  negateFen,
  parseYuan,
  plainYuan,
  subtractFen,
  sumFen,
  zeroFen,
} from '@anjiao/shared/money'
import { bytesText } from '../debit/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { splitRow } from './split-row.ts'

/** More lines than an account of a community has in three months. */
const linesMost = 50_000

/** So far down a bank begins its table. */
const headingWithin = 30

/** What a file says, in its order. */
export interface ReadLine extends BankFileLine {
  readonly row: number
}

/**
 * Reads a bank's file as a layout says. Each line has an amount; lines of nothing are passed over. Where the file carries a balance,
 * each line must lead to the next, whichever way the file runs. Refused, with row and column, as `bank-file-unreadable`; as
 * `bank-file-heading` when columns are not the ones that the layout names, `bank-file-cut-off` and `bank-file-sums-differ`. Pure.
 */
export function readStatement(layout: BankLayout, bytes: Uint8Array): ReadLine[] {
  const rows = textOf(layout, bytes)
    .split(/\r?\n/)
    .map((text, at): Row => ({ no: at + 1, cells: splitRow(text, layout.separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const body = belowHeading(layout, rows)
  if (body.length > linesMost) throw unreadable(linesMost, '行数', `超过 ${linesMost} 行`)
  const total = layout.totalMark === '' ? undefined : body.at(-1)
  if (layout.totalMark !== '' && !total?.cells[0]?.startsWith(layout.totalMark))
    throw new Refusal('bank-file-cut-off', { mark: layout.totalMark })
  const lines = body.slice(0, total ? -1 : undefined).map((row) => readRow(layout, row))
  refuseRepeated(lines)
  refuseBrokenChain(lines)
  if (total) refuseOtherSums(layout, total, lines)
  return lines.filter(({ amountFen }) => amountFen !== 0)
}

interface Row {
  readonly no: number
  readonly cells: readonly string[]
}

const unreadable = (line: number, column: string, detail: string) =>
  new Refusal('bank-file-unreadable', { line, column, detail })

function textOf({ encoding }: BankLayout, bytes: Uint8Array): string {
  const text = bytesText(bytes, encoding)
  if (text === undefined) throw unreadable(1, '编码', '与格式里写的编码不同，或文件已损坏')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function belowHeading({ columns }: BankLayout, rows: readonly Row[]): readonly Row[] {
  const titles = columns.map(({ title }) => title.trim())
  const at = rows
    .slice(0, headingWithin)
    .findIndex(
      ({ cells }) => cells.length === titles.length && cells.every((cell, each) => cell === titles[each]),
    )
  if (at < 0) throw new Refusal('bank-file-heading', { columns: titles.join('、') })
  return rows.slice(at + 1)
}

interface BalancedLine extends ReadLine {
  readonly balanceFen: Fen | undefined
}

function readRow(layout: BankLayout, row: Row): BalancedLine {
  const cells = cellsOf(layout, row)
  const serial = cells('serial').toUpperCase()
  if (serial === '' || serial.length > 64) throw unreadable(row.no, bankColumns.serial, '是空的或太长')
  return {
    row: row.no,
    serial,
    day: dayOf(row, cells('day')),
    amountFen: amountOf(layout, row),
    otherName: cells('name').slice(0, 100),
    remark: cells('remark').slice(0, 200),
    balanceFen: cells('balance') === '' ? undefined : yuanOf(row, 'balance', cells('balance')),
  }
}

/** The text of a column of a row; empty where the layout has no such column. */
function cellsOf({ columns }: BankLayout, { no, cells }: Row): (content: BankColumn) => string {
  if (cells.length !== columns.length)
    throw unreadable(no, '整行', `应有 ${columns.length} 列，有 ${cells.length} 列`)
  return (content) => cells[columns.findIndex((column) => column.content === content)] ?? ''
}

function dayOf({ no }: Row, text: string): BusinessDate {
  const [, year, month, day] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[ T].*)?$/.exec(text) ?? []
  const date = dateOf(Number(year), Number(month), Number(day))
  if (!date) throw unreadable(no, bankColumns.day, `是“${text.slice(0, 20)}”`)
  return date
}

function yuanOf({ no }: Row, column: BankColumn, text: string): Fen {
  const plain = text.replaceAll(',', '')
  const amount = plain.startsWith('-') ? parseYuan(plain.slice(1)) : parseYuan(plain)
  if (amount === undefined) throw unreadable(no, bankColumns[column], `是“${text.slice(0, 20)}”`)
  return plain.startsWith('-') ? negateFen(amount) : amount
}

const moneyOf = (row: Row, column: BankColumn, text: string): Fen =>
  text === '' ? zeroFen : yuanOf(row, column, text)

function amountOf(layout: BankLayout, row: Row): Fen {
  const cells = cellsOf(layout, row)
  if (!layout.columns.some(({ content }) => content === 'amount'))
    return subtractFen(moneyOf(row, 'credit', cells('credit')), moneyOf(row, 'debit', cells('debit')))
  const amount = yuanOf(row, 'amount', cells('amount'))
  if (layout.creditMark === '') return amount
  return cells('direction').startsWith(layout.creditMark) ? amount : negateFen(amount)
}

function refuseRepeated(lines: readonly ReadLine[]): void {
  const seen = new Set<string>()
  for (const { serial, row } of lines) {
    if (seen.has(serial)) throw unreadable(row, bankColumns.serial, `${serial} 在文件里出现了两次`)
    seen.add(serial)
  }
}

/** The oldest line is the first or the last: one of the two ways must lead through all of them. */
function refuseBrokenChain(lines: readonly BalancedLine[]): void {
  const broken = brokenAt(lines)
  if (broken === undefined || brokenAt(lines.toReversed()) === undefined) return
  throw unreadable(broken.row, bankColumns.balance, '与上一行的余额接不上，中间可能缺了几行')
}

function brokenAt(lines: readonly BalancedLine[]): BalancedLine | undefined {
  return lines.find(({ balanceFen, amountFen }, at) => {
    const before = lines[at - 1]?.balanceFen
    return before !== undefined && balanceFen !== undefined && addFen(before, amountFen) !== balanceFen
  })
}

function refuseOtherSums(layout: BankLayout, total: Row, lines: readonly ReadLine[]): void {
  const came = sumFen(lines.map(({ amountFen }) => (amountFen > 0 ? amountFen : zeroFen)))
  const went = sumFen(lines.map(({ amountFen }) => (amountFen < 0 ? negateFen(amountFen) : zeroFen)))
  const counted = { credit: came, debit: went, amount: subtractFen(came, went) }
  for (const column of ['credit', 'debit', 'amount'] as const) {
    const text = cellsOf(layout, total)(column)
    if (text === '') continue
    const said = yuanOf(total, column, text)
    if (said !== counted[column])
      throw new Refusal('bank-file-sums-differ', {
        what: bankColumns[column],
        said: plainYuan(said),
        counted: plainYuan(counted[column]),
      })
  }
}
