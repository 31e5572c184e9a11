import { useState } from 'react'
import { Button } from '../../ui/button'
import { Stack } from '../../ui/page'
import { Table, type TableProps } from '../../ui/table'
import { texts } from './texts'

/** What one screen takes in, and what a mini-program's view takes at once without stuttering. */
const shownFirst = 20
const shownMore = 30

/** A table that is long but all here: its first rows, and more on demand. */
export function LongTable<Row>({ rows, ...table }: TableProps<Row>) {
  const [shown, setShown] = useState(shownFirst)
  const left = rows.length - shown
  return (
    <Stack>
      <Table rows={rows.slice(0, shown)} {...table} />
      {left > 0 && (
        <Button look="quiet" onPress={() => setShown(shown + shownMore)}>
          {texts.more(Math.min(left, shownMore))}
        </Button>
      )}
    </Stack>
  )
}
