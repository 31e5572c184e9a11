import type { CampaignSegment, SegmentCount } from '@anjiao/shared/contract/campaigns'
import type { CommunityId } from '@anjiao/shared/ids'
import { useSettled } from '../../../features/staff-households/use-settled'
import { call } from '../../../platform/call'
import { type Query, useQuery } from '../../../platform/use-query'

/** How many homes a segment holds, counted anew whenever the writing pauses. Undefined segment: nothing is counted. */
export function useLiveCount(
  communityId: CommunityId,
  segment: CampaignSegment | undefined,
): Query<SegmentCount> {
  const settled = useSettled(segment ? JSON.stringify(segment) : '')
  return useQuery(settled === '' ? undefined : `count-${communityId}-${settled}`, () =>
    call('POST /v1/staff/communities/:communityId/campaigns/count', {
      params: { communityId },
      body: JSON.parse(settled),
    }),
  )
}
