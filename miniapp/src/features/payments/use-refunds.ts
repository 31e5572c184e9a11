import type { HomeRefund } from '@anjiao/shared/contract/refunds'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** What went back to a home, or is on its way, newest first. */
export const useRefunds = ({ communityId, householdId }: HomeAddress): Query<readonly HomeRefund[]> =>
  useQuery(`refunds-of-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/refunds', {
      params: { communityId, householdId },
    }),
  )
