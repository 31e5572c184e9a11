import { useRouter } from '@tarojs/taro'
import { OfHousehold } from '../../../features/staff-households/of-household'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { type HomeAddress, homeIn } from '../../../routes'
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
  const advanceReturn = useQuery(`staff-advance-return-${home.communityId}-${home.householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId/advance-return', { params: home }),
  )
  return (
    <OfHousehold home={home}>
      {() => (
        <Loaded of={advanceReturn} lines={6}>
          {(told) => <ReturnView home={home} told={told} onChanged={advanceReturn.reload} />}
        </Loaded>
      )}
    </OfHousehold>
  )
}
