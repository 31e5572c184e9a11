import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { letterBatchIn } from '../../../routes/staff'
import { Loaded } from '../../../ui/loaded'
import { BatchCard } from './batch-card'
import { isToWithdraw } from './is-to-withdraw'
import { KeptBackCard } from './kept-back-card'
import { LetterList } from './letter-list'
import { texts } from './texts'

export default function LetterBatchPage() {
  return (
    <StaffPage door="letters" title={texts.title}>
      {(post) => <OneBatch post={post} />}
    </StaffPage>
  )
}

/** How often one looks whether the paper is set. */
const againMs = 3_000

function OneBatch({ post }: { post: StaffPost }) {
  const { communityId } = post
  const batchId = letterBatchIn(useRouter().params)
  const found = useQuery(
    `letter-batch-${communityId}-${batchId}`,
    () =>
      call('GET /v1/staff/communities/:communityId/letter-batches/:batchId', {
        params: { communityId, batchId },
      }),
    { askAgainMs: ({ batch }) => (batch.hasPdf || batch.letters === 0 ? undefined : againMs) },
  )
  return (
    <Loaded of={found} lines={8}>
      {({ batch, letters, keptBack }) => (
        <>
          <BatchCard
            post={post}
            batch={batch}
            settled={letters.filter(isToWithdraw).length}
            onChanged={found.reload}
          />
          {letters.length > 0 && (
            <LetterList at={{ communityId }} batch={batch} letters={letters} onChanged={found.reload} />
          )}
          <KeptBackCard at={{ communityId }} keptBack={keptBack} />
        </>
      )}
    </Loaded>
  )
}
