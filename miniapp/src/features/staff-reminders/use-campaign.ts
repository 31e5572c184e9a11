import type { CampaignId, CommunityId } from '@anjiao/shared/ids'
import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

export type CampaignTold = Reply<'GET /v1/staff/communities/:communityId/campaigns/:campaignId'>

/** While it goes out: often enough to see it move, seldom enough for many to look on. */
const runningMs = 3_000
/** It begins by itself when its time has come; a colleague agrees to it, or takes it back. */
const waitingMs = 20_000

/** A campaign, how far it is and what came of it; asked for again while it moves by itself. */
export const useCampaign = (communityId: CommunityId, campaignId: CampaignId): Query<CampaignTold> =>
  useQuery(
    `campaign-${communityId}-${campaignId}`,
    () =>
      call('GET /v1/staff/communities/:communityId/campaigns/:campaignId', {
        params: { communityId, campaignId },
      }),
    { askAgainMs },
  )

function askAgainMs({ campaign: { state } }: CampaignTold): number | undefined {
  if (state === 'running') return runningMs
  return state === 'submitted' || state === 'approved' ? waitingMs : undefined
}
