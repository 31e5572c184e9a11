import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** 预存: what was paid ahead, and how it moved. */
export const useAdvance = ({
  communityId,
  householdId,
}: HomeAddress): Query<Reply<'GET /v1/communities/:communityId/households/:householdId/advance'>> =>
  useQuery(`advance-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/advance', {
      params: { communityId, householdId },
    }),
  )
