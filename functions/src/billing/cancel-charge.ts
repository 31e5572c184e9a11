import type { ChargeId, EntryId, FeeItemId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, negateFen, subtractFen } from '@anjiao/shared/money'
import { post } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import type { ChargeOrigin } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'

interface Standing {
  readonly id: ChargeId
  readonly householdId: HouseholdId
  readonly feeItemId: FeeItemId
  readonly amountFen: Fen
  readonly settledFen: Fen
  readonly origin: ChargeOrigin
  readonly entryId: EntryId
  readonly cancelled: boolean
}

/**
 * 作废. Takes a charge back, and every late fee on it: what was open is no longer owed, what had been settled becomes
 * the household's advance. The reason stands in the charge's history, for its owner to read.
 * Refused as `not-allowed` to anyone but a manager, `not-found`, and `charge-cancelled` the second time.
 */
export async function cancelCharge(ctx: Ctx, chargeId: ChargeId, reason: string): Promise<void> {
  refuseUnlessManager(ctx)
  const charges = await lockWithLateFees(ctx, chargeId)
  if (charges.find((charge) => charge.id === chargeId)?.cancelled) throw new Refusal('charge-cancelled')
  for (const charge of charges.filter(({ cancelled }) => !cancelled)) await cancel(ctx, charge, reason)
}

function refuseUnlessManager({ actor }: Ctx): void {
  const roles = actor.kind === 'staff' ? actor.roles : []
  if (!roles.includes('manager') && !roles.includes('administrator')) throw new Refusal('not-allowed')
}

/** Household, then charges by id: the order everyone locks in. */
async function lockWithLateFees({ tx, community }: Ctx, chargeId: ChargeId): Promise<Standing[]> {
  const household = await tx.maybe`
    select from household
     where (community_id, id) = (
       select community_id, household_id from charge where (community_id, id) = (${community}, ${chargeId}))
       for update`
  if (!household) throw new Refusal('not-found')
  return tx.rows<Standing>`
    select id, household_id, fee_item_id, amount_fen, settled_fen, origin, entry_id, cancelled_by is not null as cancelled
      from charge where community_id = ${community} and (id = ${chargeId} or principal_id = ${chargeId})
     order by id for update`
}

async function cancel(ctx: Ctx, charge: Standing, reason: string): Promise<void> {
  const { id: chargeId, householdId, feeItemId, amountFen, settledFen } = charge
  const entryId = await post(ctx, {
    kind: 'cancellation',
    source: `cancel:${chargeId}`,
    businessDate: ctx.today,
    reverses: charge.entryId,
    memo: reason,
    lines: [
      { account: charge.origin === 'late_fee' ? 'late_fee_income' : 'income', feeItemId, amountFen },
      { account: 'receivable', chargeId, amountFen: subtractFen(settledFen, amountFen) },
      { account: 'advance', householdId, amountFen: negateFen(settledFen) },
    ],
  })
  await ctx.tx.run`
    update charge set cancelled_by = ${entryId} where (community_id, id) = (${ctx.community}, ${chargeId})`
  await logAction(ctx, 'charge-cancelled', `charge ${chargeId}`, {
    reason,
    amountFen,
    toAdvanceFen: settledFen,
  })
}
