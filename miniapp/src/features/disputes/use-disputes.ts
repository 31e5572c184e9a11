import type { Dispute } from '@anjiao/shared/contract/disputes'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** 异议 of a home, newest first. With `wanted` false nothing is asked. */
export const useDisputes = ({ communityId, householdId }: HomeAddress, wanted = true): Query<Dispute[]> =>
  useQuery(wanted ? `disputes-${communityId}-${householdId}` : undefined, () =>
    call('GET /v1/communities/:communityId/households/:householdId/disputes', {
      params: { communityId, householdId },
    }),
  )
