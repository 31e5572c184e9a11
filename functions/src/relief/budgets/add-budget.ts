import type { NewReliefBudget, ReliefBudget } from '@anjiao/shared/contract/relief-standards'
import { zeroFen } from '@anjiao/shared/money'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { brokenConstraint } from '../../platform/database.ts'
import type { ReliefBudgetRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { shownBudget } from './budgets.ts'

/**
 * Enters a budget that relief is paid from. Refused as `relief-budget-needs-resolution` for common income without the
 * owners' decision (民法典 278, 282), and as `relief-budget-days`.
 */
export async function addBudget(ctx: Ctx, budget: NewReliefBudget): Promise<ReliefBudget> {
  const entered = ctx.tx.one<ReliefBudgetRow>`
    insert into relief_budget (community_id, name, from_date, to_date, amount_fen, source, resolution, entered_at, entered_by)
    values (${ctx.community}, ${budget.name.trim()}, ${budget.fromDate}, ${budget.toDate}, ${budget.amountFen},
            ${budget.source}, ${budget.resolution.trim()}, ${ctx.now}, ${actorName(ctx.actor)})
    returning *`
  const row = await entered.catch((error: unknown) => {
    const broken = brokenConstraint(error)
    if (broken === 'relief_budget_days_in_order') throw new Refusal('relief-budget-days')
    if (broken === 'relief_budget_common_income_needs_resolution')
      throw new Refusal('relief-budget-needs-resolution')
    throw error
  })
  await logAction(ctx, 'relief-budget-entered', `relief budget ${row.id}`, { amountFen: row.amountFen })
  return shownBudget(row, zeroFen)
}
