import type { RollDifference } from '@anjiao/shared/contract/community'
import { LongTable } from '../../../features/staff-lists/long-table'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { listTexts as texts } from './texts'

/** What the file changes of what is stored: before and after. `rows` are the first of `total`. */
export function Differences({ rows, total }: { rows: readonly RollDifference[]; total: number }) {
  if (rows.length === 0) {
    return (
      <Card>
        <Empty icon="check" title={texts.noDifferences} hint={texts.noDifferencesHint} />
      </Card>
    )
  }
  return (
    <Stack>
      <Note>
        {texts.differencesHint}
        {total > rows.length && texts.listed(rows.length, total)}
      </Note>
      <LongTable label={texts.differencesLabel} columns={columns} rows={rows} keyOf={keyOf} />
    </Stack>
  )
}

const keyOf = ({ room, what, before, after }: RollDifference) => `${room}/${what}/${before}/${after}`

const columns: readonly Column<RollDifference>[] = [
  { title: texts.room, of: ({ room }) => room, main: true },
  { title: texts.what, of: ({ what }) => what },
  { title: texts.before, of: ({ before }) => before || texts.blank },
  { title: texts.after, of: ({ after }) => after || texts.blank },
]
