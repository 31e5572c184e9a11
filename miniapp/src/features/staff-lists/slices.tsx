import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button'
import { Stack } from '../../ui/page'
import { texts } from './texts'

/** What one screen takes in, and what a mini-program's view takes at once without stuttering. */
const shownFirst = 20
const shownMore = 30

export interface SlicesProps<Row> {
  rows: readonly Row[]
  children: (shown: readonly Row[]) => ReactNode
}

/** A list that is long but all here: its first rows, and more on demand. */
export function Slices<Row>({ rows, children }: SlicesProps<Row>) {
  const [shown, setShown] = useState(shownFirst)
  const left = rows.length - shown
  return (
    <Stack>
      {children(rows.slice(0, shown))}
      {left > 0 && (
        <Button look="quiet" onPress={() => setShown(shown + shownMore)}>
          {texts.more(Math.min(left, shownMore))}
        </Button>
      )}
    </Stack>
  )
}
