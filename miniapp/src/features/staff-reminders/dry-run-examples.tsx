import type { DryRun } from '@anjiao/shared/contract/campaigns'
import { channels, whyNotSend } from '@anjiao/shared/notice-life'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { Money } from '../../ui/money'
import { Tag } from '../../ui/tag'
import { dryRunTexts as texts } from './dry-run-texts'

type Example = DryRun['examples'][number]

/** Some homes: what they would read, or why they would read nothing. */
export const DryRunExamples = ({ examples }: { examples: readonly Example[] }) => (
  <Card title={texts.examples}>
    <Cells>
      {examples.map((example) => (
        <Cell
          key={example.householdId}
          label={
            <View className="tags">
              {`${example.roomName} ${example.ownerMasked}`}
              <Ending {...example} />
            </View>
          }
          hint={example.reads.map(({ label, value }) => <View key={label}>{texts.reads(label, value)}</View>)}
          value={<Money fen={example.openFen} />}
        />
      ))}
    </Cells>
  </Card>
)

function Ending({ channel, why }: Example) {
  if (channel) return <Tag tone="good">{texts.by(channels[channel])}</Tag>
  return why ? <Tag>{whyNotSend[why].label}</Tag> : null
}
