import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { useCampaign } from '../../../features/staff-reminders/use-campaign'
import { campaignIn } from '../../../routes/staff'
import { Loaded } from '../../../ui/loaded'
import { CampaignView } from './campaign-view'
import { texts } from './texts'

export default function CampaignPage() {
  return (
    <StaffPage door="reminders" title={texts.title}>
      {(post) => <OneCampaign post={post} />}
    </StaffPage>
  )
}

function OneCampaign({ post }: { post: StaffPost }) {
  const told = useCampaign(post.communityId, campaignIn(useRouter().params))
  return (
    <Loaded of={told} lines={8}>
      {(found) => <CampaignView post={post} told={found} onChanged={told.reload} />}
    </Loaded>
  )
}
