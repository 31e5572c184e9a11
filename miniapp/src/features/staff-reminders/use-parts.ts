import type { CommunityParts } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** Buildings and fee items of a community, to choose from and to name. */
export const useParts = (communityId: CommunityId): Query<CommunityParts> =>
  useQuery(`parts-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/parts', { params: { communityId } }),
  )
