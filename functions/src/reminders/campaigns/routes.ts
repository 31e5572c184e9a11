import type { Campaign, campaignsApi } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, CampaignStepId, CommunityId } from '@anjiao/shared/ids'
import { asStaff } from '../../identity/index.ts'
import type { Ctx, World } from '../../platform/context.ts'
import type { Caller, Routes } from '../../platform/http/routes.ts'
import { accountsOf } from '../delivery/channel-pauses.ts'
import { refuseClosed } from '../delivery/closed-channels.ts'
import { readQuota } from '../delivery/send-quota.ts'
import { buildingRoles, lookingRoles } from '../who-reminds.ts'
import { campaignProgress } from './campaign-progress.ts'
import { campaignSteps, campaigns, campaignView } from './campaign-view.ts'
import { changeCampaign, makeCampaign } from './draft-campaign.ts'
import { dryRun } from './dry-run.ts'
import { moveCampaign } from './move-campaign.ts'
import { beginCampaign, stopCampaign } from './run-campaign.ts'
import { countSegment } from './segment.ts'
import { lockSeen, readCampaign, type StoredCampaign } from './stored-campaign.ts'
import { approveCampaign, submitCampaign } from './submit-campaign.ts'

interface Pressed {
  readonly world: World
  readonly caller: Caller
  readonly params: { readonly communityId: CommunityId; readonly campaignId: CampaignId }
  readonly body: { readonly seen: CampaignStepId }
}

/** Somebody who builds campaigns moves one, as they have seen it, and sees it as it is then. */
const press =
  (work: (ctx: Ctx, campaign: StoredCampaign, caller: Caller) => Promise<unknown>) =>
  ({ world, caller, params, body }: Pressed): Promise<Campaign> =>
    asStaff(world, caller, params.communityId, buildingRoles, async (ctx) => {
      await work(ctx, await lockSeen(ctx, params.campaignId, body.seen), caller)
      return campaignView(ctx, params.campaignId)
    })

const move = (event: 'send_back' | 'take_back' | 'pause' | 'resume') =>
  press((ctx, campaign) => moveCampaign(ctx, campaign, event))

export const campaignsRoutes: Routes<typeof campaignsApi> = {
  'GET /v1/staff/communities/:communityId/campaigns': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookingRoles, campaigns),

  'POST /v1/staff/communities/:communityId/campaigns/count': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, lookingRoles, (ctx) => countSegment(ctx, body)),

  'POST /v1/staff/communities/:communityId/campaigns/dry-run': async ({ world, caller, params, body }) => {
    await readQuota(world)
    return asStaff(world, caller, params.communityId, lookingRoles, (ctx) => {
      refuseClosed(body.channels, world)
      return dryRun(ctx, world.settings.appid, body)
    })
  },

  'POST /v1/staff/communities/:communityId/campaigns': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, buildingRoles, async (ctx) => {
      refuseClosed(body.channels, world)
      return campaignView(ctx, await makeCampaign(ctx, body, caller.personId))
    }),

  'GET /v1/staff/communities/:communityId/campaigns/:campaignId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookingRoles, async (ctx) => ({
      campaign: await campaignView(ctx, params.campaignId),
      progress: await campaignProgress(ctx, await readCampaign(ctx, params.campaignId), accountsOf(world)),
      steps: await campaignSteps(ctx, params.campaignId),
    })),

  'PUT /v1/staff/communities/:communityId/campaigns/:campaignId': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, buildingRoles, async (ctx) => {
      refuseClosed(body.channels, world)
      await changeCampaign(ctx, params.campaignId, body.seen, body)
      return campaignView(ctx, params.campaignId)
    }),

  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/submit': press(
    (ctx, campaign, { personId }) => submitCampaign(ctx, campaign, personId),
  ),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/approve': press(
    (ctx, campaign, { personId }) => approveCampaign(ctx, campaign, personId),
  ),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/send-back': move('send_back'),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/take-back': move('take_back'),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/start': press(beginCampaign),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/pause': move('pause'),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/resume': move('resume'),
  'POST /v1/staff/communities/:communityId/campaigns/:campaignId/stop': press(stopCampaign),
}
