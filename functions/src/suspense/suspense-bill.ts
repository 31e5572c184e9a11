import type { SuspenseBill } from '@anjiao/shared/contract/suspense'
import type { HouseholdId } from '@anjiao/shared/ids'
import { openCharges } from '../payments/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** What is open of a home that held money may belong to. Refused as `not-found`. */
export async function suspenseBill(ctx: Ctx, householdId: HouseholdId): Promise<SuspenseBill> {
  const home = await ctx.tx.maybe<Omit<SuspenseBill, 'charges'>>`
    select home.room_name, home.owner_masked, h.advance_fen
      from household h join home_name home on (home.community_id, home.household_id) = (h.community_id, h.id)
     where (h.community_id, h.id) = (${ctx.community}, ${householdId})`
  if (!home) throw new Refusal('not-found')
  const open = await openCharges(ctx, householdId)
  const charges = await ctx.tx.rows<SuspenseBill['charges'][number]>`
    select c.id, i.name as fee_item, c.from_date, c.to_date, c.due_date, c.amount_fen - c.settled_fen as open_fen
      from charge c join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
     where c.community_id = ${ctx.community} and c.id = any(${open.map(({ id }) => id)}::bigint[])
     order by c.due_date, c.id`
  return { ...home, charges }
}
