import {
  type Channel,
  type DeliveryOutcome,
  type WhyCampaignStands,
  type WhyNotSend,
  whyCampaignStands,
} from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { type Accounts, pausedChannels, smsAccounts } from '../delivery/channel-pauses.ts'
import { openToCampaigns, pausedKinds } from '../delivery/paused-kinds.ts'
import { knownQuota } from '../delivery/send-quota.ts'
import type { StoredCampaign } from './stored-campaign.ts'

/** Why nothing of a campaign goes out at the moment; null: it does, or it has none to send. */
export async function standsBecause(
  ctx: Ctx,
  { id, state }: StoredCampaign,
  accounts: Accounts,
): Promise<WhyCampaignStands | null> {
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
  const closed = await closedToCampaigns(
    ctx,
    accounts,
    waiting.map(({ channel }) => channel),
  )
  const open = waiting.filter(({ channel }) => !closed.has(channel))
  if (open.some(({ due }) => due)) return null
  if (open.length === 0) return [...closed.values()][0] ?? null
  return open.map(({ why }) => why).find(saysWhy) ?? null
}

const saysWhy = (why: WhyNotSend | null): why is WhyNotSend & WhyCampaignStands =>
  why !== null && why in whyCampaignStands

/** What stops a channel, by the answer that did. Whatever else does is a limit. */
const stopping: Partial<Record<DeliveryOutcome, WhyCampaignStands>> = {
  config: 'config',
  no_connection: 'no_connection',
  lost: 'no_connection',
}

/** Channels of those named on which a campaign may send nothing now, and why. */
async function closedToCampaigns(
  ctx: Ctx,
  accounts: Accounts,
  named: readonly Channel[],
): Promise<ReadonlyMap<Channel, WhyCampaignStands>> {
  const closed = new Map<Channel, WhyCampaignStands>()
  for (const [channel, outcome] of await pausedChannels(ctx, accounts, named)) {
    if (accounts[channel] === smsAccounts.none) closed.set(channel, 'not_set_up')
    else closed.set(channel, stopping[outcome] ?? 'quota')
  }
  const speaking = openToCampaigns(named, await pausedKinds(ctx, accounts, named))
  for (const channel of named)
    if (!speaking.includes(channel) && !closed.has(channel)) closed.set(channel, 'template')
  const quota = await knownQuota(ctx, accounts.subscription)
  if (quota?.leftToAsk === 0 && named.includes('subscription') && !closed.has('subscription'))
    closed.set('subscription', 'quota')
  return closed
}
