import { useRouter } from '@tarojs/taro'
import { WhoseHome } from '../../../features/staff-case/whose-home'
import { Slices } from '../../../features/staff-lists/slices'
import { NoticeLines } from '../../../features/staff-messages/notice-lines'
import { noticeTitle } from '../../../features/staff-messages/notice-title'
import { OpenedTag } from '../../../features/staff-messages/opened-tag'
import { messageTexts } from '../../../features/staff-messages/texts'
import { useMessageLog } from '../../../features/staff-messages/use-messages'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { type HomeAddress, homeIn } from '../../../routes'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { More } from '../../../ui/more'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { texts } from './texts'

export default function HouseholdMessages() {
  const { householdId } = homeIn(useRouter().params)
  return (
    <StaffPage door="households" title={texts.title}>
      {({ communityId }) => <Log home={{ communityId, householdId }} />}
    </StaffPage>
  )
}

function Log({ home }: { home: HomeAddress }) {
  const log = useMessageLog(home)
  return (
    <Loaded of={log} lines={8}>
      {(notices) => {
        const [latest] = notices
        if (!latest) {
          return (
            <Card>
              <Empty icon="message" title={messageTexts.none} hint={messageTexts.noneHint} />
            </Card>
          )
        }
        return (
          <>
            <WhoseHome home={home} roomName={latest.roomName} ownerMasked={latest.ownerMasked} />
            <Note>{texts.hint}</Note>
            <Slices rows={notices}>
              {(shown) => (
                <Stack>
                  {shown.map((notice) => (
                    <Card key={notice.id} title={noticeTitle(notice)} aside={<OpenedTag notice={notice} />}>
                      <NoticeLines notice={notice} />
                    </Card>
                  ))}
                </Stack>
              )}
            </Slices>
            <More of={log}>{texts.older}</More>
          </>
        )
      }}
    </Loaded>
  )
}
