import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useQuery } from '../../../platform/use-query'
import { Below } from '../../../ui/below'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { Tabs } from '../../../ui/tabs'
import { type PeriodName, periodOf } from './chosen-period'
import { DayCard } from './day-card'
import { DaySection } from './day-section'
import { ExportCard } from './export-card'
import { OpenCard } from './open-card'
import { RouteCard } from './route-card'
import { texts } from './texts'
import { TotalCard } from './total-card'

export default function Finance() {
  return <StaffPage door="finance">{({ communityId }) => <Overview communityId={communityId} />}</StaffPage>
}

const tabs = (['week', 'days30', 'month', 'lastMonth'] as const satisfies readonly PeriodName[]).map(
  (value) => ({ value, label: texts.periods[value] }),
)

function Overview({ communityId }: { communityId: CommunityId }) {
  const [name, setName] = useState<PeriodName>('days30')
  const period = periodOf(name, today())
  const overview = useQuery(`finance-${communityId}-${period.from}-${period.to}`, () =>
    call('GET /v1/staff/communities/:communityId/finance-overview', {
      params: { communityId },
      query: { from: period.from, to: period.to },
    }),
  )
  return (
    <>
      <Tabs label={texts.period} tabs={tabs} value={name} onChange={setName} />
      <Loaded of={overview} lines={10}>
        {(told) => (
          <>
            <Columns>
              <Stack>
                <TotalCard overview={told} period={period} />
                <DayCard days={told.days} />
                <RouteCard routes={told.routes} />
              </Stack>
              <Stack>
                <OpenCard at={{ communityId }} open={told.open} />
                <ExportCard communityId={communityId} period={period} />
              </Stack>
            </Columns>
            <Below>
              <DaySection days={told.days} />
            </Below>
          </>
        )}
      </Loaded>
    </>
  )
}
