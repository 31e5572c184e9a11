import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, subtractFen } from '@anjiao/shared/money'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { bookAdvance } from './book-advance.ts'
import { lockOpenCharges } from './open-charges.ts'

export interface AppliedAdvance {
  readonly appliedFen: Fen
  readonly balanceFen: Fen
}

/**
 * Settles chosen charges from what the household has paid ahead (预存抵扣), as far as it reaches. Refused as
 * `nothing-due` when none of them is open, `no-advance` when nothing is left. A repeat by the same actor with the same
 * `intentKey` moves nothing and answers what the first one applied.
 */
export async function applyAdvance(
  ctx: Ctx,
  householdId: HouseholdId,
  chargeIds: readonly ChargeId[],
  intentKey: string,
): Promise<AppliedAdvance> {
  const open = await lockOpenCharges(ctx, householdId, chargeIds)
  const { advanceFen } = await ctx.tx.one<{ advanceFen: Fen }>`
    select advance_fen from household where (community_id, id) = (${ctx.community}, ${householdId})`
  const source = `advance:${householdId}:${actorName(ctx.actor)}:${intentKey}`
  // Asked in a statement of its own, after the lock: it sees what the one that held the household has committed.
  const before = await ctx.tx.maybe<Pick<AppliedAdvance, 'appliedFen'>>`
    select p.amount_fen as applied_fen
      from entry e join posting p on (p.community_id, p.entry_id, p.account) = (e.community_id, e.id, 'advance')
     where (e.community_id, e.source) = (${ctx.community}, ${source})`
  if (before) return { ...before, balanceFen: advanceFen }
  if (open.length === 0) throw new Refusal('nothing-due')
  if (advanceFen === 0) throw new Refusal('no-advance')

  const { appliedFen } = await bookAdvance(ctx, { householdId, open, advanceFen, source })
  return { appliedFen, balanceFen: subtractFen(advanceFen, appliedFen) }
}
