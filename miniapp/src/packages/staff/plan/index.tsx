import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { PlanId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { planIn } from '../../../routes/staff'
import { Loaded } from '../../../ui/loaded'
import { PlanView } from './plan-view'
import { texts } from './texts'

export default function PlanPage() {
  const planId = planIn(useRouter().params)
  return (
    <StaffPage door="plans" title={texts.title}>
      {(post) => <LoadedPlan post={post} planId={planId} />}
    </StaffPage>
  )
}

function LoadedPlan({ post, planId }: { post: StaffPost; planId: PlanId }) {
  const { communityId } = post
  const plan = useQuery(`plan-${communityId}-${planId}`, () =>
    call('GET /v1/staff/communities/:communityId/plans/:planId', { params: { communityId, planId } }),
  )
  return (
    <Loaded of={plan} lines={8}>
      {(shown) => <PlanView post={post} plan={shown} onChanged={plan.reload} />}
    </Loaded>
  )
}
