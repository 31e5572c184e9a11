import type { StaffPost } from '@anjiao/shared/contract/identity'
import { campaignsMost } from '@anjiao/shared/notice-limits'
import { View } from '@tarojs/components'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { mayManageReminders } from '../../../features/staff-reminders/may-manage'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { useQuery } from '../../../platform/use-query'
import {
  toStaffCampaignForm,
  toStaffReach,
  toStaffReminderRules,
  toStaffWordings,
} from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { CampaignTable } from './campaign-table'
import { texts } from './texts'

export default function Campaigns() {
  return <StaffPage door="reminders">{(post) => <CampaignList post={post} />}</StaffPage>
}

function CampaignList({ post }: { post: StaffPost }) {
  const { communityId } = post
  const mayManage = mayManageReminders(post)
  const campaigns = useQuery(`campaigns-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/campaigns', { params: { communityId } }),
  )
  return (
    <>
      <View className="page-ways">
        <Button look="quiet" icon="clock" onPress={() => go(toStaffReminderRules(post))}>
          {texts.rules}
        </Button>
        <Button look="quiet" icon="message" onPress={() => go(toStaffWordings(post))}>
          {texts.wordings}
        </Button>
        <Button look="quiet" icon="people" onPress={() => go(toStaffReach(post))}>
          {texts.reach}
        </Button>
        {mayManage && <Button onPress={() => go(toStaffCampaignForm(post))}>{texts.create}</Button>}
      </View>
      {!mayManage && <Note>{texts.forOthers}</Note>}
      <Loaded of={campaigns} lines={6}>
        {(listed) =>
          listed.length === 0 ? (
            <Card>
              <Empty icon="bell" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <>
              <Note>{texts.rule}</Note>
              <CampaignTable communityId={communityId} campaigns={listed} />
              {listed.length === campaignsMost && <Note>{texts.latestOnly(campaignsMost)}</Note>}
            </>
          )
        }
      </Loaded>
    </>
  )
}
