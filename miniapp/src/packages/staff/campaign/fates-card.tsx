import type { CampaignProgress } from '@anjiao/shared/contract/campaigns'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import { channels } from '@anjiao/shared/notice-life'
import { doors, mayEnter } from '../../../features/staff-post/doors'
import { reminderTexts } from '../../../features/staff-reminders/texts'
import { go } from '../../../platform/navigate'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Bars } from '../../../ui/charts'
import { Stack } from '../../../ui/page'
import { progressTexts as texts } from './texts'

/** In which state the last message to each home is, compared by length. Those that no message stands in are left out. */
const fates = ['delivered', 'sent', 'refused', 'noCredit', 'unreachable', 'failed', 'unknown'] as const

/** What became of the messages. */
export function FatesCard({ post, progress }: { post: StaffPost; progress: CampaignProgress }) {
  const told = fates.filter((fate) => progress[fate] > 0)
  return (
    <Card title={texts.fates}>
      <Stack>
        {told.length === 0 ? (
          <Note>{texts.nobodyYet}</Note>
        ) : (
          <>
            <Bars
              label={texts.fates}
              bars={told.map((fate) => ({
                label: texts[fate],
                amount: progress[fate],
                text: reminderTexts.homes(progress[fate]),
                tone: fate === 'delivered' || fate === 'sent' ? 'brand' : 'due',
              }))}
            />
            <Note>{texts.openedNote(progress.opened)}</Note>
            <Note>{texts.proof}</Note>
          </>
        )}
        {progress.byChannel.length > 0 && (
          <Cells>
            {progress.byChannel.map(({ channel, sent, delivered }) => (
              <Cell key={channel} label={channels[channel]} value={texts.channelOf(delivered, sent)} />
            ))}
          </Cells>
        )}
        {progress.unknown > 0 && mayEnter(post.roles, doors.messages) && (
          <Button look="quiet" onPress={() => go(doors.messages.to(post))}>
            {texts.toUnknown}
          </Button>
        )}
      </Stack>
    </Card>
  )
}
