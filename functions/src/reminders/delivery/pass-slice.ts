import type { CampaignId, DeliveryId, PersonId } from '@anjiao/shared/ids'
import type { Channel, WhyNotSend } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { askTheGate } from '../gate/ask-the-gate.ts'
import { claim, type Lane } from './claim.ts'
import { tryNextChannel } from './next-channel.ts'
import { type Reached, reach } from './reach.ts'
import { writeStays, writeTold } from './write-answers.ts'

/** A message that may go: leased to this sender, which hands it to its provider once the transaction has committed. */
export type Leased = Reached

/** A sender that has not said within this time what became of a message is taken for dead. */
const leaseSeconds = 120

/** What came of looking at the next messages of a lane. */
export interface Slice {
  readonly leased: readonly Leased[]
  /** How many messages it looked at; fewer than asked for: nothing more is due. */
  readonly looked: number
}

interface Next {
  readonly lane: Lane
  readonly channels: readonly Channel[]
  readonly most: number
  readonly appid: string
}

/**
 * Takes the next messages of a lane through the gate, and leases those that may go: what is sent, to whom, and with which
 * consent stands written before anything goes out. Whoever dies after this leaves messages that nobody sends again by themselves.
 */
export async function passSlice(ctx: Ctx, { lane, channels, most, appid }: Next): Promise<Slice> {
  const waiting = await claim(ctx, { lane, channels, most })
  const answers = await askTheGate(ctx, waiting)
  const goes = answers.filter((answer) => answer.kind === 'go')
  await writeStays(
    ctx,
    answers.filter((answer) => answer.kind === 'stay'),
  )
  await writeTold(ctx, goes)
  const { reached, unreachable } = await reach(ctx, appid, goes)
  await lease(ctx, reached)
  await writeUnreachable(ctx, unreachable)
  if (lane !== 0) await keepPace(ctx, lane, reached.length)
  return { leased: reached, looked: waiting.length }
}

async function lease({ tx, community, now }: Ctx, reached: readonly Reached[]): Promise<void> {
  if (reached.length === 0) return
  const until = new Date(now.getTime() + leaseSeconds * 1_000)
  await tx.run`
    update delivery d
       set state = 'sending', leased_until = ${until}, why = null, gated_at = ${now}, wording_id = each.wording_id,
           person_id = each.person_id, sent_to = each.sent_to, sent = each.sent
      from unnest(${reached.map(({ deliveryId }) => deliveryId)}::bigint[],
                  ${reached.map(({ wordingId }) => wordingId)}::bigint[],
                  ${reached.map(({ personId }): PersonId | null => personId)}::bigint[],
                  ${reached.map(({ to }) => to)}::text[], ${reached.map(({ sent }) => JSON.stringify(sent))}::jsonb[])
             as each (id, wording_id, person_id, sent_to, sent)
     where d.community_id = ${community} and d.id = each.id`
}

async function writeUnreachable(
  ctx: Ctx,
  unreachable: readonly { readonly deliveryId: DeliveryId; readonly why: WhyNotSend }[],
): Promise<void> {
  const { tx, community, now } = ctx
  if (unreachable.length === 0) return
  await tx.run`
    update delivery d set state = 'unreachable', why = each.why, gated_at = ${now}, ended_at = ${now}
      from unnest(${unreachable.map(({ deliveryId }) => deliveryId)}::bigint[],
                  ${unreachable.map(({ why }) => why)}::why_not_send[]) as each (id, why)
     where d.community_id = ${community} and d.id = each.id`
  await tryNextChannel(
    ctx,
    unreachable.map(({ deliveryId }) => deliveryId),
  )
}

/** What goes out moves on when the next may, by the pace of its campaign. */
async function keepPace({ tx, community, now }: Ctx, campaignId: CampaignId, sent: number): Promise<void> {
  if (sent === 0) return
  await tx.run`
    update campaign set next_at = greatest(next_at, ${now}) + ${sent} * interval '60 seconds' / per_minute
     where (community_id, id) = (${community}, ${campaignId}) and per_minute is not null`
}
