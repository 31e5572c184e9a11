import type { CommunityId } from '@anjiao/shared/ids'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { BuildingBars } from './building-bars'
import { texts } from './texts'
import { TotalCard } from './total-card'

export default function ReachPage() {
  return (
    <StaffPage door="reminders" title={texts.title}>
      {({ communityId }) => <ReachFigures communityId={communityId} />}
    </StaffPage>
  )
}

function ReachFigures({ communityId }: { communityId: CommunityId }) {
  const reach = useQuery(`reach-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/reach', { params: { communityId } }),
  )
  return (
    <Loaded of={reach} lines={8}>
      {(buildings) =>
        buildings.length === 0 ? (
          <Card>
            <Empty icon="people" title={texts.none} hint={texts.noneHint} />
          </Card>
        ) : (
          <Columns>
            <TotalCard buildings={buildings} />
            <BuildingBars buildings={buildings} />
          </Columns>
        )
      }
    </Loaded>
  )
}
