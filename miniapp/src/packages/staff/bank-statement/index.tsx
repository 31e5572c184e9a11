import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { MoneyPlaceId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { usePlaceStatement } from '../../../features/staff-statements/use-statements'
import { moneyPlaceIn } from '../../../routes/staff-money'
import { Loaded } from '../../../ui/loaded'
import { StatementView } from './statement-view'
import { texts } from './texts'

export default function BankStatementPage() {
  const placeId = moneyPlaceIn(useRouter().params)
  return (
    <StaffPage door="reconciliation" title={texts.title}>
      {(post) => <OfPlace post={post} placeId={placeId} />}
    </StaffPage>
  )
}

export type Show = 'open' | 'all'

function OfPlace({ post, placeId }: { post: StaffPost; placeId: MoneyPlaceId }) {
  const [show, setShow] = useState<Show>('open')
  const statement = usePlaceStatement(post.communityId, placeId, show)
  return (
    <Loaded of={statement} lines={8}>
      {(told) => (
        <StatementView
          post={post}
          placeId={placeId}
          statement={told}
          show={show}
          onShow={setShow}
          onChanged={statement.reload}
        />
      )}
    </Loaded>
  )
}
