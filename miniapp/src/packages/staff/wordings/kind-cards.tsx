import type { Wording } from '@anjiao/shared/contract/wordings'
import { channels, type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import { wordingValues } from '@anjiao/shared/wording-values'
import { channelNames } from '../../../features/staff-reminders/channel-words'
import { go } from '../../../platform/navigate'
import { type AtCommunity, toStaffWording } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Columns } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

export interface KindCardsProps {
  at: AtCommunity
  wordings: readonly Wording[]
  mayManage: boolean
}

const kinds = Object.keys(noticeKinds) as readonly NoticeKind[]

/** Each kind of message with what it says on each channel, leading to where that is written. */
export const KindCards = ({ at, wordings, mayManage }: KindCardsProps) => (
  <Columns>
    {kinds.map((kind) => (
      <Card key={kind} title={noticeKinds[kind].label}>
        <Cells>
          {channelNames.map((channel) => {
            const found = wordings.find((each) => each.kind === kind && each.channel === channel)
            return (
              <Cell
                key={channel}
                label={channels[channel]}
                hint={found && gist(found)}
                value={<Tag tone={found ? 'good' : 'calm'}>{found ? texts.worded : texts.unworded}</Tag>}
                onPress={mayManage ? () => go(toStaffWording(at, kind, channel)) : undefined}
              />
            )
          })}
        </Cells>
      </Card>
    ))}
  </Columns>
)

/** What it says in short: its text, or what stands in its fields. */
const gist = ({ text, fields }: Wording): string =>
  text !== ''
    ? (text.split('\n')[0] ?? '')
    : Object.values(fields)
        .map((content) => ('value' in content ? wordingValues[content.value] : content.text))
        .join('、')
