import type { HouseholdDetail } from '@anjiao/shared/contract/community'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** One household, as staff see it. */
export const useHousehold = ({ communityId, householdId }: HomeAddress): Query<HouseholdDetail> =>
  useQuery(`household-${communityId}-${householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId', {
      params: { communityId, householdId },
    }),
  )
