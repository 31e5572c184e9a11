import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { ReliefApplicationId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { reliefIn } from '../../../routes/staff'
import { Loaded } from '../../../ui/loaded'
import { CaseView } from './case-view'
import { texts } from './texts'

export default function ReliefCasePage() {
  const applicationId = reliefIn(useRouter().params)
  return (
    <StaffPage door="relief" title={texts.title}>
      {(post) => <LoadedCase post={post} applicationId={applicationId} />}
    </StaffPage>
  )
}

function LoadedCase({ post, applicationId }: { post: StaffPost; applicationId: ReliefApplicationId }) {
  const { communityId } = post
  const shown = useQuery(`relief-case-${communityId}-${applicationId}`, () =>
    call('GET /v1/staff/communities/:communityId/relief/:applicationId', {
      params: { communityId, applicationId },
    }),
  )
  return (
    <Loaded of={shown} lines={8}>
      {(reliefCase) => <CaseView post={post} shown={reliefCase} onChanged={shown.reload} />}
    </Loaded>
  )
}
