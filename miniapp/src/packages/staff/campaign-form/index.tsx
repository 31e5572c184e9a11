import type { CampaignId, CommunityId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { ManagersOnly } from '../../../features/staff-reminders/managers-only'
import { mayManageReminders } from '../../../features/staff-reminders/may-manage'
import { useCampaign } from '../../../features/staff-reminders/use-campaign'
import { useParts } from '../../../features/staff-reminders/use-parts'
import { draftIn } from '../../../routes/staff'
import { Loaded } from '../../../ui/loaded'
import { draftOf, newDraft } from './campaign-draft'
import { FormView, type FormViewProps } from './form-view'
import { texts } from './texts'

export default function CampaignForm() {
  const campaignId = draftIn(useRouter().params)
  return (
    <StaffPage door="reminders" title={campaignId === undefined ? texts.titleNew : texts.titleEdit}>
      {(post) =>
        mayManageReminders(post) ? (
          <Beginning communityId={post.communityId} campaignId={campaignId} />
        ) : (
          <ManagersOnly />
        )
      }
    </StaffPage>
  )
}

function Beginning({
  communityId,
  campaignId,
}: {
  communityId: CommunityId
  campaignId: CampaignId | undefined
}) {
  const parts = useParts(communityId)
  return (
    <Loaded of={parts} lines={8}>
      {(found) =>
        campaignId === undefined ? (
          <FormView communityId={communityId} parts={found} stored={undefined} begin={newDraft} />
        ) : (
          <Changing communityId={communityId} campaignId={campaignId} parts={found} />
        )
      }
    </Loaded>
  )
}

interface ChangingProps extends Pick<FormViewProps, 'parts'> {
  communityId: CommunityId
  campaignId: CampaignId
}

function Changing({ communityId, campaignId, parts }: ChangingProps) {
  const stored = useCampaign(communityId, campaignId)
  return (
    <Loaded of={stored} lines={8}>
      {({ campaign }) => (
        <FormView communityId={communityId} parts={parts} stored={campaign} begin={draftOf(campaign)} />
      )}
    </Loaded>
  )
}
