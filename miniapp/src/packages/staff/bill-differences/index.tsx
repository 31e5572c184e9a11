import type { StaffPost } from '@anjiao/shared/contract/identity'
import { type DifferenceState, differenceStates } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { Tabs } from '../../../ui/tabs'
import { DifferenceList } from './difference-list'
import { FundFlowList } from './fund-flow-list'
import { StrayList } from './stray-list'
import { texts } from './texts'

export default function BillDifferences() {
  return (
    <StaffPage door="reconciliation" title={texts.title}>
      {(post) => <Explained post={post} />}
    </StaffPage>
  )
}

const tabs = (['open', 'resolved'] as const).map((value) => ({ value, label: differenceStates[value] }))

function Explained({ post }: { post: StaffPost }) {
  const [shown, setShown] = useState<DifferenceState>('open')
  return (
    <>
      <Tabs label={texts.show} tabs={tabs} value={shown} onChange={setShown} />
      <DifferenceList key={shown} post={post} state={shown} />
      {shown === 'open' && (
        <>
          <StrayList post={post} />
          <FundFlowList post={post} />
        </>
      )}
    </>
  )
}
