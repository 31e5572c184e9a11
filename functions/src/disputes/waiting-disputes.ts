import { type BusinessDate, formatPeriod } from '@anjiao/shared/calendar'
import { type DisputeAbout, disputeAbouts } from '@anjiao/shared/vocabulary'
import { type FoundWaiting, type Waiting, waitingFor, waitingMax } from '../community/index.ts'
import type { Ctx } from '../platform/context.ts'

interface FoundDispute extends FoundWaiting {
  readonly about: DisputeAbout
  readonly feeItem: string
  readonly fromDate: BusinessDate
  readonly toDate: BusinessDate
}

/** Disputes that wait for an answer, the most urgent first. */
export async function waitingDisputes({ tx, community }: Ctx): Promise<Waiting[]> {
  const waiting = await tx.rows<FoundDispute>`
    select d.id, d.household_id, home.room_name, home.owner_masked,
           d.about, i.name as fee_item, c.from_date, c.to_date, c.amount_fen, d.asked_at, d.reply_by
      from dispute d
      join charge c on (c.community_id, c.id) = (d.community_id, d.charge_id)
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
      join home_name home on (home.community_id, home.household_id) = (d.community_id, d.household_id)
     where (d.community_id, d.state) = (${community}, 'open')
     order by d.reply_by, d.id limit ${waitingMax}`
  return waiting.map((found) => waitingFor('dispute', whatIsDoubted(found), found))
}

const whatIsDoubted = ({ about, feeItem, fromDate, toDate }: FoundDispute): string =>
  `${feeItem} ${formatPeriod({ from: fromDate, to: toDate })}：${disputeAbouts[about]}`
