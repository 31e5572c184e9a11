import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { DisputeId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { useDispute } from '../../../features/staff-disputes/use-disputes'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { replaceWith } from '../../../platform/navigate'
import { disputeIn, toStaffDisputes } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { DisputeView } from './dispute-view'
import { texts } from './texts'

export default function DisputePage() {
  const disputeId = disputeIn(useRouter().params)
  return (
    <StaffPage door="disputes" title={texts.title}>
      {(post) => <LoadedDispute post={post} disputeId={disputeId} />}
    </StaffPage>
  )
}

function LoadedDispute({ post, disputeId }: { post: StaffPost; disputeId: DisputeId }) {
  const dispute = useDispute(post.communityId, disputeId)
  return (
    <Loaded of={dispute} lines={8}>
      {(found) =>
        found ? <DisputeView post={post} shown={found} onChanged={dispute.reload} /> : <Gone at={post} />
      }
    </Loaded>
  )
}

const Gone = ({ at }: { at: StaffPost }) => (
  <Card>
    <Empty icon="search" title={texts.gone} hint={texts.goneHint}>
      <Button look="quiet" onPress={() => replaceWith(toStaffDisputes(at))}>
        {texts.toList}
      </Button>
    </Empty>
  </Card>
)
