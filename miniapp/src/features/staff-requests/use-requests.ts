import type { WaitingRequest } from '@anjiao/shared/contract/requests'
import type { CommunityId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** Everything that residents asked and that waits for an answer, the most urgent first. */
export const useRequests = (communityId: CommunityId): Query<readonly WaitingRequest[]> =>
  useQuery(`requests-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/requests', { params: { communityId } }),
  )

/** Whether it should have been answered by now. */
export const isLate = ({ daysLeft }: Pick<WaitingRequest, 'daysLeft'>): boolean => daysLeft < 0
