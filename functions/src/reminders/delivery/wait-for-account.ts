import type { Ctx, World } from '../../platform/context.ts'
import { smsAccounts } from './channel-pauses.ts'

/** Settings that were lost by mistake are put right within a day. Longer, no home waits for what another channel can tell it. */
const hoursToWait = 24
/** So many messages at a time are told why they wait. */
const toldMost = 1_000

/**
 * Keeps in mind that this deployment has its SMS account. Where it had one and has lost it, what would go by SMS waits from then on,
 * for as long as the channel without an account is paused; one that never had any is waited for by nobody.
 */
export async function waitForAccount(ctx: Ctx, { sms }: Pick<World, 'sms'>): Promise<void> {
  if (sms) return keepInMind(ctx)
  await beginWaiting(ctx)
  await tellWhy(ctx)
}

/** Written only where it changes something: every sender of every community comes by here. */
async function keepInMind({ tx }: Ctx): Promise<void> {
  await tx.run`
    with again as (
      update channel_pause set paused_until = '-infinity'
       where (channel, account) = ('sms', ${smsAccounts.none}) and paused_until > '-infinity'
    )
    insert into channel_pause (channel, account, paused_until, paused_for)
    values ('sms', ${smsAccounts.none}, '-infinity', 'config')
    on conflict do nothing`
}

async function beginWaiting({ tx, now }: Ctx): Promise<void> {
  await tx.run`
    update channel_pause set paused_until = ${now}::timestamptz + make_interval(hours => ${hoursToWait})
     where (channel, account) = ('sms', ${smsAccounts.none}) and paused_until = '-infinity'`
}

/** With each message whose turn has come is kept why it waits, for staff to see. */
async function tellWhy({ tx, community, now }: Ctx): Promise<void> {
  await tx.run`
    with due as (
      select d.id from delivery d
       where d.community_id = ${community} and d.state = 'waiting' and d.channel = 'sms' and d.send_after <= ${now}
         and d.why is distinct from 'not_set_up'
         and exists (select from channel_pause
                      where (channel, account) = ('sms', ${smsAccounts.none}) and paused_until > ${now})
       order by d.id limit ${toldMost} for update of d skip locked
    )
    update delivery d set why = 'not_set_up' from due where d.community_id = ${community} and d.id = due.id`
}
