import { type Fen, formatYuan } from '@anjiao/shared/money'
import { givesPrincipal } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../../platform/context.ts'
import type { ReliefStandardRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { lockBudget } from '../budgets/lock-budget.ts'

/** Refuses, as `relief-over-budget`, more than is left of the standard's budget, and locks it: the last of all locks. */
export async function refuseOverBudget(
  ctx: Ctx,
  { budgetId }: Pick<ReliefStandardRow, 'budgetId'>,
  amountFen: Fen,
): Promise<void> {
  if (budgetId === null) return
  const leftFen = await lockBudget(ctx, budgetId)
  if (amountFen > leftFen) throw new Refusal('relief-over-budget', { yuan: formatYuan(leftFen) })
}

/**
 * Refuses to give up principal without a resolution of the owners where by now it takes one, though it took none when the
 * standard was published (`relief-standard-needs-resolution`).
 */
export async function refuseWithoutResolution(
  ctx: Ctx,
  standard: Pick<ReliefStandardRow, 'measure' | 'resolution'>,
): Promise<void> {
  if (!(await mayGiveUpPrincipal(ctx, standard))) throw new Refusal('relief-standard-needs-resolution')
}

export async function mayGiveUpPrincipal(
  { tx, community, today }: Ctx,
  { measure, resolution }: Pick<ReliefStandardRow, 'measure' | 'resolution'>,
): Promise<boolean> {
  if (!givesPrincipal(measure) || resolution !== '') return true
  const { needed } = await tx.one<{ needed: boolean }>`
    select principal_needs_resolution(${community}, ${today}) as needed`
  return !needed
}
