import type { Deferral } from '@anjiao/shared/contract/deferrals'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** The deferrals of a home, newest first. */
export const useDeferrals = ({ communityId, householdId }: HomeAddress): Query<Deferral[]> =>
  useQuery(`deferrals-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/deferrals', {
      params: { communityId, householdId },
    }),
  )
