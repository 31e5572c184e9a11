import type { BusinessDate } from '@anjiao/shared/calendar'
import type { PlanId } from '@anjiao/shared/ids'
import { afterEvent, type PlanEvent, type PlanState, planStates } from '@anjiao/shared/plan-life'
import { actorName, type Ctx } from '../platform/context.ts'
import type { PlanEventKind } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepPlanHolds } from './keep-plan-holds.ts'
import type { StoredPlan } from './stored-plan.ts'

/** What goes with a state: until when staff have to answer, or the owner may sign. */
export interface Until {
  readonly replyBy?: BusinessDate
  readonly openUntil?: BusinessDate
}

/**
 * Moves a plan by one event of its life, writes it down, and holds or frees its charges accordingly. Refused as
 * `plan-moved-on` when the event is not for the state it is in by now.
 */
export async function movePlan(
  ctx: Ctx,
  plan: Pick<StoredPlan, 'id' | 'householdId' | 'state'>,
  event: PlanEvent,
  { on = ctx.today, note = '', until = {} }: { on?: BusinessDate; note?: string; until?: Until } = {},
): Promise<PlanState> {
  const to = afterEvent(plan.state, event)
  if (!to) throw new Refusal('plan-moved-on', { state: planStates[plan.state].label })
  await ctx.tx.run`
    update plan set state = ${to}, reply_by = ${until.replyBy ?? null}, open_until = ${until.openUntil ?? null},
                    check_on = ${until.replyBy ?? until.openUntil ?? null}::date + 1,
                    ended_on = ${planStates[to].ended ? on : null}
     where (community_id, id) = (${ctx.community}, ${plan.id})`
  await writeDown(ctx, plan.id, event, to, on, note)
  await keepPlanHolds(ctx, plan)
  if (planStates[to].ended) await lookAtThoseItReplaced(ctx, plan)
  return to
}

/** Plans whose charges it had taken over, without being signed in the end, go on by what the books say. */
async function lookAtThoseItReplaced(ctx: Ctx, { id, householdId }: Pick<StoredPlan, 'id' | 'householdId'>) {
  await ctx.tx.run`
    update plan p set check_on = ${ctx.today}
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and id < ${id} and signed_on is not null
       and exists (select from plan_charge own
                     join plan_charge theirs on (theirs.community_id, theirs.charge_id) = (own.community_id, own.charge_id)
                    where (own.community_id, own.plan_id) = (p.community_id, p.id) and theirs.plan_id = ${id})`
}

/** Writes down what happened to a plan. */
export async function writeDown(
  { tx, community, now, actor }: Ctx,
  planId: PlanId,
  event: PlanEventKind,
  to: PlanState,
  on: BusinessDate,
  note = '',
): Promise<void> {
  await tx.run`
    insert into plan_event (community_id, plan_id, event, to_state, on_date, note, at, by)
    values (${community}, ${planId}, ${event}, ${to}, ${on}, ${note}, ${now}, ${actorName(actor)})`
}
