import type { CampaignId } from '@anjiao/shared/ids'
import type { Channel } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import type { Lane } from './claim.ts'

/** Messages that are looked at in one transaction. */
export const sliceMost = 200
/** A campaign that keeps a pace sends this many seconds' worth at once. */
export const secondsAtOnce = 2

export interface LaneToServe {
  readonly lane: Lane
  readonly channels: readonly Channel[]
  /** How many messages of it may go now. */
  readonly most: number
}

/** Channels on which something may go out, and those of them that are open to campaigns: all, unless said otherwise. */
export interface OpenTo {
  readonly channels: readonly Channel[]
  readonly ofCampaigns?: readonly Channel[]
}

/**
 * Which lane is served next, and with how many messages: what the rules bring before campaigns, and of campaigns under way the
 * one that has waited the longest and whose pace allows one, on channels that are open to campaigns. It is locked: another sender
 * takes another. Lanes of which others were found to hold all that is due are passed over. Undefined: nothing is due.
 */
export async function nextLane(
  { tx, community, now }: Ctx,
  { channels, ofCampaigns = channels }: OpenTo,
  held: readonly Lane[] = [],
): Promise<LaneToServe | undefined> {
  if (channels.length === 0) return undefined
  const { rules } = await tx.one<{ rules: boolean }>`
    select 0 <> all(${held}::bigint[])
           and exists (select from delivery
                        where community_id = ${community} and state = 'waiting' and lane = 0 and send_after <= ${now}
                          and channel <> 'letter' and channel = any(${channels}::channel[])) as rules`
  if (rules) return { lane: 0, channels, most: sliceMost }
  const campaign = await tx.maybe<{ id: CampaignId; perMinute: number | null }>`
    select c.id, c.per_minute
      from campaign c
     -- Campaign by campaign its first message: asked whether there is any, PostgreSQL may read all that wait.
     cross join lateral (
       select from delivery d
        where d.community_id = c.community_id and d.lane = c.id and d.state = 'waiting' and d.send_after <= ${now}
          and d.channel <> 'letter' and d.channel = any(${ofCampaigns}::channel[])
        order by d.send_after, d.id limit 1) as first
     where c.community_id = ${community} and c.state = 'running' and c.next_at <= ${now}
       and c.id <> all(${held}::bigint[])
     order by c.next_at, c.id limit 1 for update of c skip locked`
  if (!campaign) return undefined
  const { id, perMinute } = campaign
  const most =
    perMinute === null ? sliceMost : Math.min(sliceMost, Math.ceil((perMinute * secondsAtOnce) / 60))
  return { lane: id, channels: ofCampaigns, most }
}

/** When campaigns that wait for their pace may go on. */
export async function nextPaced({ tx, community, now }: Ctx): Promise<Date[]> {
  const paced = await tx.rows<{ nextAt: Date }>`
    select c.next_at
      from campaign c
     cross join lateral (
       select from delivery d
        where d.community_id = c.community_id and d.lane = c.id and d.state = 'waiting' and d.send_after <= ${now}
          and d.channel <> 'letter'
        order by d.send_after, d.id limit 1) as first
     where c.community_id = ${community} and c.state = 'running' and c.next_at > ${now}`
  return paced.map(({ nextAt }) => nextAt)
}
