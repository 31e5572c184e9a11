import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { HouseholdId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCounter } from '../../../features/staff-counter/use-counter'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useQuery } from '../../../platform/use-query'
import { homeIn } from '../../../routes'
import { Loaded } from '../../../ui/loaded'
import { type Done, DoneCard } from './done-card'
import { TakingView } from './taking-view'
import { texts } from './texts'

export default function CounterTake() {
  const { householdId } = homeIn(useRouter().params)
  return (
    <StaffPage door="counter" title={texts.title}>
      {(post) => <Taking post={post} householdId={householdId} />}
    </StaffPage>
  )
}

function Taking({ post: { communityId }, householdId }: { post: StaffPost; householdId: HouseholdId }) {
  const [paidOn, setPaidOn] = useState(today)
  const [done, setDone] = useState<Done>()
  const home = { communityId, householdId }
  const counter = useCounter(communityId)
  const bill = useQuery(`counter-bill-${communityId}-${householdId}-${paidOn}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId/counter-bill', {
      params: home,
      query: { paidOn },
    }),
  )
  if (done) return <DoneCard communityId={communityId} done={done} />
  return (
    <Loaded of={counter} lines={8}>
      {(found) => (
        <Loaded of={bill} lines={8}>
          {(owed) => (
            <TakingView
              home={home}
              counter={found}
              bill={owed}
              paidOn={paidOn}
              onPaidOn={setPaidOn}
              onStale={bill.reload}
              onDone={setDone}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}
