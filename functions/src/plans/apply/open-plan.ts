import type { HouseholdId, PlanId } from '@anjiao/shared/ids'
import { type Instalment, type PlanTerms, planDays, planSchedule } from '@anjiao/shared/instalments'
import { type PlanEvent, planEvents } from '@anjiao/shared/plan-life'
import { actorName, type Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { type Until, writeDown } from '../move-plan.ts'
import { debtOf, type PlanCharge } from './charges-for-plan.ts'

export interface NewPlan {
  readonly householdId: HouseholdId
  readonly policy: PlanPolicyRow
  readonly terms: PlanTerms
  readonly charges: readonly PlanCharge[]
  readonly reason?: string
  readonly answer?: string
  /** More and smaller instalments than the policy lets them be, because of something else. */
  readonly easier?: { readonly offeredFor: string }
}

/** Stores a new plan with its charges and instalments, counted from today, and what began it. */
export async function openPlan(
  ctx: Ctx,
  { householdId, policy, terms, charges, reason = '', answer = '', easier }: NewPlan,
  event: Extract<PlanEvent, 'apply' | 'take' | 'offer'>,
  until: Until,
): Promise<PlanId> {
  const days = planDays(ctx.today, terms.dayOfMonth, { ...policy, hasDown: terms.downFen > 0 })
  const debtFen = debtOf(charges)
  const state = planEvents[event].to
  const { id } = await ctx.tx.one<{ id: PlanId }>`
    insert into plan (community_id, household_id, policy_id, state, debt_fen, down_fen, instalments, every_months,
                      day_of_month, first_due, late_fee, reason, answer, made_at, made_by, reply_by, open_until, check_on, easier, offered_for)
    values (${ctx.community}, ${householdId}, ${policy.id}, ${state}, ${debtFen}, ${terms.downFen}, ${terms.instalments},
            ${terms.everyMonths}, ${terms.dayOfMonth}, ${days.firstDue}, ${policy.lateFee}, ${reason}, ${answer}, ${ctx.now},
            ${actorName(ctx.actor)}, ${until.replyBy ?? null}, ${until.openUntil ?? null},
            ${until.replyBy ?? until.openUntil ?? null}::date + 1, ${easier !== undefined}, ${easier?.offeredFor ?? null})
    returning id`
  await storeCharges(ctx, id, charges)
  await storeSchedule(ctx, id, planSchedule(debtFen, terms, days))
  await writeDown(ctx, id, event, state, ctx.today)
  return id
}

/** Writes which charges are in a plan, in the place of those that were. */
export async function storeCharges(
  { tx, community }: Ctx,
  planId: PlanId,
  charges: readonly PlanCharge[],
): Promise<void> {
  await tx.run`delete from plan_charge where (community_id, plan_id) = (${community}, ${planId})`
  await tx.run`
    insert into plan_charge (community_id, plan_id, charge_id, amount_fen, waived)
    select ${community}, ${planId}, * from unnest(${charges.map(({ id }) => id)}::bigint[],
      ${charges.map(({ amountFen }) => amountFen)}::bigint[], ${charges.map(({ waived }) => waived)}::boolean[])`
}

/** Writes the instalments of a plan, in the place of those that were. */
export async function storeSchedule(
  { tx, community }: Ctx,
  planId: PlanId,
  schedule: readonly Instalment[],
): Promise<void> {
  await tx.run`delete from instalment where (community_id, plan_id) = (${community}, ${planId})`
  await tx.run`
    insert into instalment (community_id, plan_id, no, due_date, amount_fen)
    select ${community}, ${planId}, * from unnest(${schedule.map(({ no }) => no)}::integer[],
      ${schedule.map(({ dueDate }) => dueDate)}::date[], ${schedule.map(({ amountFen }) => amountFen)}::bigint[])`
}
