import type { Channel } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { type Accounts, pauseChannel } from './channel-pauses.ts'
import { type Became, inMinutes, minutesWithoutAnswer } from './what-became.ts'

/**
 * After so many messages in a row of which a provider said nothing it is taken to hang: going on would leave whole campaigns in
 * doubt. By chance so many are not lost, while others are answered.
 */
export const lostInARowMost = 20

interface Ended {
  readonly channel: Channel
  readonly became: Pick<Became, 'state' | 'outcome'>
}

/**
 * Counts on each channel how many of its last messages got no answer, in the order in which they came back; too many, and it is
 * paused for some minutes. One that is answered begins anew, and lets all go on.
 */
export async function brakeChannels(ctx: Ctx, accounts: Accounts, handed: readonly Ended[]): Promise<void> {
  // What never left says nothing of whoever would have got it.
  const asked = handed.filter(({ became }) => became.outcome !== 'no_connection')
  for (const [channel, its] of Map.groupBy(asked, (each) => each.channel)) {
    const lastAnswered = its.findLastIndex(({ became }) => became.state !== 'unknown')
    if (lastAnswered >= 0) await release(ctx, accounts[channel], channel)
    const lost = its.length - 1 - lastAnswered
    if (lost > 0) await countLost(ctx, accounts[channel], channel, lost)
  }
}

async function release({ tx, now }: Ctx, account: string, channel: Channel): Promise<void> {
  await tx.run`
    update channel_pause
       set lost_in_a_row = 0, paused_until = case when paused_for = 'lost' then least(paused_until, ${now}) else paused_until end
     where (channel, account, template_id) = (${channel}, ${account}, '') and lost_in_a_row > 0`
}

async function countLost(ctx: Ctx, account: string, channel: Channel, lost: number): Promise<void> {
  const { tx, now } = ctx
  const { inARow } = await tx.one<{ inARow: number }>`
    insert into channel_pause (channel, account, paused_until, paused_for, lost_in_a_row)
    values (${channel}, ${account}, ${now}, 'lost', ${lost})
    on conflict (channel, account, template_id) do update set lost_in_a_row = channel_pause.lost_in_a_row + excluded.lost_in_a_row
    returning lost_in_a_row as in_a_row`
  if (inARow >= lostInARowMost) await brake(ctx, account, channel)
}

/** Channels of those named on which the last messages got no answer, whether or not it is time to try one more. */
export async function brakedChannels(
  { tx }: Pick<Ctx, 'tx'>,
  accounts: Accounts,
  named: readonly Channel[],
): Promise<readonly Channel[]> {
  const braked = await tx.rows<{ channel: Channel }>`
    select p.channel from channel_pause p
      join unnest(${named}::channel[], ${named.map((channel) => accounts[channel])}::text[]) as own (channel, account)
        on (own.channel, own.account, '') = (p.channel, p.account, p.template_id)
     where p.lost_in_a_row >= ${lostInARowMost}`
  return braked.map(({ channel }) => channel)
}

/** Nothing goes out on a channel for some minutes. Where one message was let go to try whether it is answered, none follows until it is. */
export function brake(ctx: Ctx, account: string, channel: Channel): Promise<void> {
  return pauseChannel(ctx, account, {
    channel,
    until: inMinutes(ctx.now, minutesWithoutAnswer),
    outcome: 'lost',
  })
}
