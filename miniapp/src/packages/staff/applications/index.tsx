import type { CommunityId } from '@anjiao/shared/ids'
import { type ApplicationState, applicationStates } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { Tabs } from '../../../ui/tabs'
import './applications.scss'
import { DecidedCard } from './decided-card'
import { PendingCard } from './pending-card'
import { emptyTexts, texts } from './texts'

export default function Applications() {
  return (
    <StaffPage door="applications">
      {({ communityId }) => <ApplicationList communityId={communityId} />}
    </StaffPage>
  )
}

const tabs = (['pending', 'approved', 'rejected'] as const).map((value) => ({
  value,
  label: applicationStates[value],
}))

function ApplicationList({ communityId }: { communityId: CommunityId }) {
  const [state, setState] = useState<ApplicationState>('pending')
  const applications = useQuery(`applications-${communityId}-${state}`, () =>
    call('GET /v1/staff/communities/:communityId/applications', {
      params: { communityId },
      query: { state },
    }),
  )
  return (
    <>
      <Tabs label={texts.states} tabs={tabs} value={state} onChange={setState} />
      <Loaded of={applications} lines={6}>
        {(listed) =>
          listed.length === 0 ? (
            <Card>
              <Empty icon="check" {...emptyTexts[state]} />
            </Card>
          ) : (
            listed.map((each) =>
              state === 'pending' ? (
                <PendingCard key={each.application.id} toDecide={each} onDecided={applications.reload} />
              ) : (
                <DecidedCard key={each.application.id} decided={each} />
              ),
            )
          )
        }
      </Loaded>
    </>
  )
}
