import type { CampaignId, DeliveryId } from '@anjiao/shared/ids'
import type { Channel } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import type { AtTheGate } from '../gate/at-the-gate.ts'

/** Whose messages go out one after another: those of a campaign, or those of the rules. */
export type Lane = CampaignId | 0

interface Wanted {
  readonly lane: Lane
  readonly channels: readonly Channel[]
  readonly most: number
  /** Of these alone. */
  readonly only?: readonly DeliveryId[] | null
}

/**
 * Takes messages whose turn has come, at most one of a home: what one says changes what the next may. Home and message are
 * locked until the transaction ends, so that two senders never stand at the gate with the same home. A home whose payment
 * is being booked at this very moment is passed over, and has its turn right after.
 */
export async function claim(
  { tx, community, now }: Ctx,
  { lane, channels, most, only = null }: Wanted,
): Promise<AtTheGate[]> {
  const claimed = await tx.rows<AtTheGate>`
    select d.id as delivery_id, d.notice_id, d.household_id, n.kind, n.campaign_id, p.state as campaign_state, n.rule, n.charge_ids,
           n.subject, n.owner_only, n.not_after, d.channel, n.channels::text[], d.tries,
           n.opened_at is not null and (d.channel <> 'letter' or exists (
             select from membership m
              where (m.community_id, m.household_id, m.person_id, m.relation) = (n.community_id, n.household_id, n.opened_by, 'owner'))) as opened
      from delivery d
      join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
      join household h on (h.community_id, h.id) = (d.community_id, d.household_id)
      left join campaign p on (p.community_id, p.id) = (n.community_id, n.campaign_id)
     where d.community_id = ${community} and d.state = 'waiting' and d.lane = ${lane} and d.send_after <= ${now}
       and d.channel = any(${channels}::channel[]) and (${only}::bigint[] is null or d.id = any(${only}::bigint[]))
     order by d.send_after, d.id limit ${most}
       for no key update of h skip locked
       for update of d skip locked`
  return claimed.filter(
    ({ householdId }, at) => claimed.findIndex((other) => other.householdId === householdId) === at,
  )
}
