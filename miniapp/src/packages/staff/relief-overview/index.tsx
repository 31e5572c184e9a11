import type { CommunityId } from '@anjiao/shared/ids'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { DecidersOnly } from '../../../features/staff-relief/deciders-only'
import { mayDecideRelief } from '../../../features/staff-relief/may-decide'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { BudgetsCard } from './budgets-card'
import { EqualSection } from './equal-section'
import { KindBars } from './kind-bars'
import { KindSection } from './kind-section'
import { texts } from './texts'
import { TotalCard } from './total-card'

export default function ReliefOverviewPage() {
  return (
    <StaffPage door="relief" title={texts.title}>
      {(post) => (mayDecideRelief(post) ? <Overview communityId={post.communityId} /> : <DecidersOnly />)}
    </StaffPage>
  )
}

function Overview({ communityId }: { communityId: CommunityId }) {
  const overview = useQuery(`relief-overview-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/relief-overview', { params: { communityId } }),
  )
  return (
    <Loaded of={overview} lines={8}>
      {({ budgets, byKind, unequal }) => (
        <>
          <Columns>
            <Stack>
              <TotalCard byKind={byKind} />
              <BudgetsCard budgets={budgets} />
            </Stack>
            <KindBars byKind={byKind} />
          </Columns>
          <EqualSection at={{ communityId }} unequal={unequal} />
          <KindSection byKind={byKind} />
        </>
      )}
    </Loaded>
  )
}
