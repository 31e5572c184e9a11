import type { StaffPost } from '@anjiao/shared/contract/identity'
import { type DeferralState, deferralStates } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { mayDecidePlans } from '../../../features/staff-plans/may-decide'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { Tabs } from '../../../ui/tabs'
import { DeferralCard } from './deferral-card'
import { emptyTexts, texts } from './texts'

export default function Deferrals() {
  return (
    <StaffPage door="requests" title={texts.title}>
      {(post) => <DeferralList post={post} />}
    </StaffPage>
  )
}

const tabs = (['applied', 'granted', 'refused', 'withdrawn'] as const).map((value) => ({
  value,
  label: deferralStates[value],
}))

function DeferralList({ post }: { post: StaffPost }) {
  const { communityId } = post
  const [state, setState] = useState<DeferralState>('applied')
  const deferrals = useQuery(`deferrals-${communityId}-${state}`, () =>
    call('GET /v1/staff/communities/:communityId/deferrals', { params: { communityId }, query: { state } }),
  )
  return (
    <>
      <Tabs label={texts.states} tabs={tabs} value={state} onChange={setState} />
      <Loaded of={deferrals} lines={6}>
        {(listed) =>
          listed.length === 0 ? (
            <Card>
              <Empty icon="check" {...emptyTexts[state]} />
            </Card>
          ) : (
            <>
              {state === 'applied' && <Note>{texts.rule}</Note>}
              <Columns>
                {listed.map((each) => (
                  <DeferralCard
                    key={each.deferral.id}
                    at={{ communityId }}
                    listed={each}
                    mayDecide={mayDecidePlans(post)}
                    onDecided={deferrals.reload}
                  />
                ))}
              </Columns>
            </>
          )
        }
      </Loaded>
    </>
  )
}
