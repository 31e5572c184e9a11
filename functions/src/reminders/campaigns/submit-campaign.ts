import type { PersonId } from '@anjiao/shared/ids'
import { campaignAlone } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { moveCampaign, stateAfter } from './move-campaign.ts'
import { countSegment } from './segment.ts'
import type { StoredCampaign } from './stored-campaign.ts'

/**
 * Says that a draft, which must be locked, is ready to go. For more homes than one person decides about, a second looks first; for fewer it waits for
 * nothing but its time. Refused as `campaign-moved-on`, and as `campaign-reaches-nobody` where no home is in its segment.
 */
export async function submitCampaign(
  ctx: Ctx,
  campaign: StoredCampaign,
  submittedBy: PersonId,
): Promise<void> {
  stateAfter(campaign.state, 'submit')
  const { homes } = await countSegment(ctx, campaign.segment)
  if (homes === 0) throw new Refusal('campaign-reaches-nobody')
  await moveCampaign(ctx, campaign, homes > campaignAlone ? 'submit' : 'approve_alone', {
    submittedBy,
    homes,
  })
}

/** The second person agrees. Refused as `campaign-own` to whoever had a hand in it, and as `campaign-moved-on`. */
export async function approveCampaign(
  ctx: Ctx,
  campaign: StoredCampaign,
  approvedBy: PersonId,
): Promise<void> {
  await moveCampaign(ctx, campaign, 'approve', { approvedBy })
}
