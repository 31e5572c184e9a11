import type { Campaign, CampaignMove } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, CommunityId } from '@anjiao/shared/ids'
import { call } from '../../../platform/call'
import { type Mutation, useMutation } from '../../../platform/use-mutation'

export type Move = Exclude<CampaignMove, 'edit'>

const paths = {
  submit: 'submit',
  approve: 'approve',
  send_back: 'send-back',
  take_back: 'take-back',
  start: 'start',
  pause: 'pause',
  resume: 'resume',
  stop: 'stop',
} as const satisfies Record<Move, string>

/** Moves a campaign on. */
export const useMoveCampaign = (communityId: CommunityId, campaignId: CampaignId): Mutation<Move, Campaign> =>
  useMutation((move: Move, intention) =>
    call(
      `POST /v1/staff/communities/:communityId/campaigns/:campaignId/${paths[move]}`,
      { params: { communityId, campaignId } },
      { intention },
    ),
  )
