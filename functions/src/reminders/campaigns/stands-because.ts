import type { Channel, WhyNotSend } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { type Accounts, openChannels } from '../delivery/channel-pauses.ts'
import { knownQuota } from '../delivery/send-quota.ts'
import type { StoredCampaign } from './stored-campaign.ts'

/** Why nothing of a campaign goes out at the moment; null: it does, or it has none to send. */
export async function standsBecause(
  ctx: Ctx,
  { id, state }: StoredCampaign,
  accounts: Accounts,
): Promise<WhyNotSend | null> {
  if (state === 'paused') return 'paused'
  if (state !== 'running') return null
  const { tx, community, now } = ctx
  const waiting = await tx.rows<{ channel: Channel; due: boolean; why: WhyNotSend | null }>`
    select channel, due, why
      from unnest(enum_range(null::channel)) as each (channel)
     cross join lateral (
       select d.send_after <= ${now} as due, d.why from delivery d
        where (d.community_id, d.lane) = (${community}, ${id}) and d.state = 'waiting' and d.channel = each.channel
        order by d.send_after, d.id limit 1) as next`
  if (waiting.length === 0) return null
  const open = await openToCampaigns(
    ctx,
    accounts,
    waiting.map(({ channel }) => channel),
  )
  if (waiting.some(({ channel, due }) => due && open.includes(channel))) return null
  const later = waiting.filter(({ channel, due }) => !due && open.includes(channel))
  return later.map(({ why }) => why).find((why) => why !== null) ?? (later.length > 0 ? null : 'quota')
}

/** Channels of those named on which a campaign may send now. */
async function openToCampaigns(
  ctx: Ctx,
  accounts: Accounts,
  named: readonly Channel[],
): Promise<readonly Channel[]> {
  const open = await openChannels(ctx, accounts, named)
  const quota = await knownQuota(ctx, accounts.subscription)
  return quota?.leftToAsk === 0 ? open.filter((channel) => channel !== 'subscription') : open
}
