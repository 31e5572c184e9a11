import type { CommunityId } from '@anjiao/shared/ids'
import { channels, noticeKinds } from '@anjiao/shared/notice-life'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { ManagersOnly } from '../../../features/staff-reminders/managers-only'
import { mayManageReminders } from '../../../features/staff-reminders/may-manage'
import { useTemplates, useWordings } from '../../../features/staff-reminders/use-wordings'
import { wordingIn } from '../../../routes/staff'
import { Loaded } from '../../../ui/loaded'
import { texts } from './texts'
import { WordingForm } from './wording-form'

type Of = ReturnType<typeof wordingIn>

export default function WordingPage() {
  const of = wordingIn(useRouter().params)
  return (
    <StaffPage door="reminders" title={texts.title(noticeKinds[of.kind].label, channels[of.channel])}>
      {(post) =>
        mayManageReminders(post) ? <Writing communityId={post.communityId} of={of} /> : <ManagersOnly />
      }
    </StaffPage>
  )
}

function Writing({ communityId, of }: { communityId: CommunityId; of: Of }) {
  const wordings = useWordings(communityId)
  const templates = useTemplates(communityId)
  return (
    <Loaded of={wordings} lines={8}>
      {(inForce) => (
        <Loaded of={templates} lines={4}>
          {(known) => (
            <WordingForm
              communityId={communityId}
              of={of}
              templates={known.filter(({ gone }) => !gone)}
              inForce={inForce.find(({ kind, channel }) => kind === of.kind && channel === of.channel)}
              onRefresh={wordings.reload}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}
