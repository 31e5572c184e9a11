import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { type HomeAddress, homeIn } from '../../../routes'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { ReturnView } from './return-view'
import { texts } from './texts'

export default function AdvanceReturnPage() {
  const { householdId } = homeIn(useRouter().params)
  return (
    <StaffPage door="refunds" title={texts.title}>
      {({ communityId }) => <OfHome home={{ communityId, householdId }} />}
    </StaffPage>
  )
}

function OfHome({ home }: { home: HomeAddress }) {
  const household = useQuery(`household-${home.communityId}-${home.householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId', { params: home }),
  )
  const advanceReturn = useQuery(`staff-advance-return-${home.communityId}-${home.householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId/advance-return', { params: home }),
  )
  return (
    <Loaded of={household} lines={2}>
      {({ roomName, ownerName }) => (
        <>
          <Card title={roomName}>{ownerName}</Card>
          <Loaded of={advanceReturn} lines={6}>
            {(told) => <ReturnView home={home} told={told} onChanged={advanceReturn.reload} />}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}
