import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** What a home owes, by the books. */
export const useBills = ({
  communityId,
  householdId,
}: HomeAddress): Query<Reply<'GET /v1/communities/:communityId/households/:householdId/bills'>> =>
  useQuery(`bills-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/bills', {
      params: { communityId, householdId },
    }),
  )
