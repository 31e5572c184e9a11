import type { ChargeId, EntryId, FeeItemId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, negateFen, subtractFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import type { ChargeOrigin } from '../platform/database-types.ts'
import { post } from './post.ts'

export interface Cancelled {
  readonly chargeId: ChargeId
  readonly householdId: HouseholdId
  readonly amountFen: Fen
  /** What had been paid of it. */
  readonly toAdvanceFen: Fen
}

interface Standing {
  readonly id: ChargeId
  readonly householdId: HouseholdId
  readonly feeItemId: FeeItemId
  readonly amountFen: Fen
  readonly settledFen: Fen
  /** What of that nobody paid: it was let go (减免). */
  readonly relievedFen: Fen
  readonly origin: ChargeOrigin
  readonly entryId: EntryId
}

/** Why, as the history of the charge tells it; and, where that is not a cancellation by people, which event it is. */
export interface Cancellation {
  readonly memo: string
  readonly event?: string
}

/**
 * Posts the cancelling of a charge, and of every late fee on it: what was open is no longer owed, what had been paid
 * becomes the household's advance, and what had been let go is taken back with it. Locks the household, then the charges by id: the order everyone locks in. Answers
 * what it cancelled: nothing when there is no such charge, or all of it was cancelled before.
 */
export async function cancelWithLateFees(
  ctx: Ctx,
  chargeId: ChargeId,
  why: Cancellation,
): Promise<Cancelled[]> {
  const cancelled: Cancelled[] = []
  for (const charge of await lockStanding(ctx, chargeId)) cancelled.push(await cancel(ctx, charge, why))
  return cancelled
}

async function lockStanding({ tx, community }: Ctx, chargeId: ChargeId): Promise<Standing[]> {
  await tx.run`
    select from household
     where (community_id, id) = (
       select community_id, household_id from charge where (community_id, id) = (${community}, ${chargeId}))
       for update`
  return tx.rows<Standing>`
    select id, household_id, fee_item_id, amount_fen, settled_fen, origin, entry_id,
           (select coalesce(sum(amount_fen), 0)::bigint from posting
             where (community_id, charge_id, account) = (charge.community_id, charge.id, 'relief')) as relieved_fen
      from charge where community_id = ${community} and (id = ${chargeId} or principal_id = ${chargeId})
       and cancelled_by is null
     order by id for update`
}

async function cancel(
  ctx: Ctx,
  charge: Standing,
  { memo, event = 'cancel' }: Cancellation,
): Promise<Cancelled> {
  const { id: chargeId, householdId, feeItemId, amountFen, settledFen, relievedFen } = charge
  const paidFen = subtractFen(settledFen, relievedFen)
  const entryId = await post(ctx, {
    kind: 'cancellation',
    source: `${event}:${chargeId}`,
    businessDate: ctx.today,
    reverses: charge.entryId,
    memo,
    lines: [
      { account: charge.origin === 'late_fee' ? 'late_fee_income' : 'income', feeItemId, amountFen },
      { account: 'receivable', chargeId, amountFen: subtractFen(settledFen, amountFen) },
      { account: 'relief', chargeId, amountFen: negateFen(relievedFen) },
      { account: 'advance', householdId, amountFen: negateFen(paidFen) },
    ],
  })
  await ctx.tx.run`
    update charge set cancelled_by = ${entryId} where (community_id, id) = (${ctx.community}, ${chargeId})`
  return { chargeId, householdId, amountFen, toAdvanceFen: paidFen }
}
