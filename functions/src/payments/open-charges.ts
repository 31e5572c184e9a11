import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { OpenCharge } from './plan-allocation.ts'

/** Everything a household still owes. */
export function openCharges(ctx: Ctx, householdId: HouseholdId): Promise<OpenCharge[]> {
  return ctx.tx.rows<OpenCharge>`
    select id, amount_fen - settled_fen as open_fen, due_date, origin from charge
     where (community_id, household_id) = (${ctx.community}, ${householdId})
       and settled_fen < amount_fen and cancelled_by is null
     order by due_date, id`
}

/**
 * Locks a household, then its charges by id (the order everyone locks in), and answers what is open of the chosen
 * ones; of all of them when none is chosen.
 */
export async function lockOpenCharges(
  ctx: Ctx,
  householdId: HouseholdId,
  chosen: readonly ChargeId[],
): Promise<OpenCharge[]> {
  await ctx.tx
    .run`select from household where (community_id, id) = (${ctx.community}, ${householdId}) for update`
  return ctx.tx.rows<OpenCharge>`
    select id, amount_fen - settled_fen as open_fen, due_date, origin from charge
     where (community_id, household_id) = (${ctx.community}, ${householdId})
       and settled_fen < amount_fen and cancelled_by is null
       and (${chosen.length === 0} or id = any(${chosen}))
     order by id for update`
}
