import type { CampaignId, DeliveryId, HouseholdId } from '@anjiao/shared/ids'
import type { Channel } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { type AtTheGate, atTheGate } from '../gate/at-the-gate.ts'
import type { PausedKind } from './paused-kinds.ts'

/** Whose messages go out one after another: those of a campaign, or those of the rules. */
export type Lane = CampaignId | 0

interface Wanted {
  readonly lane: Lane
  readonly channels: readonly Channel[]
  readonly most: number
  /** What waits although its turn has come. */
  readonly without?: readonly PausedKind[]
}

/**
 * Takes messages whose turn has come, at most one of a home: what one says changes what the next may. Home and message are
 * locked until the transaction ends, so that two senders never stand at the gate with the same home. A home whose payment
 * is being booked at this very moment is passed over, and has its turn right after. Letters are not sent: they are claimed by name.
 */
export async function claim(ctx: Ctx, { lane, channels, most, without = [] }: Wanted): Promise<AtTheGate[]> {
  const { tx, community, now } = ctx
  const left = without.map(({ channel, kind }) => `${channel}:${kind}`)
  // Of channels that are not letters, said in so many words: delivery_to_send is for these.
  const locked = await tx.rows<Locked>`
    select d.id, d.household_id
      from delivery d
      join household h on (h.community_id, h.id) = (d.community_id, d.household_id)
     where d.community_id = ${community} and d.state = 'waiting' and d.lane = ${lane} and d.send_after <= ${now}
       and d.channel <> 'letter' and d.channel = any(${channels}::channel[])
       and (cardinality(${left}::text[]) = 0
            or d.channel || ':' || (select kind from notice where (community_id, id) = (d.community_id, d.notice_id))
               <> all(${left}::text[]))
     order by d.send_after, d.id limit ${most}
       for no key update of h skip locked
       for update of d skip locked`
  return atTheGate(ctx, oneOfAHome(locked))
}

/** The same for letters that somebody prints. */
export async function claimLetters(ctx: Ctx, letters: readonly DeliveryId[]): Promise<AtTheGate[]> {
  const { tx, community, now } = ctx
  const locked = await tx.rows<Locked>`
    select d.id, d.household_id
      from delivery d
      join household h on (h.community_id, h.id) = (d.community_id, d.household_id)
     where d.community_id = ${community} and d.id = any(${letters}::bigint[])
       and d.state = 'waiting' and d.channel = 'letter' and d.send_after <= ${now}
     order by array_position(${letters}::bigint[], d.id)
       for no key update of h skip locked
       for update of d skip locked`
  return atTheGate(ctx, oneOfAHome(locked))
}

interface Locked {
  readonly id: DeliveryId
  readonly householdId: HouseholdId
}

function oneOfAHome(locked: readonly Locked[]): DeliveryId[] {
  const first = new Map<HouseholdId, DeliveryId>()
  for (const { id, householdId } of locked) if (!first.has(householdId)) first.set(householdId, id)
  return [...first.values()]
}
