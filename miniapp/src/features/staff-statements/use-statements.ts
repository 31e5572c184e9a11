import type { PlaceStatement } from '@anjiao/shared/contract/bank-statements'
import type { CommunityId, MoneyPlaceId } from '@anjiao/shared/ids'
import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** Accounts and terminals, how far their statements are here, and how much of them is open. */
export const useStatementPlaces = (
  communityId: CommunityId,
): Query<Reply<'GET /v1/staff/communities/:communityId/bank-statements'>> =>
  useQuery(`bank-statements-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/bank-statements', { params: { communityId } }),
  )

/** The lines of a place, newest first, and what stands alone in the books. */
export const usePlaceStatement = (
  communityId: CommunityId,
  placeId: MoneyPlaceId,
  show: 'open' | 'all',
): Query<PlaceStatement> =>
  useQuery(`bank-statement-${communityId}-${placeId}-${show}`, () =>
    call('GET /v1/staff/communities/:communityId/money-places/:placeId/bank-statement', {
      params: { communityId, placeId },
      query: { show },
    }),
  )
