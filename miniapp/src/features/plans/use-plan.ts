import type { Plan } from '@anjiao/shared/contract/plan'
import type { PlanId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** One plan, as it stands today. */
export const usePlan = ({ communityId, householdId }: HomeAddress, planId: PlanId): Query<Plan> =>
  useQuery(`plan-${communityId}-${householdId}-${planId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/plans/:planId', {
      params: { communityId, householdId, planId },
    }),
  )
