import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { NewCampaign } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, CampaignStepId, PersonId } from '@anjiao/shared/ids'
import { campaignAheadDays } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { writeDown } from './move-campaign.ts'
import { refuseImpossible } from './segment.ts'
import { lockSeen, movedOn } from './stored-campaign.ts'

/** Drafts a campaign. Nothing is sent of it before somebody has submitted it. Refused as `bad-input`. */
export async function makeCampaign(ctx: Ctx, wanted: NewCampaign, madeBy: PersonId): Promise<CampaignId> {
  const { name, segment, channels, perMinute, holdOutPercent } = wanted
  refuseImpossible(segment)
  const { id } = await ctx.tx.one<{ id: CampaignId }>`
    insert into campaign (community_id, name, segment, channels, starts_at, per_minute, hold_out_percent, made_by, made_at)
    values (${ctx.community}, ${name.trim()}, ${JSON.stringify(segment)}, ${channels}::channel[], ${startOf(ctx, wanted)}, ${perMinute},
            ${holdOutPercent}, ${madeBy}, ${ctx.now})
    returning id`
  await writeDown(ctx, id, 'make')
  return id
}

/**
 * Changes a draft, whole, as it was seen. Refused as `bad-input`, `not-found`, and as `campaign-moved-on` once it was submitted or
 * somebody else has changed it.
 */
export async function changeCampaign(
  ctx: Ctx,
  id: CampaignId,
  seen: CampaignStepId,
  wanted: NewCampaign,
): Promise<void> {
  const { name, segment, channels, perMinute, holdOutPercent } = wanted
  refuseImpossible(segment)
  const { state } = await lockSeen(ctx, id, seen)
  if (state !== 'draft') throw movedOn(state)
  await ctx.tx.run`
    update campaign
       set name = ${name.trim()}, segment = ${JSON.stringify(segment)}, channels = ${channels}::channel[],
           starts_at = ${startOf(ctx, wanted)}, per_minute = ${perMinute}, hold_out_percent = ${holdOutPercent}
     where (community_id, id) = (${ctx.community}, ${id})`
  await writeDown(ctx, id, 'change')
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** When it is to begin; null: as soon as it is approved. What lies in the past begins then too. */
function startOf({ today }: Ctx, { startsAt }: NewCampaign): Date | null {
  if (startsAt === null) return null
  const start = new Date(startsAt)
  if (!instant.test(startsAt) || Number.isNaN(start.getTime()))
    throw new Refusal('bad-input', { detail: '开始时间不完整' })
  if (start >= startOfDay(addDays(today, campaignAheadDays)))
    throw new Refusal('bad-input', { detail: `开始时间最多可以提前 ${campaignAheadDays} 天` })
  return start
}
