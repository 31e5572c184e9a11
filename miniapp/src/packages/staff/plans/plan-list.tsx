import type { PlanRow } from '@anjiao/shared/contract/staff-plans'
import type { CommunityId, PlanId } from '@anjiao/shared/ids'
import { type PlanState, planStates } from '@anjiao/shared/plan-life'
import { useState } from 'react'
import { Section } from '../../../features/staff-lists/section'
import { stateWords } from '../../../features/staff-plans/texts'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/use-pages'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { More } from '../../../ui/more'
import { Select } from '../../../ui/select'
import { Empty } from '../../../ui/states'
import { PlanTable } from './plan-table'
import { texts } from './texts'

const states = Object.keys(planStates) as PlanState[]
const choices = [
  { value: 'all' as const, label: texts.all },
  ...states.map((value) => ({ value, label: stateWords[value] })),
]

/** Plans newest first, all or those in a state. */
export function PlanList({ communityId }: { communityId: CommunityId }) {
  const [shown, setShown] = useState<PlanState | 'all'>('all')
  const plans = usePages<PlanRow, PlanId>(`plans-${communityId}-${shown}`, async (before) => {
    const slice = await call('GET /v1/staff/communities/:communityId/plans', {
      params: { communityId },
      query: { ...(shown !== 'all' && { state: shown }), ...(before && { before }) },
    })
    return { rows: slice.plans, next: slice.more ? slice.plans[slice.plans.length - 1]?.id : undefined }
  })
  return (
    <Section title={texts.list}>
      <Select label={texts.filter} options={choices} value={shown} onChange={setShown} />
      <Loaded of={plans} lines={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="search" title={shown === 'all' ? texts.none : texts.noneOfState} />
            </Card>
          ) : (
            <PlanTable communityId={communityId} plans={rows} />
          )
        }
      </Loaded>
      <More of={plans}>{texts.more}</More>
    </Section>
  )
}
