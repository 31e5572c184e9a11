import type { Plan } from '@anjiao/shared/contract/plan'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** The instalment plans of a home, newest first. */
export const usePlans = ({ communityId, householdId }: HomeAddress): Query<Plan[]> =>
  useQuery(`plans-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/plans', {
      params: { communityId, householdId },
    }),
  )
