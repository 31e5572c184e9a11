import type { CampaignState } from '@anjiao/shared/campaign-life'
import type { CampaignId, ChargeId, DeliveryId, HouseholdId, NoticeId } from '@anjiao/shared/ids'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
import type { Ctx } from '../../platform/context.ts'
import type { NoticeSubject } from '../notices/notice-subject.ts'

/** A message whose turn has come. */
export interface AtTheGate {
  readonly deliveryId: DeliveryId
  readonly noticeId: NoticeId
  readonly householdId: HouseholdId
  readonly kind: NoticeKind
  readonly campaignId: CampaignId | null
  readonly campaignState: CampaignState | null
  /** The rule that made it. */
  readonly rule: ReminderRule | null
  /** Somebody has read it already, in the mini-program; of a letter: its owner has. */
  readonly opened: boolean
  readonly chargeIds: readonly ChargeId[] | null
  readonly subject: NoticeSubject
  readonly ownerOnly: boolean
  readonly notAfter: Date
  readonly channel: Channel
  readonly channels: readonly Channel[]
  readonly tries: number
}

/** What the gate is told of messages, in the order in which they are named. */
export function atTheGate({ tx, community }: Ctx, messages: readonly DeliveryId[]): Promise<AtTheGate[]> {
  return tx.rows<AtTheGate>`
    select d.id as delivery_id, d.notice_id, d.household_id, n.kind, n.campaign_id, p.state as campaign_state, n.rule, n.charge_ids,
           n.subject, n.owner_only, n.not_after, d.channel, n.channels::text[], d.tries,
           n.opened_at is not null and (d.channel <> 'letter' or exists (
             select from membership m
              where (m.community_id, m.household_id, m.person_id, m.relation) = (n.community_id, n.household_id, n.opened_by, 'owner'))) as opened
      from delivery d
      join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
      left join campaign p on (p.community_id, p.id) = (n.community_id, n.campaign_id)
     where d.community_id = ${community} and d.id = any(${messages}::bigint[])
     order by array_position(${messages}::bigint[], d.id)`
}
