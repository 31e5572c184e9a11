import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import { noticeKinds } from '@anjiao/shared/notice-life'
import type { Ctx, World } from '../../platform/context.ts'
import { brake, brakedChannels } from './brake-channel.ts'
import { type Accounts, accountsOf, openChannels } from './channel-pauses.ts'
import type { Lane } from './claim.ts'
import { closedChannels } from './closed-channels.ts'
import { nextLane, type OpenTo } from './next-lane.ts'
import { type Leased, passSlice } from './pass-slice.ts'
import { openToCampaigns, type PausedKind, pausedKinds } from './paused-kinds.ts'
import { countDown, quotaToday } from './send-quota.ts'

/** The next messages that may go. `quota-unread`: WeChat is to be asked first how many more it takes today. */
export type Passed = readonly Leased[] | 'nothing-due' | 'quota-unread'

/**
 * Takes the next messages that are due through the gate, as many as may still be sent today: what asks for something leaves a reserve
 * for who waits for a receipt or an answer, and what goes beyond waits for tomorrow. Where a provider has left the last ones unanswered,
 * one goes to try whether it answers.
 */
export async function passNext(ctx: Ctx, world: World, accounts: Accounts): Promise<Passed> {
  const open = await openChannels(ctx, accounts, sending)
  const without = await pausedKinds(ctx, accounts, open)
  const all = { channels: open, ofCampaigns: openToCampaigns(open, without) }
  const pass = (ways: OpenTo, subscriptionsMost?: number) =>
    passFirst(ctx, world, { ...ways, without, ...(subscriptionsMost !== undefined && { subscriptionsMost }) })
  if (!open.includes('subscription')) return pass(all)
  const quota = await quotaToday(ctx, accounts.subscription)
  if (quota === 'unread') return (await nextLane(ctx, all)) ? 'quota-unread' : 'nothing-due'
  if (quota === 'being-read') return 'nothing-due'
  const { left, leftToAsk } = quota
  if (leftToAsk > 0) return pass(all, leftToAsk)
  await waitForTomorrow(ctx)
  const others = open.filter((channel) => channel !== 'subscription')
  return pass({ channels: left > 0 ? open : others, ofCampaigns: openToCampaigns(others, without) }, left)
}

interface Ways extends OpenTo {
  /** So many subscription messages may still be sent. */
  readonly subscriptionsMost?: number
  readonly without: readonly PausedKind[]
}

/** Takes through the gate what is due of the first lane whose messages are not all in the hands of others. */
async function passFirst(ctx: Ctx, world: World, ways: Ways): Promise<Passed> {
  const { appid } = world.settings
  const accounts = accountsOf(world)
  const braked = await brakedChannels(ctx, accounts, ways.channels)
  const closed = closedChannels(world)
  const held: Lane[] = []
  for (;;) {
    const due = await nextLane(ctx, ways, held)
    if (!due) return 'nothing-due'
    const atMost = due.channels.includes('subscription') ? ways.subscriptionsMost : undefined
    const trying = braked.filter((channel) => due.channels.includes(channel))
    const most = Math.min(due.most, atMost ?? due.most, trying.length > 0 ? 1 : due.most)
    const { leased, looked } = await passSlice(ctx, { ...due, most, appid, closed, without: ways.without })
    await countDown(ctx, appid, leased.filter(({ sent }) => sent.channel === 'subscription').length)
    for (const channel of trying)
      if (leased.some(({ sent }) => sent.channel === channel)) await brake(ctx, accounts[channel], channel)
    if (looked > 0) return leased
    held.push(due.lane)
  }
}

/** Letters are printed by people, and go through the gate when they are. */
const sending: readonly Channel[] = ['subscription', 'sms']

/** Kinds of notices that ask for something. */
const asking = Object.keys(noticeKinds)
  .filter((kind): kind is NoticeKind => kind in noticeKinds)
  .filter((kind) => !noticeKinds[kind].answersReader)

/** What rules bring that asks for something waits until messages may be sent again. Campaigns wait as a whole. */
async function waitForTomorrow({ tx, community, now, today }: Ctx): Promise<void> {
  await tx.run`
    with due as (
      select d.id from delivery d join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
       where d.community_id = ${community} and d.state = 'waiting' and d.lane = 0 and d.send_after <= ${now}
         and d.channel = 'subscription' and n.kind = any(${asking}::notice_kind[])
       order by d.id for update of d skip locked
    )
    update delivery d set why = 'quota', send_after = ${startOfDay(addDays(today, 1))}
      from due where d.community_id = ${community} and d.id = due.id`
}
