import { type BusinessDate, formatPeriod } from '@anjiao/shared/calendar'
import type { WaitingRequest } from '@anjiao/shared/contract/disputes'
import { type DisputeAbout, disputeAbouts } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'

/** What a queue shows of one matter; the rest moves up as these are answered. */
const waitingMax = 200

type Waiting = Pick<
  WaitingRequest,
  'id' | 'householdId' | 'roomName' | 'ownerMasked' | 'amountFen' | 'replyBy'
> & {
  readonly about: DisputeAbout
  readonly feeItem: string
  readonly fromDate: BusinessDate
  readonly toDate: BusinessDate
  readonly askedAt: Date
}

/** Disputes that wait for an answer, the most urgent first. */
export async function waitingDisputes({ tx, community }: Ctx): Promise<Omit<WaitingRequest, 'daysLeft'>[]> {
  const waiting = await tx.rows<Waiting>`
    select d.id, d.household_id, room_name(b.name, r.unit, r.room_no) as room_name, masked_name(h.owner_name) as owner_masked,
           d.about, i.name as fee_item, c.from_date, c.to_date, c.amount_fen, d.asked_at, d.reply_by
      from dispute d
      join charge c on (c.community_id, c.id) = (d.community_id, d.charge_id)
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
      join household h on (h.community_id, h.id) = (d.community_id, d.household_id)
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
     where (d.community_id, d.state) = (${community}, 'open')
     order by d.reply_by, d.id limit ${waitingMax}`
  return waiting.map(({ about, feeItem, fromDate, toDate, askedAt, ...request }) => ({
    ...request,
    matter: 'dispute',
    what: `${feeItem} ${formatPeriod({ from: fromDate, to: toDate })}：${disputeAbouts[about]}`,
    askedAt: askedAt.toISOString(),
  }))
}
