import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import { noticeKinds } from '@anjiao/shared/notice-life'
import type { Ctx, World } from '../../platform/context.ts'
import { type Accounts, openChannels } from './channel-pauses.ts'
import { closedChannels } from './closed-channels.ts'
import { nextLane } from './next-lane.ts'
import { type Leased, passSlice } from './pass-slice.ts'
import { countDown, quotaToday } from './send-quota.ts'

/** The next messages that may go. `quota-unread`: WeChat is to be asked first how many more it takes today. */
export type Passed = readonly Leased[] | 'nothing-due' | 'quota-unread'

/**
 * Takes the next messages that are due through the gate, as many as may still be sent today: what asks for something leaves a reserve
 * for who waits for a receipt or an answer, and what goes beyond waits for tomorrow.
 */
export async function passNext(ctx: Ctx, world: World, accounts: Accounts): Promise<Passed> {
  const open = await openChannels(ctx, accounts, sending)
  const pass = (due: Due, atMost = due.most) =>
    passOf(ctx, { ...due, most: Math.min(due.most, atMost) }, accounts.subscription, closedChannels(world))
  const due = await nextLane(ctx, open)
  if (!due) return 'nothing-due'
  if (!open.includes('subscription')) return pass(due)
  const quota = await quotaToday(ctx, accounts.subscription)
  if (quota === 'unread') return 'quota-unread'
  if (quota === 'being-read') return 'nothing-due'
  const { left, leftToAsk } = quota
  if (leftToAsk > 0) return pass(due, leftToAsk)
  await waitForTomorrow(ctx)
  const others = open.filter((channel) => channel !== 'subscription')
  const within = await nextLane(ctx, left > 0 ? open : others, others)
  if (!within) return 'nothing-due'
  return pass(within, within.channels.includes('subscription') ? left : undefined)
}

type Due = Exclude<Awaited<ReturnType<typeof nextLane>>, undefined>

async function passOf(ctx: Ctx, due: Due, appid: string, closed: readonly Channel[]): Promise<Passed> {
  const { leased, looked } = await passSlice(ctx, { ...due, appid, closed })
  await countDown(ctx, appid, leased.filter(({ sent }) => sent.channel === 'subscription').length)
  // What is due is in the hands of another sender.
  return looked === 0 ? 'nothing-due' : leased
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
