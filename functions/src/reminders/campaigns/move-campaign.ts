import {
  afterCampaignEvent,
  type CampaignEvent,
  type CampaignState,
  type CampaignWriting,
  campaignEvents,
  campaignStates,
} from '@anjiao/shared/campaign-life'
import type { CampaignId, PersonId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { movedOn, type StoredCampaign } from './stored-campaign.ts'

/** What goes with the state that an event leads to; what is not named stays. */
export interface Going {
  readonly submittedBy?: PersonId
  readonly approvedBy?: PersonId
  /** How many it is for. */
  readonly homes?: number
}

/**
 * Moves a campaign, which must be locked, by one event of its life, and writes it down: of two people who press at once
 * the second is refused as `campaign-moved-on`. Refused as `campaign-own` where the event takes somebody else than those who
 * wrote or submitted it.
 */
export async function moveCampaign(
  ctx: Ctx,
  { id, state }: Pick<StoredCampaign, 'id' | 'state'>,
  event: CampaignEvent,
  { submittedBy, approvedBy, homes }: Going = {},
): Promise<CampaignState> {
  const to = stateAfter(state, event)
  if (campaignEvents[event].by === 'other staff' && (await hasWritten(ctx, id)))
    throw new Refusal('campaign-own')
  const isDraft = to === 'draft'
  await ctx.tx.run`
    update campaign
       set state = ${to},
           submitted_by = case when not ${isDraft} then coalesce(${submittedBy ?? null}, submitted_by) end,
           approved_by = case when not ${isDraft} then coalesce(${approvedBy ?? null}, approved_by) end,
           homes = case when not ${isDraft} then coalesce(${homes ?? null}, homes) end,
           started_at = case when ${event === 'start'} then ${ctx.now}::timestamptz else started_at end,
           ended_at = case when ${campaignStates[to].ended} then ${ctx.now}::timestamptz end
     where (community_id, id) = (${ctx.community}, ${id})`
  await writeDown(ctx, id, event, homes === undefined ? {} : { homes })
  return to
}

/** Where an event leads from a state. Refused as `campaign-moved-on` when it is not for that state. */
export function stateAfter(state: CampaignState, event: CampaignEvent): CampaignState {
  const to = afterCampaignEvent(state, event)
  if (!to) throw movedOn(state)
  return to
}

/** Whether whoever asks has had a hand in a campaign as it is: wrote, changed or submitted it. */
async function hasWritten({ tx, community, actor }: Ctx, id: CampaignId): Promise<boolean> {
  const hand = await tx.maybe`
    select from campaign_event
     where (community_id, campaign_id, by) = (${community}, ${id}, ${actorName(actor)})
       and event in ('make', 'change', 'submit', 'approve_alone') limit 1`
  return hand !== undefined
}

/** Writes down what happened to a campaign, with the campaign and in the audit log. */
export async function writeDown(
  ctx: Ctx,
  id: CampaignId,
  event: CampaignEvent | CampaignWriting,
  details: Readonly<Record<string, number>> = {},
): Promise<void> {
  await ctx.tx.run`
    insert into campaign_event (community_id, campaign_id, event, at, by)
    values (${ctx.community}, ${id}, ${event}, ${ctx.now}, ${actorName(ctx.actor)})`
  await logAction(ctx, `campaign-${event}`, `campaign:${id}`, details)
}
