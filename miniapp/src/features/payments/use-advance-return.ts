import type { HomeAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** 退还预存款: what could go back, and how what was asked for stands. */
export const useAdvanceReturn = ({ communityId, householdId }: HomeAddress): Query<HomeAdvanceReturn> =>
  useQuery(`advance-return-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/advance-return', {
      params: { communityId, householdId },
    }),
  )
