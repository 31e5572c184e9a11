import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { HouseholdId, PlanId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { recordEvent, recordOverdue } from '../platform/domain-events.ts'
import { keepPlanHolds, sinceCorrection } from './keep-plan-holds.ts'
import { movePlan, writeDown } from './move-plan.ts'
import { type Happened, nextCheck, type PlanStanding, planStanding } from './plan-standing.ts'
import { remindOfInstalments } from './remind-of-instalments.ts'
import { planOf, type StoredEvent, type StoredPlan, signedTerms } from './stored-plan.ts'
import { takeBackWaiver, waiveLateFees } from './waive-late-fees.ts'

/**
 * Writes down whatever the books and the calendar say has happened to a plan since somebody last looked, each on its own
 * day: begun, missed, caught up, kept, expired. Called after every payment and at each day's end; how often, and how
 * late, makes no difference. When a payment of an earlier day became known, or was taken back, so that what was written
 * down is no longer so, it is corrected; but not once a later plan has taken its charges over. The home must be locked.
 */
export async function bringUpToDate(ctx: Ctx, householdId: HouseholdId, planId: PlanId): Promise<StoredPlan> {
  const plan = await planOf(ctx, householdId, planId)
  if (plan.signedOn === null) return expireWhenDue(ctx, plan)
  if (plan.replaced) return lookNoMore(ctx, plan)
  const terms = signedTerms(plan)
  const known = sinceCorrection(plan.events)
  const standing = planStanding(terms, plan.history, dayToJudgeBy(ctx.today, known))
  const stillSo =
    known.length <= standing.happened.length && known.every((each, at) => isSame(each, standing.happened[at]))
  if (!stillSo) await writeDown(ctx, plan.id, 'correct', 'signed', ctx.today, '缴费日期有更正')
  const news = stillSo ? standing.happened.slice(known.length) : standing.happened
  for (const each of news) {
    await writeDown(ctx, plan.id, each.event, each.to, each.on)
    await tell(ctx, plan, each)
  }
  await store(ctx, plan, standing, nextCheck(terms, standing, ctx.today))
  if (news.length > 0 || !stillSo) await keepPlanHolds(ctx, plan)
  if (plan.lateFee === 'waived_when_kept') {
    if (standing.state === 'kept') await waiveLateFees(ctx, plan)
    else if (plan.state === 'kept') await takeBackWaiver(ctx, plan)
  }
  await remindOfInstalments(ctx, plan, standing)
  return planOf(ctx, householdId, planId)
}

const isSame = (known: StoredEvent, derived: Happened | undefined): boolean =>
  known.event === derived?.event && known.on === derived.on

/** Today, and never a day on which what is known could not have been known: a clock that was set back unmakes nothing. */
function dayToJudgeBy(today: BusinessDate, known: readonly StoredEvent[]): BusinessDate {
  const last = known.at(-1)
  if (!last) return today
  const knownOn = last.event === 'break' || last.event === 'lapse' ? addDays(last.on, 1) : last.on
  return knownOn > today ? knownOn : today
}

async function expireWhenDue(ctx: Ctx, plan: StoredPlan): Promise<StoredPlan> {
  if (plan.openUntil !== null && plan.openUntil < ctx.today) {
    await movePlan(ctx, plan, 'expire', { on: addDays(plan.openUntil, 1) })
    return planOf(ctx, plan.householdId, plan.id)
  }
  if (plan.replyBy !== null && plan.replyBy < ctx.today) {
    const { id, householdId, replyBy } = plan
    await recordOverdue(ctx, { matter: 'plan', id, householdId, replyBy })
    await ctx.tx
      .run`update plan set check_on = null where (community_id, id) = (${ctx.community}, ${plan.id})`
  }
  return plan
}

async function lookNoMore(ctx: Ctx, plan: StoredPlan): Promise<StoredPlan> {
  await ctx.tx
    .run`update plan set check_on = null where (community_id, id) = (${ctx.community}, ${plan.id}) and check_on is not null`
  return plan
}

async function store(
  ctx: Ctx,
  plan: StoredPlan,
  standing: PlanStanding,
  checkOn: BusinessDate | null,
): Promise<void> {
  const { state, happened, cure } = standing
  const isOver = state === 'kept' || state === 'cancelled' || (state === 'broken' && cure === null)
  await ctx.tx.run`
    update plan set state = ${state}, check_on = ${checkOn}, ended_on = ${isOver ? (happened.at(-1)?.on ?? null) : null}
     where (community_id, id) = (${ctx.community}, ${plan.id})`
}

async function tell(
  ctx: Ctx,
  { id: planId, householdId }: StoredPlan,
  { event, on }: Happened,
): Promise<void> {
  const kinds = {
    break: 'plan-broken',
    cure: 'plan-cured',
    keep: 'plan-kept',
    lapse: 'plan-lapsed',
    start: null,
  } as const
  const kind = kinds[event]
  if (kind)
    await recordEvent(ctx, { kind, key: `${kind}:${planId}:${on}`, householdId, payload: { planId, on } })
}
