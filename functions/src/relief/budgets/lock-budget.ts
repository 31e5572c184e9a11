import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ReliefBudgetId } from '@anjiao/shared/ids'
import { type Fen, maxFen, subtractFen, zeroFen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { usedOfBudgets } from './budgets.ts'

/**
 * Locks a budget, the last of all locks, and answers what is left of it; nothing outside its days. Whoever draws on it at the
 * same moment waits, and is then told what is left after this one.
 */
export async function lockBudget(ctx: Ctx, budgetId: ReliefBudgetId): Promise<Fen> {
  const { amountFen, fromDate, toDate } = await ctx.tx.one<{
    amountFen: Fen
    fromDate: BusinessDate
    toDate: BusinessDate
  }>`
    update relief_budget set drawn_at = ${ctx.now} where (community_id, id) = (${ctx.community}, ${budgetId})
    returning amount_fen, from_date, to_date`
  if (ctx.today < fromDate || ctx.today > toDate) return zeroFen
  const used = await usedOfBudgets(ctx)
  return maxFen(zeroFen, subtractFen(amountFen, used.get(budgetId) ?? zeroFen))
}
