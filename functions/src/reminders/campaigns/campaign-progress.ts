import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import type { CampaignProgress } from '@anjiao/shared/contract/campaigns'
import { type Channel, channels, type DeliveryState, type WhyNotSend } from '@anjiao/shared/notice-life'
import { comparedForDays } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import type { Accounts } from '../delivery/channel-pauses.ts'
import { conversion } from './conversion.ts'
import { standsBecause } from './stands-because.ts'
import type { StoredCampaign } from './stored-campaign.ts'

/** Messages of a campaign that stand alike. */
interface Alike {
  readonly channel: Channel
  readonly state: DeliveryState
  /** Its reader wanted none, or has agreed to no more. */
  readonly refused: boolean
  readonly why: WhyNotSend | null
  /** It is the last one of its notice by now. */
  readonly last: boolean
  readonly messages: number
  readonly opened: number
}

type Counted = Omit<
  CampaignProgress,
  'planned' | 'homes' | 'heldOut' | 'reminded' | 'notReminded' | 'comparesOn' | 'standsBecause'
>

/** How far a campaign is, and what came of it. */
export async function campaignProgress(
  ctx: Ctx,
  campaign: StoredCampaign,
  accounts: Accounts,
): Promise<CampaignProgress> {
  const { homes, heldOut } = await ctx.tx.one<{ homes: number; heldOut: number }>`
    select count(*) as homes, count(*) filter (where held_out) as held_out from campaign_home
     where (community_id, campaign_id) = (${ctx.community}, ${campaign.id})`
  return {
    planned: campaign.plannedAt !== null,
    homes,
    heldOut,
    ...countUp(await messagesOf(ctx, campaign)),
    ...(await conversion(ctx, campaign)),
    comparesOn: comparesOn(campaign),
    standsBecause: await standsBecause(ctx, campaign, accounts),
  }
}

/** The day after the last on which somebody may still pay and count. Pure. */
const comparesOn = ({ startedAt }: Pick<StoredCampaign, 'startedAt'>): CampaignProgress['comparesOn'] =>
  startedAt && addDays(businessDateAt(startedAt), comparedForDays + 1)

function messagesOf({ tx, community }: Ctx, { id }: StoredCampaign): Promise<Alike[]> {
  return tx.rows<Alike>`
    select channel, state, refused, why, last, count(*) as messages, count(*) filter (where opened) as opened
      from (select d.channel, d.state, coalesce(d.outcome in ('refused', 'banned'), false) as refused, d.why,
                   n.opened_at is not null as opened,
                   not exists (select from delivery later
                                where (later.community_id, later.notice_id) = (d.community_id, d.notice_id) and later.id > d.id)
                     as last
              from notice n join delivery d on (d.community_id, d.notice_id) = (n.community_id, n.id)
             where (n.community_id, n.campaign_id) = (${community}, ${id})) as each
     group by channel, state, refused, why, last`
}

/** Puts each home in one place, and each message on its channel. Pure. */
export function countUp(messages: readonly Alike[]): Counted {
  const last = messages.filter((each) => each.last)
  const count = (...states: DeliveryState[]) => sum(last.filter(({ state }) => states.includes(state)))
  const failed = last.filter(({ state }) => state === 'failed')
  const unreachable = last.filter(({ state }) => state === 'unreachable')
  return {
    waiting: count('waiting'),
    sending: count('sending'),
    sent: count('sent'),
    delivered: count('delivered'),
    opened: last.reduce((opened, each) => opened + each.opened, 0),
    refused: sum(failed.filter(({ refused }) => refused)),
    failed: sum(failed.filter(({ refused }) => !refused)),
    unreachable: sum(unreachable.filter(({ why }) => why !== 'no_credit')),
    noCredit: sum(unreachable.filter(({ why }) => why === 'no_credit')),
    unknown: count('unknown'),
    leftOut: leftOut(last.filter(({ state }) => state === 'left_out' || state === 'stopped')),
    byChannel: allChannels.flatMap((channel) => {
      const its = messages.filter((each) => each.channel === channel)
      const delivered = sum(its.filter(({ state }) => state === 'delivered'))
      return its.length > 0
        ? [{ channel, sent: delivered + sum(its.filter(({ state }) => state === 'sent')), delivered }]
        : []
    }),
  }
}

const allChannels = Object.keys(channels).filter((name): name is Channel => name in channels)

const sum = (messages: readonly Alike[]) => messages.reduce((total, each) => total + each.messages, 0)

const leftOut = (messages: readonly Alike[]): CampaignProgress['leftOut'] =>
  [...Map.groupBy(messages, ({ why }) => why ?? 'stopped')]
    .map(([why, its]) => ({ why, homes: sum(its) }))
    .toSorted((a, b) => b.homes - a.homes)
