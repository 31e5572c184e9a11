import type { RejectedRow } from '@anjiao/shared/contract/community'
import { View } from '@tarojs/components'
import { LongTable } from '../../../features/staff-lists/long-table'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { listTexts as texts } from './texts'

export interface FaultyRowsProps {
  label: string
  rows: readonly RejectedRow[]
  /** How many there are; `rows` are the first of them. */
  total: number
  hint: string
  none: string
  noneHint: string
}

/** Rows of the file, each with where it stands, what is in the cell, and what is the matter. */
export function FaultyRows({ label, rows, total, hint, none, noneHint }: FaultyRowsProps) {
  if (rows.length === 0) {
    return (
      <Card>
        <Empty icon="check" title={none} hint={noneHint} />
      </Card>
    )
  }
  return (
    <Stack>
      <Note>
        {hint}
        {total > rows.length && texts.listed(rows.length, total)}
      </Note>
      <LongTable label={label} columns={columns} rows={rows} keyOf={keyOf} />
    </Stack>
  )
}

const keyOf = ({ sheet, row, column, why }: RejectedRow) => `${sheet}/${row}/${column}/${why}`

const columns: readonly Column<RejectedRow>[] = [
  {
    title: texts.where,
    main: true,
    of: ({ sheet, row }) => (
      <View className="whole">
        {sheet} {texts.rowNumber(row)}
      </View>
    ),
  },
  { title: texts.column, of: ({ column }) => column },
  { title: texts.value, of: ({ value }) => value || texts.blank },
  { title: texts.reason, of: ({ reason }) => reason, long: true },
]
