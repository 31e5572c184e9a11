import type { RollImport } from '@anjiao/shared/contract/community'
import { Text } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Figure, Figures } from '../../../ui/figure'
import { Stack } from '../../../ui/page'
import { bringingSentence, texts } from './texts'

/** What confirming changes, or has changed, in one sentence and in figures. */
export function BringsCard({ roll: { state, summary } }: { roll: RollImport }) {
  const { newHouseholds, newCharges, differencesTotal, rejectedTotal } = summary
  const isDone = state === 'confirmed'
  return (
    <Card title={isDone ? texts.brought : texts.brings} tone="brand">
      <Stack>
        <Text className="lead">{bringingSentence(isDone ? '已' : '将', summary)}</Text>
        <Figures label={texts.brings}>
          <Figure
            label={texts.newHouseholds}
            value={texts.homes(newHouseholds)}
            tone={newHouseholds > 0 ? 'good' : 'ink'}
          />
          <Figure
            label={texts.newCharges}
            value={texts.pieces(newCharges)}
            tone={newCharges > 0 ? 'good' : 'ink'}
          />
          <Figure label={texts.differences} value={texts.places(differencesTotal)} />
          <Figure
            label={texts.rejected}
            value={texts.rows(rejectedTotal)}
            tone={rejectedTotal > 0 ? 'bad' : 'ink'}
          />
        </Figures>
        {!isDone && <Note>{texts.allOrNothing}</Note>}
      </Stack>
    </Card>
  )
}
