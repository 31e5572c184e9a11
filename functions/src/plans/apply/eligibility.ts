import { addMonths, type BusinessDate } from '@anjiao/shared/calendar'
import type { HouseholdId } from '@anjiao/shared/ids'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

/** What a home owes and how its earlier plans went, as far as it decides whether it may have a new one. */
export interface PlanPast {
  readonly openFen: Fen
  /** Of what is open; null: nothing is. */
  readonly oldestDue: BusinessDate | null
  /** The last day on which a plan of this home was broken that has not been caught up. */
  readonly brokenOn: BusinessDate | null
  /** An application is waiting for an answer. */
  readonly hasAsked: boolean
}

export type Eligibility =
  | { readonly refusal: Refusal }
  /** `brokenLately`: staff look at it, whatever the terms. */
  | { readonly refusal: null; readonly brokenLately: boolean }

/** Whether a home may have a new plan under a policy. Pure. */
export function eligibility(past: PlanPast, policy: PlanPolicyRow, today: BusinessDate): Eligibility {
  if (past.oldestDue === null) return { refusal: new Refusal('nothing-due') }
  if (past.hasAsked) return { refusal: new Refusal('plan-already-asked') }
  if (past.openFen < policy.arrearsMinFen) {
    return { refusal: new Refusal('plan-too-little-owed', { yuan: formatYuan(policy.arrearsMinFen) }) }
  }
  const months = policy.overdueMonthsMin
  if (months > 0 && addMonths(past.oldestDue, months) > today) {
    return { refusal: new Refusal('plan-too-early', { months }) }
  }
  const brokenLately = past.brokenOn !== null && addMonths(past.brokenOn, policy.afterBrokenMonths) > today
  if (brokenLately && policy.afterBroken === 'refused') {
    return { refusal: new Refusal('plan-after-broken', { months: policy.afterBrokenMonths }) }
  }
  return { refusal: null, brokenLately }
}

export function planPast({ tx, community }: Ctx, householdId: HouseholdId): Promise<PlanPast> {
  return tx.one<PlanPast>`
    select coalesce(sum(amount_fen - settled_fen), 0)::bigint as open_fen, min(due_date) as oldest_due,
           (select max(e.on_date) from plan p join plan_event e on (e.community_id, e.plan_id) = (p.community_id, p.id)
             where (p.community_id, p.household_id, p.state) = (${community}, ${householdId}, 'broken')
               and e.event = 'break' and not exists (
                 select from plan_event later
                  where (later.community_id, later.plan_id, later.event) = (e.community_id, e.plan_id, 'correct')
                    and later.id > e.id)) as broken_on,
           exists (select from plan
                    where (community_id, household_id, state) = (${community}, ${householdId}, 'applied')) as has_asked
      from charge
     where (community_id, household_id) = (${community}, ${householdId})
       and settled_fen < amount_fen and cancelled_by is null`
}
