import type { SuspenseItem } from '@anjiao/shared/contract/payments'
import type { Ctx } from '../platform/context.ts'

/** More than this at once means that something is broken, not that finance is slow. */
const itemsMax = 200

/** Money that arrived and waits for finance to place it, oldest first. */
export async function listSuspense(ctx: Ctx): Promise<SuspenseItem[]> {
  const items = await ctx.tx.rows<Omit<SuspenseItem, 'paidAt'> & { paidAt: Date }>`
    select s.id, s.reason, s.out_trade_no, s.external_id as transaction_id, s.amount_fen, s.paid_at,
           home.room_name
      from suspense_item s
      left join payment_attempt a on (a.community_id, a.id) = (s.community_id, s.attempt_id)
      left join home_name home on (home.community_id, home.household_id) = (a.community_id, a.household_id)
     where s.community_id = ${ctx.community} and s.state = 'open'
     order by s.id limit ${itemsMax}`
  return items.map((item) => ({ ...item, paidAt: item.paidAt.toISOString() }))
}
