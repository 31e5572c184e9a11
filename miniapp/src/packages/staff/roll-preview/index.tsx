import type { CommunityId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { RollSteps } from '../../../features/staff-roll/roll-steps'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { rollIn } from '../../../routes/staff'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { BringsCard } from './brings-card'
import { ConfirmRoll } from './confirm-roll'
import { DoneRoll } from './done-roll'
import { FileCard } from './file-card'
import { RowLists } from './row-lists'
import { texts } from './texts'

export default function RollPreview() {
  return (
    <StaffPage door="roll" title={texts.preview}>
      {(post) => <Roll communityId={post.communityId} />}
    </StaffPage>
  )
}

function Roll({ communityId }: { communityId: CommunityId }) {
  const rollImportId = rollIn(useRouter().params)
  const roll = useQuery(`roll-${communityId}-${rollImportId}`, () =>
    call('GET /v1/staff/communities/:communityId/rolls/:rollImportId', {
      params: { communityId, rollImportId },
    }),
  )
  return (
    <Loaded of={roll} lines={8}>
      {(told) => (
        <>
          <RollSteps at={told.state === 'confirmed' ? 2 : 1} />
          {told.state === 'confirmed' && <DoneRoll roll={told} communityId={communityId} />}
          <Columns>
            <BringsCard roll={told} />
            <FileCard roll={told} />
          </Columns>
          <RowLists summary={told.summary} />
          {told.state === 'previewed' && (
            <ConfirmRoll roll={told} communityId={communityId} onDone={roll.reload} />
          )}
        </>
      )}
    </Loaded>
  )
}
