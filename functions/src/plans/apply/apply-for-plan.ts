import { addDays } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PlanId, PlanPolicyId } from '@anjiao/shared/ids'
import { isGivenAtOnce, type PlanTerms } from '@anjiao/shared/instalments'
import { addFen } from '@anjiao/shared/money'
import { postLateFees } from '../../billing/index.ts'
import { lockHome } from '../../community/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { keepPlanHolds } from '../keep-plan-holds.ts'
import { keepPlansOfHome } from '../keep-plans.ts'
import { policyAsRead } from '../policy/policy-in-force.ts'
import { chargesForPlan, debtOf } from './charges-for-plan.ts'
import { eligibility, planPast } from './eligibility.ts'
import { openPlan } from './open-plan.ts'
import { refuseTerms } from './refuse-terms.ts'

export interface PlanRequest {
  /** The policy that was read. */
  readonly policyId: PlanPolicyId
  readonly chargeIds: readonly ChargeId[]
  readonly terms: PlanTerms
  readonly reason: string
}

/**
 * Asks for an instalment plan (分期). Where the policy gives it at once it may be signed straight away; otherwise staff
 * answer within the policy's days. What the delay has cost up to today is posted first, so that the debt stands still
 * from now on. Refused as the policy says (`plan-…`), and when a charge is not open or held otherwise.
 */
export async function applyForPlan(
  ctx: Ctx,
  householdId: HouseholdId,
  request: PlanRequest,
): Promise<PlanId> {
  const { policyId, chargeIds, terms, reason } = request
  await lockHome(ctx, householdId)
  await keepPlansOfHome(ctx, householdId)
  const policy = await policyAsRead(ctx, policyId)
  const past = await planPast(ctx, householdId)
  const may = eligibility(past, policy, ctx.today)
  if (may.refusal) throw may.refusal
  await postLateFees(ctx, [householdId], ctx.today)
  const charges = await chargesForPlan(ctx, householdId, chargeIds, policy.lateFee)
  refuseTerms(debtOf(charges), terms, policy)

  const atOnce = !may.brokenLately && isGivenAtOnce(addFen(past.inPlansFen, debtOf(charges)), terms, policy)
  const planId = await openPlan(
    ctx,
    { householdId, policy, terms, charges, reason },
    atOnce ? 'take' : 'apply',
    atOnce
      ? { openUntil: addDays(ctx.today, policy.offerDays) }
      : { replyBy: addDays(ctx.today, policy.replyDays) },
  )
  await keepPlanHolds(ctx, { id: planId, householdId })
  return planId
}
