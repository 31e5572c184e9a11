import type { Counter } from '@anjiao/shared/contract/counter'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { PersonId } from '@anjiao/shared/ids'
import { useCounter } from '../../../features/staff-counter/use-counter'
import { mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { HistorySection } from './history-section'
import { OwnTill } from './own-till'
import { PlacesCard } from './places-card'
import { TakeOverCard } from './take-over-card'
import { WaitingCard } from './waiting-card'

export default function TillPage() {
  return <StaffPage door="till">{(post) => <LoadedTill post={post} />}</StaffPage>
}

function LoadedTill({ post }: { post: StaffPost }) {
  const counter = useCounter(post.communityId)
  const me = useQuery('me', () => call('GET /v1/me', {}))
  return (
    <Loaded of={counter} lines={8}>
      {(found) => (
        <Loaded of={me} lines={4}>
          {({ personId }) => (
            <TillView post={post} personId={personId} counter={found} onChanged={counter.reload} />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

interface TillViewProps {
  post: StaffPost
  personId: PersonId
  counter: Counter
  onChanged: () => void
}

function TillView({ post: { communityId, roles }, personId, counter, onChanged }: TillViewProps) {
  const isFinance = mayEnter(roles, { roles: ['finance'] })
  const takes = mayEnter(roles, { roles: ['front_desk', 'finance', 'collector'] })
  const shared = { communityId, counter, onChanged }
  return (
    <>
      {counter.handedToYou.map((session) => (
        <TakeOverCard key={session.id} communityId={communityId} session={session} onChanged={onChanged} />
      ))}
      <Columns>
        {takes && <OwnTill {...shared} personId={personId} />}
        <WaitingCard {...shared} personId={personId} />
      </Columns>
      <PlacesCard {...shared} isFinance={isFinance} personId={personId} />
      <HistorySection communityId={communityId} key={counter.toConfirm.map(({ id }) => id).join()} />
    </>
  )
}
