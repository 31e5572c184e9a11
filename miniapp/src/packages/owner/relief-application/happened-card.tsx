import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { reliefStates } from '@anjiao/shared/relief-life'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { eventTexts, texts } from './texts'

type Happening = ReliefApplication['happenings'][number]

/** All that happened to it, oldest first. */
export const HappenedCard = ({ happenings }: { happenings: readonly Happening[] }) => (
  <Card title={texts.happened}>
    <Cells>
      {happenings.map((one) => (
        <Cell
          key={`${one.at}-${one.event}`}
          label={wordsOf(one)}
          hint={
            <View className="whole-words">
              <View>
                {instantText(one.at)} · {one.by}
              </View>
              {one.note !== '' && <View>{one.note}</View>}
            </View>
          }
        />
      ))}
    </Cells>
  </Card>
)

/** What happened beside the life of an application (a photo seen, a paper shown) is told by how it stood then. */
const wordsOf = ({ event, to }: Happening): string => {
  const known: Readonly<Record<string, string>> = eventTexts
  return known[event] ?? reliefStates[to].label
}
