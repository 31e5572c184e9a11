import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'
import { classNames } from './class-names'

export interface Column<Row> {
  readonly title: string
  of: (row: Row) => ReactNode
  /** Numbers stand at the right, under one another. */
  readonly align?: 'start' | 'end'
  /** On a phone this cell is the card's heading. */
  readonly main?: boolean
  /** Sentences: on a phone they begin at the left, under their name. */
  readonly long?: boolean
  /** Short words that are not broken on a wide screen: a name, how long ago. */
  readonly whole?: boolean
  /** Left out on a phone: it is told again where the row leads. */
  readonly wideOnly?: boolean
}

export interface TableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** On a phone two cells beside one another: those that stand at the left without their names, numbers at the right. */
  compact?: boolean
}

/** A table on a wide screen; on a phone one card a row, each value with its column's name. */
export function Table<Row>({ label, columns, rows, keyOf, compact = false }: TableProps<Row>) {
  return (
    <View className={classNames('table', compact && 'table-compact')} {...role('table')} aria-label={label}>
      <View className="table-head" {...role('row')}>
        {columns.map((column) => (
          <View key={column.title} className={cellClass(column)} {...role('columnheader')}>
            {column.title}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View key={keyOf(row)} className="table-row" {...role('row')}>
          {columns.map((column) => (
            <View key={column.title} className={cellClass(column)} {...role('cell')}>
              <View className="table-name" aria-hidden>
                {column.title}
              </View>
              <View className="table-value">{column.of(row)}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

const cellClass = <Row,>(column: Column<Row>) =>
  classNames(
    'table-cell',
    column.align === 'end' && 'table-cell-end',
    column.main && 'table-cell-main',
    column.long && 'table-cell-long',
    column.whole && 'table-cell-whole',
    column.wideOnly && 'table-cell-wide',
  )
