import type { CampaignState } from '@anjiao/shared/campaign-life'
import type { CampaignId } from '@anjiao/shared/ids'
import { campaignAlone } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import { moveCampaign, stateAfter } from './move-campaign.ts'
import { countSegment } from './segment.ts'
import type { StoredCampaign } from './stored-campaign.ts'

/**
 * Lets a campaign begin, which must be locked: its time has come, or somebody does not wait for it. One that was small enough for
 * one person and has grown since waits for a second instead.
 */
export async function beginCampaign(ctx: Ctx, campaign: StoredCampaign): Promise<CampaignState> {
  stateAfter(campaign.state, 'start')
  if (campaign.approvedBy === null) {
    const { homes } = await countSegment(ctx, campaign.segment)
    if (homes > campaignAlone) return moveCampaign(ctx, campaign, 'outgrow', { homes })
  }
  return moveCampaign(ctx, campaign, 'start')
}

/** Ends a campaign, which must be locked, for good: what has not gone out does not. What is just being sent is. */
export async function stopCampaign(ctx: Ctx, campaign: StoredCampaign): Promise<void> {
  await moveCampaign(ctx, campaign, 'stop')
  await stopWaiting(ctx, campaign.id)
}

/** Of a campaign that was stopped nothing waits. */
export function stopWaiting({ tx, community, now }: Ctx, id: CampaignId): Promise<number> {
  return tx.run`
    update delivery set state = 'stopped', why = 'stopped', ended_at = ${now}
     where (community_id, lane) = (${community}, ${id}) and state = 'waiting'`
}
