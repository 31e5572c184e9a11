import type { Plan } from '@anjiao/shared/contract/plans'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** The instalment plans of a home, newest first. Without a home nothing is asked yet. */
export function usePlans(home: HomeAddress | undefined): Query<Plan[]> {
  const params = home && { communityId: home.communityId, householdId: home.householdId }
  return useQuery(params && `plans-${params.communityId}-${params.householdId}`, () =>
    params
      ? call('GET /v1/communities/:communityId/households/:householdId/plans', { params })
      : Promise.resolve([]),
  )
}
