import { addDays, type BusinessDate, startOfDay } from '@anjiao/shared/calendar'
import type { PayoutDay } from '@anjiao/shared/contract/refunds'
import { sumFen } from '@anjiao/shared/money'
import { leftStaff } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'

/** More than this no counter pays out on a day. */
const ofDayMost = 200

/** What was paid out on a day, newest first. */
export async function payoutDay({ tx, community }: Ctx, day: BusinessDate): Promise<PayoutDay> {
  const payouts = await tx.rows<PayoutDay['payouts'][number]>`
    select r.id as refund_id, home.room_name, r.route, r.amount_fen, coalesce(payer.name, ${leftStaff}) as paid_by,
           place.name as place_name, r.voucher as voucher_number, r.received_by as receiver_name
      from refund r
      join home_name home on (home.community_id, home.household_id) = (r.community_id, r.household_id)
      join money_place place on (place.community_id, place.id) = (r.community_id, r.place_id)
      left join staff payer on (payer.community_id, payer.person_id) = (r.community_id, r.paid_by)
     where r.community_id = ${community} and r.place_id is not null
       and r.paid_at >= ${startOfDay(day)} and r.paid_at < ${startOfDay(addDays(day, 1))}
     order by r.paid_at desc, r.id desc limit ${ofDayMost}`
  const sumOf = (route: 'cash' | 'transfer') =>
    sumFen(payouts.filter((payout) => payout.route === route).map(({ amountFen }) => amountFen))
  return { day, payouts, cashFen: sumOf('cash'), transferFen: sumOf('transfer') }
}
