import { addDays } from '@anjiao/shared/calendar'
import type { HouseholdId, PersonId, PlanId } from '@anjiao/shared/ids'
import { type PlanTerms, planDays, planSchedule } from '@anjiao/shared/instalments'
import { lockHome } from '../../community/index.ts'
import { refuseOwnRequest } from '../../identity/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { movePlan } from '../move-plan.ts'
import { householdOfPlan, type StoredPlan } from '../stored-plan.ts'
import { storeSchedule } from './open-plan.ts'
import { refuseTerms } from './refuse-terms.ts'

export type PlanDecision =
  | { readonly kind: 'approve'; readonly answer: string }
  /** Terms that the company would rather have; the owner may sign or decline them. */
  | { readonly kind: 'counter'; readonly terms: PlanTerms; readonly answer: string }
  | { readonly kind: 'refuse'; readonly answer: string }

/**
 * Answers an application for a plan. The days are counted anew from today, so that the time staff took is not the owner's
 * loss. Refused as `own-application` for one's own home or application, as `plan-moved-on` when it was answered or withdrawn meanwhile,
 * and when a counter-offer is outside the policy.
 */
export async function decidePlan(
  ctx: Ctx,
  planId: PlanId,
  decider: PersonId,
  decision: PlanDecision,
): Promise<HouseholdId> {
  const householdId = await householdOfPlan(ctx, planId)
  await lockHome(ctx, householdId)
  const plan = await bringUpToDate(ctx, householdId, planId)
  await refuseOwnRequest(ctx, { householdId, askedBy: plan.madeBy }, decider)
  const until = { openUntil: addDays(ctx.today, plan.policy.offerDays) }
  const { kind, answer } = decision
  switch (kind) {
    case 'refuse':
      await movePlan(ctx, plan, 'refuse', { note: answer })
      break
    case 'approve':
      await movePlan(ctx, plan, 'approve', { note: answer, until })
      await countFromToday(ctx, plan, termsOf(plan))
      break
    case 'counter':
      refuseTerms(plan.debtFen, decision.terms, await policyOf(ctx, plan))
      await movePlan(ctx, plan, 'counter', { note: answer, until })
      await ctx.tx.run`
        update plan set asked = ${JSON.stringify(termsOf(plan))} where (community_id, id) = (${ctx.community}, ${planId})`
      await countFromToday(ctx, plan, decision.terms)
  }
  await ctx.tx
    .run`update plan set answer = ${answer} where (community_id, id) = (${ctx.community}, ${planId})`
  await logAction(ctx, 'plan-answered', `plan ${planId}`, { kind })
  await recordEvent(ctx, {
    kind: 'plan-answered',
    key: `plan-answered:${planId}`,
    householdId,
    payload: { planId, answer: kind },
  })
  return householdId
}

const termsOf = ({ downFen, instalments, everyMonths, dayOfMonth }: StoredPlan): PlanTerms => ({
  downFen,
  instalments,
  everyMonths,
  dayOfMonth,
})

async function countFromToday(ctx: Ctx, plan: StoredPlan, terms: PlanTerms): Promise<void> {
  const days = planDays(ctx.today, terms.dayOfMonth, { ...plan.policy, hasDown: terms.downFen > 0 })
  await ctx.tx.run`
    update plan set down_fen = ${terms.downFen}, instalments = ${terms.instalments}, every_months = ${terms.everyMonths},
                    day_of_month = ${terms.dayOfMonth}, first_due = ${days.firstDue}
     where (community_id, id) = (${ctx.community}, ${plan.id})`
  await storeSchedule(ctx, plan.id, planSchedule(plan.debtFen, terms, days))
}

const policyOf = ({ tx, community }: Ctx, { policyId }: StoredPlan): Promise<PlanPolicyRow> =>
  tx.one<PlanPolicyRow>`select * from plan_policy where (community_id, id) = (${community}, ${policyId})`
