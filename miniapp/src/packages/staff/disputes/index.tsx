import type { CommunityId } from '@anjiao/shared/ids'
import { type DisputeState, disputeStates } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { useDisputes } from '../../../features/staff-disputes/use-disputes'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { Tabs } from '../../../ui/tabs'
import { DisputeTable } from './dispute-table'
import { emptyTexts, texts } from './texts'

export default function Disputes() {
  return (
    <StaffPage door="disputes">{({ communityId }) => <DisputeList communityId={communityId} />}</StaffPage>
  )
}

const tabs = (['open', 'explained', 'corrected', 'withdrawn'] as const).map((value) => ({
  value,
  label: disputeStates[value],
}))

function DisputeList({ communityId }: { communityId: CommunityId }) {
  const [state, setState] = useState<DisputeState>('open')
  const disputes = useDisputes(communityId, state)
  return (
    <>
      <Tabs label={texts.states} tabs={tabs} value={state} onChange={setState} />
      <Loaded of={disputes} lines={6}>
        {(listed) =>
          listed.length === 0 ? (
            <Card>
              <Empty icon="check" {...emptyTexts[state]} />
            </Card>
          ) : (
            <>
              {state === 'open' && <Note>{texts.rule}</Note>}
              <DisputeTable communityId={communityId} disputes={listed} />
            </>
          )
        }
      </Loaded>
    </>
  )
}
