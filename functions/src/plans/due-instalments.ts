import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import { type Fen, subtractFen, sumFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { instalmentStandings } from './plan-standing.ts'
import { plansById, type StoredPlan, signedTerms, standingOf } from './stored-plan.ts'

/** What of a running plan has fallen due by a day and is not paid. */
export interface DueInstalments {
  readonly householdId: HouseholdId
  readonly planId: PlanId
  readonly leftFen: Fen
  /** The charges that the plan is about, without what falls away when it is kept. */
  readonly chargeIds: readonly ChargeId[]
}

/** Of homes, the instalments of running plans whose day has come by a given one. Plans of which nothing is due are not in it. */
export async function dueInstalments(
  ctx: Ctx,
  householdIds: readonly HouseholdId[],
  by: BusinessDate,
): Promise<DueInstalments[]> {
  const running = await ctx.tx.rows<{ id: PlanId }>`
    select id from plan
     where community_id = ${ctx.community} and household_id = any(${householdIds}::bigint[])
       and state in ('signed', 'active', 'cured')`
  const plans = await plansById(
    ctx,
    running.map(({ id }) => id),
  )
  return [...plans.values()].flatMap((plan) => dueOf(plan, ctx.today, by))
}

function dueOf(plan: StoredPlan, today: BusinessDate, by: BusinessDate): DueInstalments[] {
  const standing = standingOf(plan, today)
  if (!standing || !runs.has(standing.state)) return []
  const terms = signedTerms(plan)
  const now = instalmentStandings(terms, standing, today)
  const leftFen = sumFen(
    terms.instalments.flatMap(({ amountFen, dueDate }, at) => {
      const { paidFen, state } = now[at] ?? { paidFen: amountFen, state: 'paid' }
      return dueDate > by || state === 'paid' || state === 'aside' ? [] : [subtractFen(amountFen, paidFen)]
    }),
  )
  const chargeIds = plan.charges.filter(({ waived }) => !waived).map(({ id }) => id)
  return leftFen > 0 ? [{ householdId: plan.householdId, planId: plan.id, leftFen, chargeIds }] : []
}

const runs: ReadonlySet<string> = new Set(['signed', 'active', 'cured'])
