import type { BusinessDate } from '@anjiao/shared/calendar'
import type { DeferralId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { lockHome } from '../../community/index.ts'
import { refuseOwnRequest } from '../../identity/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import type { DeferralState } from '../../platform/database-types.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { refuseDay } from './ask-deferral.ts'
import { holdDeferred } from './hold-deferred.ts'

export type DeferralDecision =
  | { readonly grant: true; readonly until: BusinessDate; readonly answer: string }
  | { readonly grant: false; readonly answer: string }

/**
 * Answers a deferral that waits: to the day that was asked for, another one within the policy as counted from today, so that
 * the time staff took is not the owner's loss, or not at all. Refused as
 * `deferral-decided` the second time, `own-application` for one's own home or request, `deferral-too-far`.
 */
export async function decideDeferral(
  ctx: Ctx,
  deferralId: DeferralId,
  decider: PersonId,
  decision: DeferralDecision,
): Promise<HouseholdId> {
  const deferral = await lockDeferral(ctx, deferralId)
  await refuseOwnRequest(ctx, deferral, decider)
  if (decision.grant) refuseDay(ctx.today, decision.until, deferral)
  await end(ctx, deferralId, decision.grant ? 'granted' : 'refused', decision)
  await logAction(ctx, 'deferral-answered', `deferral ${deferralId}`, { grant: decision.grant })
  await recordEvent(ctx, {
    kind: 'deferral-answered',
    key: `deferral-answered:${deferralId}`,
    householdId: deferral.householdId,
    payload: { deferralId, granted: decision.grant },
  })
  return deferral.householdId
}

/** The owner takes a deferral back while it waits. Refused as `deferral-decided` afterwards. */
export async function withdrawDeferral(
  ctx: Ctx,
  householdId: HouseholdId,
  deferralId: DeferralId,
): Promise<void> {
  const deferral = await lockDeferral(ctx, deferralId)
  if (deferral.householdId !== householdId) throw new Refusal('not-found')
  await end(ctx, deferralId, 'withdrawn', { answer: '' })
  await logAction(ctx, 'deferral-withdrawn', `deferral ${deferralId}`)
}

interface Waiting {
  readonly householdId: HouseholdId
  readonly askedBy: PersonId
  readonly deferralDaysMax: number
}

async function lockDeferral(ctx: Ctx, deferralId: DeferralId): Promise<Waiting> {
  const whose = await ctx.tx.maybe<{ householdId: HouseholdId }>`
    select household_id from deferral where (community_id, id) = (${ctx.community}, ${deferralId})`
  if (!whose) throw new Refusal('not-found')
  await lockHome(ctx, whose.householdId)
  const deferral = await ctx.tx.one<Waiting & { state: DeferralState }>`
    select d.household_id, d.asked_by, d.state, p.deferral_days_max
      from deferral d join plan_policy p on (p.community_id, p.id) = (d.community_id, d.policy_id)
     where (d.community_id, d.id) = (${ctx.community}, ${deferralId})`
  if (deferral.state !== 'applied') throw new Refusal('deferral-decided')
  return deferral
}

async function end(
  ctx: Ctx,
  deferralId: DeferralId,
  state: DeferralState,
  { until, answer }: { readonly until?: BusinessDate; readonly answer: string },
): Promise<void> {
  await ctx.tx.run`
    update deferral set state = ${state}, until_date = coalesce(${until ?? null}::date, until_date), answer = ${answer},
                        reply_by = null, decided_at = ${ctx.now}, decided_by = ${actorName(ctx.actor)}
     where (community_id, id) = (${ctx.community}, ${deferralId})`
  await holdDeferred(ctx, deferralId)
}
