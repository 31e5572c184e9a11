import type { StaffPost } from '@anjiao/shared/contract/identity'
import { type SuspenseState, suspenseStates } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { Tabs } from '../../../ui/tabs'
import { OpenList } from './open-list'
import { ResolvedList } from './resolved-list'
import { texts } from './texts'

export default function Suspense() {
  return <StaffPage door="suspense">{(post) => <Held post={post} />}</StaffPage>
}

const tabs = (['open', 'resolved'] as const).map((value) => ({ value, label: suspenseStates[value] }))

function Held({ post }: { post: StaffPost }) {
  const [shown, setShown] = useState<SuspenseState>('open')
  return (
    <>
      <Tabs label={texts.show} tabs={tabs} value={shown} onChange={setShown} />
      {shown === 'open' ? <OpenList post={post} /> : <ResolvedList post={post} />}
    </>
  )
}
