import {
  afterCampaignEvent,
  type CampaignEvent,
  type CampaignState,
  type CampaignWriting,
  campaignEvents,
} from '@anjiao/shared/campaign-life'
import { type CampaignMove, campaignMoves } from '@anjiao/shared/campaign-terms'
import type { Campaign, CampaignStep } from '@anjiao/shared/contract/campaigns'
import type { CampaignId } from '@anjiao/shared/ids'
import { campaignsMost } from '@anjiao/shared/notice-limits'
import { leftStaff } from '@anjiao/shared/vocabulary'
import { holdsAnyOf } from '../../identity/index.ts'
import { type Actor, actorName, type Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { buildingRoles } from '../who-reminds.ts'

interface Found extends Omit<Campaign, 'may' | 'startsAt' | 'madeAt' | 'startedAt'> {
  readonly startsAt: Date | null
  readonly madeAt: Date
  readonly startedAt: Date | null
  readonly hasHand: boolean
}

/** Campaigns, newest first. */
export const campaigns = (ctx: Ctx): Promise<Campaign[]> => find(ctx, null)

/** One campaign. Refused as `not-found`. */
export async function campaignView(ctx: Ctx, id: CampaignId): Promise<Campaign> {
  const [campaign] = await find(ctx, id)
  if (!campaign) throw new Refusal('not-found')
  return campaign
}

async function find({ tx, community, actor }: Ctx, only: CampaignId | null): Promise<Campaign[]> {
  const found = await tx.rows<Found>`
    select c.id, c.name, c.segment, c.channels::text[], c.starts_at, c.per_minute, c.hold_out_percent, c.state, c.homes, c.made_at,
           c.started_at,
           (select max(e.id) from campaign_event e where (e.community_id, e.campaign_id) = (c.community_id, c.id)) as last_step,
           coalesce(maker.name, ${leftStaff}) as made_by,
           case when c.approved_by is not null then coalesce(approver.name, ${leftStaff}) end as approved_by,
           exists (select from campaign_event e
                    where (e.community_id, e.campaign_id, e.by) = (c.community_id, c.id, ${actorName(actor)})
                      and e.event in ('make', 'change', 'submit', 'approve_alone')) as has_hand
      from campaign c
      left join staff maker on (maker.community_id, maker.person_id) = (c.community_id, c.made_by)
      left join staff approver on (approver.community_id, approver.person_id) = (c.community_id, c.approved_by)
     where c.community_id = ${community} and (${only}::bigint is null or c.id = ${only})
     order by c.id desc limit ${campaignsMost}`
  return found.map(({ startsAt, madeAt, startedAt, hasHand, ...campaign }) => ({
    ...campaign,
    startsAt: startsAt?.toISOString() ?? null,
    madeAt: madeAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    may: mayDo(campaign.state, { builds: builds(actor), hasHand }),
  }))
}

const builds = (actor: Actor): boolean => actor.kind === 'staff' && holdsAnyOf(actor.roles, buildingRoles)

/** What somebody may do with a campaign in a state: nothing, unless they build campaigns; nobody agrees to their own. Pure. */
export function mayDo(
  state: CampaignState,
  { builds, hasHand }: { builds: boolean; hasHand: boolean },
): CampaignMove[] {
  if (!builds) return []
  return moves.filter((move) => {
    if (move === 'edit') return state === 'draft'
    const isOthers = campaignEvents[move].by === 'other staff'
    return afterCampaignEvent(state, move) !== undefined && !(isOthers && hasHand)
  })
}

const moves = Object.keys(campaignMoves).filter((move): move is CampaignMove => move in campaignMoves)

/** What happened to a campaign, oldest first. */
export async function campaignSteps({ tx, community }: Ctx, id: CampaignId): Promise<CampaignStep[]> {
  const steps = await tx.rows<{ event: CampaignEvent | CampaignWriting; at: Date; by: string }>`
    select e.event, e.at, case when e.by like 'system:%' then '系统' else coalesce(s.name, ${leftStaff}) end as by
      from campaign_event e
      left join staff s on s.community_id = e.community_id and e.by = 'staff:' || s.person_id
     where (e.community_id, e.campaign_id) = (${community}, ${id})
     order by e.id`
  return steps.map((step) => ({ ...step, at: step.at.toISOString() }))
}
