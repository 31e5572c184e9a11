import type { PlanOptions } from '@anjiao/shared/contract/plans'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** What a home may choose: policy, charges, deferrals left. Everything else about a plan the phone works out by itself. */
export const usePlanOptions = ({ communityId, householdId }: HomeAddress): Query<PlanOptions> =>
  useQuery(`plan-options-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/plan-options', {
      params: { communityId, householdId },
    }),
  )
