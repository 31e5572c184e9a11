import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, fen, minFen, negateFen, subtractFen, sumFen } from '@anjiao/shared/money'
import { type Line, post } from '../ledger/index.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { addJob } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockOpenCharges } from './open-charges.ts'
import { planAllocation } from './plan-allocation.ts'

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

  const openFen = sumFen(open.map((charge) => charge.openFen))
  const appliedFen = minFen(advanceFen, openFen)
  const { parts } = planAllocation(open, appliedFen)
  await post(ctx, {
    kind: 'advance_applied',
    source,
    businessDate: ctx.today,
    lines: [
      { account: 'advance', householdId, amountFen: appliedFen },
      ...parts.map(
        ({ chargeId, amountFen }): Line => ({
          account: 'receivable',
          chargeId,
          amountFen: negateFen(amountFen),
        }),
      ),
    ],
  })
  await addJob(ctx, 'home-settled', { communityId: ctx.community, householdId })
  return { appliedFen: fen(appliedFen), balanceFen: subtractFen(advanceFen, appliedFen) }
}
