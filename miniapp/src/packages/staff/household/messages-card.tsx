import type { LoggedNotice } from '@anjiao/shared/contract/notices'
import { deliveryLabel } from '@anjiao/shared/notice-life'
import { noticeTitle } from '../../../features/staff-messages/notice-title'
import { useMessageLog } from '../../../features/staff-messages/use-messages'
import { go } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toStaffHouseholdMessages } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { dayText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { messageTexts as texts } from './texts'

/** Enough to see whether somebody was just reminded. */
const latestShown = 3

/** The latest that this home was told, and the way to all of it. */
export function MessagesCard({ home }: { home: HomeAddress }) {
  const log = useMessageLog(home)
  return (
    <Card title={texts.title}>
      <Loaded of={log} lines={2}>
        {(notices) =>
          notices.length === 0 ? (
            <Note>{texts.none}</Note>
          ) : (
            <Stack>
              <Cells>
                {notices.slice(0, latestShown).map((notice) => (
                  <Cell
                    key={notice.id}
                    label={noticeTitle(notice)}
                    hint={dayText(notice.madeAt)}
                    value={<Tag tone={notice.openedAt ? 'good' : 'calm'}>{stands(notice)}</Tag>}
                  />
                ))}
              </Cells>
              <Button look="quiet" onPress={() => go(toStaffHouseholdMessages(home, home.householdId))}>
                {texts.all}
              </Button>
            </Stack>
          )
        }
      </Loaded>
    </Card>
  )
}

/** Opened, or what became of the last attempt. */
function stands({ openedAt, deliveries }: LoggedNotice): string {
  if (openedAt) return texts.opened
  const last = deliveries[deliveries.length - 1]
  return last ? deliveryLabel(last) : texts.unopened
}
