import type { ReliefRow } from '@anjiao/shared/contract/staff-relief'
import type { CommunityId, ReliefApplicationId } from '@anjiao/shared/ids'
import { type ReliefState, reliefStates } from '@anjiao/shared/relief-life'
import { useState } from 'react'
import { Section } from '../../../features/staff-lists/section'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/use-pages'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { More } from '../../../ui/more'
import { Select } from '../../../ui/select'
import { Empty } from '../../../ui/states'
import { ReliefTable } from './relief-table'
import { texts } from './texts'

const states = Object.keys(reliefStates) as ReliefState[]
const choices = [
  { value: 'all' as const, label: texts.all },
  ...states.map((value) => ({ value, label: reliefStates[value].label })),
]

/** Relief applications newest first, all or those in a state. */
export function ReliefList({ communityId }: { communityId: CommunityId }) {
  const [shown, setShown] = useState<ReliefState | 'all'>('all')
  const applications = usePages<ReliefRow, ReliefApplicationId>(
    `relief-${communityId}-${shown}`,
    async (before) => {
      const slice = await call('GET /v1/staff/communities/:communityId/relief', {
        params: { communityId },
        query: { ...(shown !== 'all' && { state: shown }), ...(before && { before }) },
      })
      const last = slice.applications[slice.applications.length - 1]
      return { rows: slice.applications, next: slice.more ? last?.id : undefined }
    },
  )
  return (
    <Section title={texts.list}>
      <Select label={texts.filter} options={choices} value={shown} onChange={setShown} />
      <Loaded of={applications} lines={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              {shown === 'all' ? (
                <Empty title={texts.none} hint={texts.noneHint} />
              ) : (
                <Empty icon="search" title={texts.noneOfState} />
              )}
            </Card>
          ) : (
            <ReliefTable at={{ communityId }} applications={rows} />
          )
        }
      </Loaded>
      <More of={applications}>{texts.more}</More>
    </Section>
  )
}
