import type { NewPlanPolicy, PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { shownPolicy } from './policy-in-force.ts'

/**
 * Publishes a new version of the policy (分期与延期办法). It counts for whoever asks from now on; what was offered before
 * keeps the terms it was offered on until it expires (民法典 476).
 */
export async function publishPolicy(ctx: Ctx, policy: NewPlanPolicy): Promise<PlanPolicy> {
  const row = await ctx.tx.one<PlanPolicyRow>`
    insert into plan_policy (
      community_id, arrears_min_fen, overdue_months_min, after_broken, after_broken_months, down_percent, instalments_max,
      every_months, instalment_min_fen, first_after_days, term_months_max, late_fee, at_once_max_fen,
      at_once_instalments_max, grace_days, tolerance_fen, cure_days, moves_max, move_days_max, reply_days, offer_days,
      deferral_days_max, deferral_at_once_days, deferrals_per_year, published_as, published_at, published_by)
    values (
      ${ctx.community}, ${policy.arrearsMinFen}, ${policy.overdueMonthsMin}, ${policy.afterBroken},
      ${policy.afterBrokenMonths}, ${policy.downPercent}, ${policy.instalmentsMax}, ${policy.everyMonths.toSorted((a, b) => a - b)},
      ${policy.instalmentMinFen}, ${policy.firstAfterDays}, ${policy.termMonthsMax}, ${policy.lateFee},
      ${policy.atOnceMaxFen}, ${policy.atOnceInstalmentsMax}, ${policy.graceDays}, ${policy.toleranceFen},
      ${policy.cureDays}, ${policy.movesMax}, ${policy.moveDaysMax}, ${policy.replyDays}, ${policy.offerDays},
      ${policy.deferralDaysMax}, ${policy.deferralAtOnceDays}, ${policy.deferralsPerYear}, ${policy.publishedAs},
      ${ctx.now}, ${actorName(ctx.actor)})
    returning *`
  await logAction(ctx, 'plan-policy-published', `plan policy ${row.id}`)
  return shownPolicy(row)
}

/** Every version, the one in force first. */
export async function planPolicies({ tx, community }: Ctx): Promise<PlanPolicy[]> {
  const rows = await tx.rows<PlanPolicyRow>`
    select * from plan_policy where community_id = ${community} order by id desc limit 100`
  return rows.map(shownPolicy)
}
