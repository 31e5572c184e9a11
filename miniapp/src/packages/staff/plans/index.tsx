import type { StaffPost } from '@anjiao/shared/contract/identity'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { MonthsCard } from './months-card'
import { PlanList } from './plan-list'
import { RecoveredCard } from './recovered-card'
import { StatesCard } from './states-card'
import { texts } from './texts'

export default function Plans() {
  return (
    <StaffPage door="plans" title={texts.title}>
      {(post) => <Overview post={post} />}
    </StaffPage>
  )
}

function Overview({ post: { communityId } }: { post: StaffPost }) {
  const overview = useQuery(`plans-overview-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/plans-overview', { params: { communityId } }),
  )
  return (
    <>
      <Loaded of={overview} lines={8}>
        {(figures) =>
          figures.byState.length === 0 ? (
            <Card>
              <Empty icon="calendar" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <Columns>
              <Stack>
                <RecoveredCard figures={figures} />
                <StatesCard byState={figures.byState} />
              </Stack>
              <MonthsCard months={figures.months} />
            </Columns>
          )
        }
      </Loaded>
      <PlanList communityId={communityId} />
    </>
  )
}
