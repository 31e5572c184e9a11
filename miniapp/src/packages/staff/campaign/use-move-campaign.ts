import type { CampaignMove } from '@anjiao/shared/campaign-terms'
import type { Campaign } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, CampaignStepId, CommunityId } from '@anjiao/shared/ids'
import { call } from '../../../platform/call'
import { type Mutation, useMutation } from '../../../platform/use-mutation'

export type Move = Exclude<CampaignMove, 'edit'>

export interface Pressed {
  readonly move: Move
  /** The last step of the campaign as it stood on the page. */
  readonly seen: CampaignStepId
}

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

/** Moves a campaign on, as it was seen. */
export const useMoveCampaign = (
  communityId: CommunityId,
  campaignId: CampaignId,
): Mutation<Pressed, Campaign> =>
  useMutation(({ move, seen }: Pressed, intention) =>
    call(
      `POST /v1/staff/communities/:communityId/campaigns/:campaignId/${paths[move]}`,
      { params: { communityId, campaignId }, body: { seen } },
      { intention },
    ),
  )
