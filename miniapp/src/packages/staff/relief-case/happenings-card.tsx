import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { reliefStates } from '@anjiao/shared/relief-life'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { happeningTexts, texts } from './texts'

type Happening = ReliefApplication['happenings'][number]

/** What has happened to an application, oldest first. */
export const HappeningsCard = ({ happenings }: Pick<ReliefApplication, 'happenings'>) => (
  <Card title={texts.happenings}>
    <Cells>
      {happenings.map((happening, at) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: what has happened keeps its place
          key={at}
          label={wordsOf(happening)}
          hint={
            <View>
              <View>{instantText(happening.at)}</View>
              {happening.note !== '' && <View>{happening.note}</View>}
            </View>
          }
          value={happening.by}
        />
      ))}
    </Cells>
  </Card>
)

function wordsOf({ event, to }: Happening): string {
  const known: Readonly<Record<string, string>> = happeningTexts
  return known[event] ?? reliefStates[to].label
}
