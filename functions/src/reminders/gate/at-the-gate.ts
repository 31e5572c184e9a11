import type { CampaignState } from '@anjiao/shared/campaign-life'
import type { CampaignId, ChargeId, DeliveryId, HouseholdId, NoticeId } from '@anjiao/shared/ids'
import type { Channel, NoticeKind } from '@anjiao/shared/notice-life'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
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
