import type { CommunityId, MoneyPlaceId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { usePlaceStatement } from '../../../features/staff-statements/use-statements'
import { moneyPlaceIn } from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { LayoutForm } from './layout-form'
import { texts } from './texts'

export default function BankLayoutPage() {
  const placeId = moneyPlaceIn(useRouter().params)
  return (
    <StaffPage door="reconciliation" title={texts.title}>
      {(post) =>
        mayReconcile(post) ? (
          <OfPlace communityId={post.communityId} placeId={placeId} />
        ) : (
          <Card>
            <Empty icon="lock" title={texts.notYours} />
          </Card>
        )
      }
    </StaffPage>
  )
}

function OfPlace({ communityId, placeId }: { communityId: CommunityId; placeId: MoneyPlaceId }) {
  const statement = usePlaceStatement(communityId, placeId, 'open')
  return (
    <Loaded of={statement} lines={6}>
      {({ name, layout }) => (
        <>
          <Card title={name}>{texts.lead}</Card>
          <LayoutForm communityId={communityId} placeId={placeId} stored={layout} />
        </>
      )}
    </Loaded>
  )
}
