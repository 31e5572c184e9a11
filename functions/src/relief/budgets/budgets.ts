import type { ReliefBudget } from '@anjiao/shared/contract/relief-standards'
import type { ReliefBudgetId } from '@anjiao/shared/ids'
import { type Fen, zeroFen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import type { ReliefBudgetRow } from '../../platform/database-types.ts'

/** Budgets with what has been used of them, the newest first. */
export async function reliefBudgets({ tx, community }: Ctx): Promise<ReliefBudget[]> {
  const rows = await tx.rows<ReliefBudgetRow>`
    select * from relief_budget where community_id = ${community} order by id desc limit 100`
  const used = await usedOfBudgets({ tx, community })
  return rows.map((row) => shownBudget(row, used.get(row.id) ?? zeroFen))
}

/** One budget with what has been used of it, if it is there. */
export async function reliefBudget(
  { tx, community }: Ctx,
  budgetId: ReliefBudgetId,
): Promise<ReliefBudget | undefined> {
  const row = await tx.maybe<ReliefBudgetRow>`
    select * from relief_budget where (community_id, id) = (${community}, ${budgetId})`
  if (!row) return undefined
  const used = await usedOfBudgets({ tx, community })
  return shownBudget(row, used.get(budgetId) ?? zeroFen)
}

export const shownBudget = (
  { id, name, fromDate, toDate, amountFen, source, resolution }: ReliefBudgetRow,
  usedFen: Fen,
): ReliefBudget => ({ id, name, fromDate, toDate, amountFen, source, resolution, usedFen })

/**
 * What is used of each budget: posted because of a decision under one of its standards, and not taken back. What was let
 * go of a charge that has been cancelled since was taken back with it.
 */
export async function usedOfBudgets({
  tx,
  community,
}: Pick<Ctx, 'tx' | 'community'>): Promise<ReadonlyMap<ReliefBudgetId, Fen>> {
  const used = await tx.rows<{ budgetId: ReliefBudgetId; usedFen: Fen }>`
    select s.budget_id, sum(p.amount_fen)::bigint as used_fen
      from relief_posting g
      join relief_application a on (a.community_id, a.id) = (g.community_id, g.application_id)
      join relief_standard s on (s.community_id, s.id) = (a.community_id, a.standard_id) and s.budget_id is not null
      join posting p on (p.community_id, p.entry_id, p.account) = (g.community_id, g.entry_id, 'relief')
      join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id) and c.cancelled_by is null
     where g.community_id = ${community} and g.reversed_by is null
     group by s.budget_id`
  return new Map(used.map(({ budgetId, usedFen }) => [budgetId, usedFen]))
}
