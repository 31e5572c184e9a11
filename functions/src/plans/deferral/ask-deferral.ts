import { addDays, type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import type { ChargeId, DeferralId, HouseholdId, PersonId, PlanPolicyId } from '@anjiao/shared/ids'
import { mayBePastLimitation } from '@anjiao/shared/limitation'
import { postLateFees } from '../../billing/index.ts'
import { lockHome } from '../../community/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { chargesForPlan, debtOf } from '../apply/charges-for-plan.ts'
import { policyAsRead } from '../policy/policy-in-force.ts'
import { deferralsLeft } from './deferrals-left.ts'
import { holdDeferred } from './hold-deferred.ts'

export interface DeferralRequest {
  readonly policyId: PlanPolicyId
  readonly chargeIds: readonly ChargeId[]
  readonly until: BusinessDate
  readonly reason: string
  /** That some of it may be past its limitation, and is acknowledged all the same (民法典 192, 195). */
  readonly oldDebtKnown: boolean
  readonly askedBy: PersonId
}

/**
 * Asks to pay some charges on a later day (延期). Given at once as far as the policy lets it; otherwise staff answer. What
 * the delay has cost up to today is posted first; from now on it costs nothing more until that day. Refused as
 * `deferral-not-offered`, `deferral-too-far`, `deferral-used-up`, `old-debt-unknown` when some may be past its limitation
 * and that was not ticked, and when a charge is not open or held otherwise. Asking acknowledges the debt: who, when and over
 * what is written down for good.
 */
export async function askDeferral(
  ctx: Ctx,
  householdId: HouseholdId,
  request: DeferralRequest,
): Promise<DeferralId> {
  const { policyId, chargeIds, until, reason, oldDebtKnown, askedBy } = request
  await lockHome(ctx, householdId)
  const policy = await policyAsRead(ctx, policyId)
  if (policy.deferralDaysMax === 0) throw new Refusal('deferral-not-offered')
  refuseDay(ctx.today, until, policy)
  if ((await deferralsLeft(ctx, householdId, policy)) === 0) {
    throw new Refusal('deferral-used-up', { times: policy.deferralsPerYear })
  }
  await postLateFees(ctx, [householdId], ctx.today)
  const charges = await chargesForPlan(ctx, householdId, chargeIds, 'held')
  if (!oldDebtKnown && (await isOldDebt(ctx, chargeIds))) throw new Refusal('old-debt-unknown')

  const atOnce = until <= addDays(ctx.today, policy.deferralAtOnceDays)
  const { id } = await ctx.tx.one<{ id: DeferralId }>`
    insert into deferral (community_id, household_id, policy_id, state, until_date, reason, asked_on, asked_at, asked_by,
                          reply_by, decided_at, decided_by)
    values (${ctx.community}, ${householdId}, ${policy.id}, ${atOnce ? 'granted' : 'applied'}, ${until}, ${reason},
            ${ctx.today}, ${ctx.now}, ${askedBy}, ${atOnce ? null : addDays(ctx.today, policy.replyDays)},
            ${atOnce ? ctx.now : null}, ${atOnce ? 'system:policy' : null})
    returning id`
  await ctx.tx.run`
    insert into deferral_charge (community_id, deferral_id, charge_id)
    select ${ctx.community}, ${id}, charge_id from unnest(${charges.map((charge) => charge.id)}::bigint[]) as charge_id`
  await holdDeferred(ctx, id)
  await logAction(ctx, 'deferral-asked', `deferral ${id}`, {
    until,
    debtFen: debtOf(charges),
    oldDebtKnown,
  })
  return id
}

async function isOldDebt({ tx, community, today }: Ctx, chargeIds: readonly ChargeId[]): Promise<boolean> {
  const charges = await tx.rows<{ dueDate: BusinessDate }>`
    select due_date from charge where community_id = ${community} and id = any(${chargeIds})`
  return charges.some(({ dueDate }) => mayBePastLimitation(dueDate, today))
}

/** Refuses a day that is past, or beyond what a policy allows, counted from a day. */
export function refuseDay(
  from: BusinessDate,
  until: BusinessDate,
  policy: Pick<PlanPolicyRow, 'deferralDaysMax'>,
): void {
  const last = addDays(from, policy.deferralDaysMax)
  if (until <= from || until > last) throw new Refusal('deferral-too-far', { last: formatDate(last) })
}
