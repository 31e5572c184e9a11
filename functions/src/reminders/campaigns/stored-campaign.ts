import { type CampaignState, campaignStates } from '@anjiao/shared/campaign-life'
import type { NewCampaign } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, CampaignStepId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import type { CampaignRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

type Asked = Pick<NewCampaign, 'segment' | 'channels'>

/** A campaign as it is stored. */
export interface StoredCampaign
  extends Omit<CampaignRow, 'communityId' | 'nextAt' | 'plannedThrough' | keyof Asked>,
    Asked {
  /** The last home whose notice is made. */
  readonly plannedThrough: HouseholdId | 0
}

/** A campaign as it is now. Refused as `not-found`. */
export async function readCampaign({ tx, community }: Ctx, id: CampaignId): Promise<StoredCampaign> {
  const campaign = await tx.maybe<StoredCampaign>`
    select id, name, segment, channels::text[], starts_at, per_minute, hold_out_percent, state, made_by, made_at, submitted_by,
           approved_by, homes, started_at, ended_at, planned_through, planned_at
      from campaign where (community_id, id) = (${community}, ${id})`
  if (!campaign) throw new Refusal('not-found')
  return campaign
}

/** The same, so that nobody else moves or plans it until this transaction ends. */
export async function lockCampaign(ctx: Ctx, id: CampaignId): Promise<StoredCampaign> {
  await ctx.tx.run`select from campaign where (community_id, id) = (${ctx.community}, ${id}) for update`
  return readCampaign(ctx, id)
}

/**
 * The same, as it was seen by whoever presses: after that step nobody has changed or moved it. Refused as `campaign-moved-on`, so
 * that nobody agrees to what they did not see.
 */
export async function lockSeen(ctx: Ctx, id: CampaignId, seen: CampaignStepId): Promise<StoredCampaign> {
  const campaign = await lockCampaign(ctx, id)
  const { last } = await ctx.tx.one<{ last: CampaignStepId }>`
    select max(id) as last from campaign_event where (community_id, campaign_id) = (${ctx.community}, ${id})`
  if (last !== seen) throw movedOn(campaign.state)
  return campaign
}

export const movedOn = (state: CampaignState): Refusal =>
  new Refusal('campaign-moved-on', { state: campaignStates[state].label })
