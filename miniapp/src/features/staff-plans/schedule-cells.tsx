import { formatDate } from '@anjiao/shared/calendar'
import type { Instalment } from '@anjiao/shared/instalments'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Cell, Cells } from '../../ui/cell'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { scheduleTexts as texts } from './texts'

/** Enough to see the rhythm; the rest on demand. */
const shownFirst = 5

/** What falls due when. */
export function ScheduleCells({ instalments }: { instalments: readonly Instalment[] }) {
  const [all, setAll] = useState(false)
  const shown = all || instalments.length <= shownFirst + 1 ? instalments : instalments.slice(0, shownFirst)
  return (
    <Stack>
      <Cells>
        {shown.map(({ no, dueDate, amountFen }) => (
          <Cell
            key={no}
            label={texts.on(instalmentName(no), formatDate(dueDate))}
            value={<Money fen={amountFen} />}
          />
        ))}
      </Cells>
      {shown.length < instalments.length && (
        <Button look="plain" onPress={() => setAll(true)}>
          {texts.all(instalments.length)}
        </Button>
      )}
    </Stack>
  )
}

export const instalmentName = (no: number): string => (no === 0 ? texts.down : texts.no(no))
