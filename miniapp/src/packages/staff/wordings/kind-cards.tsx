import type { Wording } from '@anjiao/shared/contract/wordings'
import { type Channel, channels, type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { channelNames } from '../../../features/staff-reminders/channel-words'
import { wordingLines } from '../../../features/staff-reminders/wording-lines'
import { go } from '../../../platform/navigate'
import { type AtCommunity, toStaffWording } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Columns } from '../../../ui/page'
import { Sheet } from '../../../ui/sheet'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

export interface KindCardsProps {
  at: AtCommunity
  wordings: readonly Wording[]
  mayManage: boolean
}

const kinds = Object.keys(noticeKinds) as readonly NoticeKind[]

/** Each kind of message with what it says on each channel, leading to where that is written; who does not write reads it whole. */
export function KindCards({ at, wordings, mayManage }: KindCardsProps) {
  const [read, setRead] = useState<Wording>()
  const open = (kind: NoticeKind, channel: Channel, found: Wording | undefined) => {
    if (mayManage) return () => go(toStaffWording(at, kind, channel))
    return found && (() => setRead(found))
  }
  return (
    <>
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
                    value={<WordingState wording={found} />}
                    onPress={open(kind, channel, found)}
                  />
                )
              })}
            </Cells>
          </Card>
        ))}
      </Columns>
      {read && (
        <Sheet
          title={texts.reads(noticeKinds[read.kind].label, channels[read.channel])}
          open
          onClose={() => setRead(undefined)}
        >
          <Cells>
            {wordingLines(read).map((line) => (
              <Cell key={line} label={<Text className="text">{line}</Text>} />
            ))}
          </Cells>
        </Sheet>
      )}
    </>
  )
}

function WordingState({ wording }: { wording: Wording | undefined }) {
  if (!wording) return <Tag>{texts.unworded}</Tag>
  return wording.paused ? <Tag tone="bad">{texts.paused}</Tag> : <Tag tone="good">{texts.worded}</Tag>
}

const gistMost = 40

/** What it says in short. */
function gist(wording: Wording): string {
  const whole = wordingLines(wording).join(wording.text === '' ? '、' : '')
  return whole.length > gistMost ? `${whole.slice(0, gistMost)}…` : whole
}
