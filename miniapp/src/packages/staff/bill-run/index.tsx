import type { BillRun } from '@anjiao/shared/contract/bill-runs'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { NewRun } from './new-run'
import { RunTable } from './run-table'
import { RunningCard } from './running-card'

export default function BillRunPage() {
  return <StaffPage door="billRun">{({ communityId }) => <Runs communityId={communityId} />}</StaffPage>
}

/** One run is under way, or one may be begun; below it the runs there have been. */
function Runs({ communityId }: { communityId: CommunityId }) {
  const [started, setStarted] = useState<BillRun>()
  const runs = useQuery(`bill-runs-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/bill-runs', { params: { communityId } }),
  )
  const watched = started ?? runs.data?.find(({ state }) => state === 'running')
  return (
    <>
      {watched && (
        <RunningCard
          key={watched.id}
          communityId={communityId}
          started={watched}
          onFinished={(finished) => {
            setStarted(finished)
            runs.reload()
          }}
        />
      )}
      {watched?.state !== 'running' && (
        <NewRun
          communityId={communityId}
          onStarted={(run) => {
            setStarted(run)
            runs.reload()
          }}
        />
      )}
      <RunTable runs={runs} />
    </>
  )
}
