import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { OpenCharge } from './plan-allocation.ts'

/** Everything that a household still has to pay: not what goes when its plan is kept. */
export function openCharges(ctx: Ctx, householdId: HouseholdId): Promise<OpenCharge[]> {
  return ctx.tx.rows<OpenCharge>`
    select id, amount_fen - settled_fen as open_fen, due_date, origin from charge
     where (community_id, household_id) = (${ctx.community}, ${householdId})
       and settled_fen < amount_fen and cancelled_by is null
       and not exists (select from holds_on(${ctx.community}, ${ctx.today}) held where held.charge_id = charge.id and waives)
     order by due_date, id`
}

/**
 * Locks a household, then its charges by id (the order everyone locks in), and answers what is open of the chosen
 * ones; of all that it has to pay when none is chosen. Charges that were settled while it waited are read again as they stand
 * then; one that was added or reopened meanwhile counts as having come afterwards.
 */
export async function lockOpenCharges(
  ctx: Ctx,
  householdId: HouseholdId,
  chosen: readonly ChargeId[],
): Promise<OpenCharge[]> {
  return ctx.tx.rows<OpenCharge>`
    with home as (
      select community_id, id from household where (community_id, id) = (${ctx.community}, ${householdId}) for update
    )
    select charge.id, amount_fen - settled_fen as open_fen, due_date, origin
      from home join charge on (charge.community_id, household_id) = (home.community_id, home.id)
     where settled_fen < amount_fen and cancelled_by is null
       and case when ${chosen.length === 0}
             then not exists (select from holds_on(${ctx.community}, ${ctx.today}) held where held.charge_id = charge.id and waives)
             else charge.id = any(${chosen}) end
     order by charge.id for update of charge`
}
