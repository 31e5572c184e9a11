import type { LettersToPrint } from '@anjiao/shared/contract/letters'
import type { CampaignId, DeliveryId } from '@anjiao/shared/ids'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Where letters come from: a campaign, or a rule. */
export type LetterSource =
  | { readonly campaignId: CampaignId; readonly rule: null }
  | { readonly campaignId: null; readonly rule: ReminderRule }

/** Reads which letters are meant. Refused as `bad-input` where both are named, or neither. */
export function sourceOf({ campaignId, rule }: LettersToPrint): LetterSource {
  if (campaignId !== null && rule === null) return { campaignId, rule }
  if (campaignId === null && rule !== null) return { campaignId, rule }
  throw new Refusal('bad-input', { detail: '请选一个活动，或一条自动提醒' })
}

/** The next letters that wait, in the order in which somebody walks through the house: by building, unit, floor. */
export async function nextLetters(
  { tx, community, now }: Ctx,
  { campaignId, rule }: LetterSource,
  building: string | null,
  most: number,
): Promise<DeliveryId[]> {
  const next = await tx.rows<{ id: DeliveryId }>`
    select d.id
      from delivery d
      join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
      join household h on (h.community_id, h.id) = (d.community_id, d.household_id)
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
     where d.community_id = ${community} and d.state = 'waiting' and d.channel = 'letter' and d.send_after <= ${now}
       and (n.campaign_id = ${campaignId} or n.rule = ${rule}) and (${building}::text is null or b.name = ${building})
     order by length(b.name), b.name, length(r.unit), r.unit, length(r.room_no), r.room_no, d.id
     limit ${most}`
  return next.map(({ id }) => id)
}
