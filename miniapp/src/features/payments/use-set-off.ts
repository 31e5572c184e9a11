import type { SetOff } from '@anjiao/shared/contract/set-off'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** 自动抵扣: whether new bills are settled from what was paid ahead, and what that means. */
export const useSetOff = ({ communityId, householdId }: HomeAddress): Query<SetOff> =>
  useQuery(`set-off-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/set-off', {
      params: { communityId, householdId },
    }),
  )
