import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { RefundId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { useRefund } from '../../../features/staff-refunds/use-refunds'
import { refundIn } from '../../../routes/staff-money'
import { Loaded } from '../../../ui/loaded'
import { RefundView } from './refund-view'
import { texts } from './texts'

export default function RefundPage() {
  const refundId = refundIn(useRouter().params)
  return (
    <StaffPage door="refunds" title={texts.title}>
      {(post) => <LoadedRefund post={post} refundId={refundId} />}
    </StaffPage>
  )
}

function LoadedRefund({ post, refundId }: { post: StaffPost; refundId: RefundId }) {
  const refund = useRefund(post.communityId, refundId)
  return (
    <Loaded of={refund} lines={8}>
      {(shown) => <RefundView post={post} refund={shown} onChanged={refund.reload} />}
    </Loaded>
  )
}
