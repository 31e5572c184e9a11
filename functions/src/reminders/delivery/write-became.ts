import type { DeliveryId } from '@anjiao/shared/ids'
import { type Channel, deliveryStates } from '@anjiao/shared/notice-life'
import { noteGoneAccounts } from '../../identity/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { settleCredits } from '../credits/settle-credits.ts'
import { brakeChannels } from './brake-channel.ts'
import { type Accounts, pauseChannel } from './channel-pauses.ts'
import { tryNextChannel } from './next-channel.ts'
import { pausesOf } from './pauses-of.ts'
import { type Became, triesNoted } from './what-became.ts'

/** A message that was handed to a provider, and what became of it. */
export interface Handed {
  readonly deliveryId: DeliveryId
  /** When it went through the gate for this. */
  readonly gatedAt: Date
  readonly channel: Channel
  readonly templateId: string
  readonly providerId: string | null
  readonly errcode: string | null
  /** Whom it went to, if WeChat does not know them any more. */
  readonly goneOpenid: string | null
  readonly became: Became
}

/**
 * Writes down what became of messages that this sender handed over: their state, the proof that a provider took them, their
 * consents, whom WeChat does not know any more, and where they go next. A message whose lease has run out meanwhile is no
 * longer this sender's, and left alone, also where it went through the gate once more since.
 */
export async function writeBecame(ctx: Ctx, accounts: Accounts, handed: readonly Handed[]): Promise<void> {
  const own = await writeStates(ctx, handed)
  const ours = handed.filter(({ deliveryId }) => own.has(deliveryId))
  await settleCredits(
    ctx,
    ours.flatMap(({ deliveryId, channel, became: { credit } }) =>
      channel === 'subscription' && credit !== 'kept' ? [{ deliveryId, outcome: credit }] : [],
    ),
  )
  await noteGoneAccounts(
    ctx,
    accounts.subscription,
    ours.flatMap(({ goneOpenid }) => goneOpenid ?? []),
  )
  await proveAccepted(
    ctx,
    ours.filter(({ became }) => became.state === 'sent'),
  )
  await tryNextChannel(
    ctx,
    ours.filter(({ became }) => deliveryStates[became.state].next).map(({ deliveryId }) => deliveryId),
  )
  for (const pause of pausesOf(ours)) await pauseChannel(ctx, accounts[pause.channel], pause)
  await brakeChannels(ctx, accounts, ours)
}

async function writeStates(
  { tx, community, now }: Ctx,
  handed: readonly Handed[],
): Promise<ReadonlySet<DeliveryId>> {
  const written = await tx.rows<{ id: DeliveryId }>`
    update delivery d
       set state = each.state, outcome = each.outcome, errcode = each.errcode, provider_id = each.provider_id,
           leased_until = null, tries = least(tries + each.counts::int, ${triesNoted}), send_after = coalesce(each.again, send_after),
           sent_at = case when each.state in ('sent', 'unknown') then ${now}::timestamptz end,
           ended_at = case when each.state = 'failed' then ${now}::timestamptz end
      from unnest(${handed.map(({ deliveryId }) => deliveryId)}::bigint[],
                  ${handed.map(({ gatedAt }) => gatedAt)}::timestamptz[],
                  ${handed.map(({ became }) => became.state)}::delivery_state[],
                  ${handed.map(({ became }) => became.outcome)}::delivery_outcome[],
                  ${handed.map(({ errcode }) => errcode)}::text[], ${handed.map(({ providerId }) => providerId)}::text[],
                  ${handed.map(({ became }) => became.again)}::timestamptz[],
                  ${handed.map(({ became }) => became.counts)}::boolean[])
             as each (id, gated_at, state, outcome, errcode, provider_id, again, counts)
     where d.community_id = ${community} and d.id = each.id and d.state = 'sending' and d.gated_at = each.gated_at
    returning d.id`
  return new Set(written.map(({ id }) => id))
}

async function proveAccepted({ tx, community, now }: Ctx, sent: readonly Handed[]): Promise<void> {
  if (sent.length === 0) return
  await tx.run`
    insert into delivery_evidence (community_id, delivery_id, proof, at, note, told_by)
    select ${community}, id, 'accepted', ${now}, coalesce(provider_id, ''), 'provider'
      from unnest(${sent.map(({ deliveryId }) => deliveryId)}::bigint[], ${sent.map(({ providerId }) => providerId)}::text[])
             as each (id, provider_id)`
}
