import type { Channel, DeliveryOutcome } from '@anjiao/shared/notice-life'
import type { Ctx, World } from '../../platform/context.ts'

/** In whose name each channel sends: the mini-program, the SMS account. */
export type Accounts = Readonly<Record<Channel, string>>

/** `none`: in nobody's name, where this deployment has no account. Its pause says for how long one that was lost is waited for. */
export const smsAccounts = { own: 'sms', none: 'none' } as const

export const accountsOf = ({ settings, sms }: World): Accounts => ({
  subscription: settings.appid,
  sms: sms ? smsAccounts.own : smsAccounts.none,
  letter: '',
})

interface Pause {
  readonly channel: Channel
  /** Empty, or not said: the whole channel. */
  readonly templateId?: string
  readonly until: Date
  readonly outcome: DeliveryOutcome
}

/** Until then nothing goes out on a channel, or of one template of it, of whatever community; a longer pause stands. */
export async function pauseChannel(
  { tx }: Ctx,
  account: string,
  { channel, templateId = '', until, outcome }: Pause,
): Promise<void> {
  await tx.run`
    insert into channel_pause (channel, account, template_id, paused_until, paused_for)
    values (${channel}, ${account}, ${templateId}, ${until}, ${outcome})
    on conflict (channel, account, template_id) do update
       set paused_until = excluded.paused_until, paused_for = excluded.paused_for
     where channel_pause.paused_until <= excluded.paused_until`
}

/** Channels of those named on which something may go out now. */
export async function openChannels(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  accounts: Accounts,
  named: readonly Channel[],
): Promise<Channel[]> {
  const paused = await pausedChannels(ctx, accounts, named)
  return named.filter((channel) => !paused.has(channel))
}

/** Channels of those named on which nothing may go out now, with the answer that paused each. */
export async function pausedChannels(
  { tx, now }: Pick<Ctx, 'tx' | 'now'>,
  accounts: Accounts,
  named: readonly Channel[],
): Promise<ReadonlyMap<Channel, DeliveryOutcome>> {
  const paused = await tx.rows<{ channel: Channel; because: DeliveryOutcome }>`
    select p.channel, p.paused_for as because from channel_pause p
      join unnest(${named}::channel[], ${named.map((channel) => accounts[channel])}::text[]) as own (channel, account)
        on (own.channel, own.account, '') = (p.channel, p.account, p.template_id)
     where p.paused_until > ${now}`
  return new Map(paused.map(({ channel, because }) => [channel, because]))
}

/** Templates on the channels named of which nothing may go out now. */
export function pausedTemplates(
  { tx, now }: Pick<Ctx, 'tx' | 'now'>,
  accounts: Accounts,
  named: readonly Channel[],
): Promise<{ channel: Channel; templateId: string }[]> {
  return tx.rows<{ channel: Channel; templateId: string }>`
    select p.channel, p.template_id from channel_pause p
      join unnest(${named}::channel[], ${named.map((channel) => accounts[channel])}::text[]) as own (channel, account)
        on (own.channel, own.account) = (p.channel, p.account)
     where p.template_id <> '' and p.paused_until > ${now}`
}
