import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { CommunityId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** Versions of the plan policy (分期办法), the one in force first. */
export const usePolicies = (communityId: CommunityId): Query<readonly PlanPolicy[]> =>
  useQuery(`plan-policies-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/plan-policies', { params: { communityId } }),
  )
