import type { Counter } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** The counter as the person signed in finds it: their till, the accounts, and counts that wait. */
export const useCounter = (communityId: CommunityId): Query<Counter> =>
  useQuery(`counter-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/counter', { params: { communityId } }),
  )
