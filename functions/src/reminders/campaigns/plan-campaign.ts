import { addDays, businessDateAt, startOfDay } from '@anjiao/shared/calendar'
import type { CampaignId, HouseholdId } from '@anjiao/shared/ids'
import { campaignDays, comparedForDays } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import { nextHomes } from './segment.ts'
import { lockCampaign, type StoredCampaign } from './stored-campaign.ts'

/** Homes looked at in one transaction: long enough that a commit costs nothing, short enough that nobody waits long behind it. */
export const sliceHomes = 5_000

/**
 * Plans the next homes of a campaign that runs, by id: of those that are in its segment now, some are left unreminded, and for
 * each other one a notice waits on its first channel. All in one transaction that moves the campaign past them, so that it can be
 * stopped anywhere, gone on with, and worked on by several at once, who queue behind its row. Answers whether there is more.
 */
export async function planSlice(ctx: Ctx, id: CampaignId, most = sliceHomes): Promise<boolean> {
  const campaign = await lockCampaign(ctx, id)
  const { state, plannedAt, plannedThrough } = campaign
  if (state !== 'running' || plannedAt !== null) return false
  const { through, homes } = await nextHomes(ctx, plannedThrough, most)
  if (through !== null) await plan(ctx, campaign, through)
  const isMore = homes === most
  await ctx.tx.run`
    update campaign
       set planned_through = coalesce(${through}, planned_through), planned_at = case when not ${isMore} then ${ctx.now}::timestamptz end,
           homes = case when ${isMore} then homes
                        else (select count(*) from campaign_home
                               where (community_id, campaign_id) = (${ctx.community}, ${id})) end
     where (community_id, id) = (${ctx.community}, ${id})`
  return isMore
}

/** One statement: the homes of the slice, a notice for each that is reminded, and its first delivery. */
async function plan(
  { tx, community, today, now }: Ctx,
  { id, segment, channels, holdOutPercent, plannedThrough, startedAt }: StoredCampaign,
  through: HouseholdId,
): Promise<void> {
  const start = startedAt ?? now
  await tx.run`
    with home as (
      insert into campaign_home (community_id, campaign_id, household_id, held_out, charge_ids, open_fen)
      select ${community}::integer, ${id}::bigint, household_id, is_held_out(${id}, household_id, ${holdOutPercent}) or is_left_for_comparison(${community}, household_id, ${comparedSince(start)}),
             charge_ids, open_fen
        from homes_of_segment(${community}, ${today}, ${JSON.stringify(segment)}, ${plannedThrough}, ${through})
      returning household_id, held_out, charge_ids
    ), noticed as (
      insert into notice (community_id, household_id, kind, key, campaign_id, charge_ids, subject, channels, made_at, not_after)
      select ${community}::integer, household_id, 'reminder', 'campaign:' || ${id}::bigint, ${id}::bigint, charge_ids,
             '{"about": "charges", "beforeDue": false}', ${channels}::channel[], ${now}::timestamptz,
             ${lastMoment(start)}::timestamptz
        from home where not held_out order by household_id
      returning id, household_id
    )
    insert into delivery (community_id, notice_id, household_id, channel, lane, send_after)
    select ${community}::integer, id, household_id, ${channels[0]}::channel, ${id}::bigint, ${start}::timestamptz
      from noticed`
}

/** Until when the messages of a campaign that began then go out. */
export const lastMoment = (startedAt: Date): Date =>
  startOfDay(addDays(businessDateAt(startedAt), campaignDays + 1))

/** A home that another campaign left unreminded since then is still being compared. */
export const comparedSince = (start: Date): Date =>
  startOfDay(addDays(businessDateAt(start), -comparedForDays))
