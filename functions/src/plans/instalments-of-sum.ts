import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { expectedInstalments, type InstalmentAsked } from './expected-instalments.ts'

/** Of one sum or a few no community has more instalments that stand out. */
const instalmentsMost = 200

export interface InstalmentOfSum {
  readonly householdId: HouseholdId
  readonly planId: PlanId
  readonly leftFen: Fen
  readonly chargeIds: readonly ChargeId[]
}

/** Instalments of which exactly one of these sums is still to be paid, of each home the next. */
export async function instalmentsOfSum(ctx: Ctx, sums: readonly Fen[]): Promise<InstalmentOfSum[]> {
  if (sums.length === 0) return []
  const asked = await ctx.tx.rows<InstalmentAsked>`
    select p.household_id, p.id as plan_id, i.no, coalesce(i.moved_to, i.due_date) as due_date
      from plan p join instalment i on (i.community_id, i.plan_id) = (p.community_id, p.id)
     where p.community_id = ${ctx.community} and p.state in ('signed', 'active', 'cured') and i.amount_fen = any(${sums}::bigint[])
     order by i.no, p.id limit ${instalmentsMost}`
  const expected = await expectedInstalments(ctx, asked)
  const found = new Map<string, InstalmentOfSum>()
  for (const [at, each] of expected.entries()) {
    const of = asked[at]
    if (!each || !of || !sums.includes(each.leftFen)) continue
    const key = `${of.householdId} ${each.leftFen}`
    if (!found.has(key)) found.set(key, { ...each, householdId: of.householdId, planId: of.planId })
  }
  return [...found.values()]
}
