import type { EntryId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, minFen, negateFen, sumFen } from '@anjiao/shared/money'
import { type Line, post } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { addJob } from '../platform/jobs.ts'
import { type OpenCharge, planAllocation } from './plan-allocation.ts'

export interface AdvanceUse {
  readonly householdId: HouseholdId
  /** At least one, locked. */
  readonly open: readonly OpenCharge[]
  /** What the home has paid ahead, read under its lock; above zero. */
  readonly advanceFen: Fen
  /** Names the event; it posts once. */
  readonly source: string
  readonly memo?: string
}

/** Books that charges are settled from what was paid ahead (预存), as far as it reaches, the oldest due first. */
export async function bookAdvance(
  ctx: Ctx,
  { householdId, open, advanceFen, source, memo = '' }: AdvanceUse,
): Promise<{ entryId: EntryId; appliedFen: Fen }> {
  const appliedFen = minFen(advanceFen, sumFen(open.map(({ openFen }) => openFen)))
  const { parts } = planAllocation(open, appliedFen)
  const entryId = await post(ctx, {
    kind: 'advance_applied',
    source,
    businessDate: ctx.today,
    memo,
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
  return { entryId, appliedFen }
}
