import { addDays, type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import type { HouseholdId, PlanId } from '@anjiao/shared/ids'
import { planStates } from '@anjiao/shared/plan-life'
import { lockHome } from '../community/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { writeDown } from './move-plan.ts'
import { instalmentStandings, planStanding } from './plan-standing.ts'
import { signedTerms } from './stored-plan.ts'

export interface Move {
  readonly no: number
  readonly to: BusinessDate
  readonly reason: string
}

/**
 * Moves one instalment that is not paid to a later day, as often and as far as the policy of the plan lets the owner do by
 * themselves, and not past the next one; also within its days of grace. Refused as `instalment-already-paid`,
 * `instalment-move-used-up`, `instalment-move-not-allowed`, and `plan-moved-on` when the plan is not kept at present.
 */
export async function moveInstalment(
  ctx: Ctx,
  householdId: HouseholdId,
  planId: PlanId,
  { no, to, reason }: Move,
): Promise<void> {
  await lockHome(ctx, householdId)
  const plan = await bringUpToDate(ctx, householdId, planId)
  if (plan.state !== 'active' && plan.state !== 'cured') {
    throw new Refusal('plan-moved-on', { state: planStates[plan.state].label })
  }
  const terms = signedTerms(plan)
  const at = plan.schedule.findIndex((instalment) => instalment.no === no)
  const instalment = plan.schedule[at]
  if (!instalment) throw new Refusal('not-found')
  const standing = planStanding(terms, plan.history, ctx.today)
  if (instalmentStandings(terms, standing, ctx.today)[at]?.state === 'paid')
    throw new Refusal('instalment-already-paid')
  const moved = plan.schedule.filter(({ movedTo }) => movedTo !== null).length
  if (instalment.movedTo !== null || moved >= plan.policy.movesMax)
    throw new Refusal('instalment-move-used-up')

  const last = lastDayFor(instalment.dueDate, plan.policy.moveDaysMax, terms.instalments[at + 1]?.dueDate)
  if (to <= instalment.dueDate || to < ctx.today || to > last) {
    throw new Refusal('instalment-move-not-allowed', { last: formatDate(last) })
  }
  await ctx.tx.run`
    update instalment set moved_to = ${to} where (community_id, plan_id, no) = (${ctx.community}, ${planId}, ${no})`
  await writeDown(ctx, planId, 'move', plan.state, ctx.today, `第 ${no} 期改到 ${formatDate(to)}：${reason}`)
  await bringUpToDate(ctx, householdId, planId)
  await logAction(ctx, 'instalment-moved', `plan ${planId}`, { no, from: instalment.dueDate, to })
}

function lastDayFor(dueDate: BusinessDate, daysMax: number, next: BusinessDate | undefined): BusinessDate {
  const furthest = addDays(dueDate, daysMax)
  return next !== undefined && next <= furthest ? addDays(next, -1) : furthest
}
