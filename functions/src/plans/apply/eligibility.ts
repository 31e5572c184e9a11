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
  /** Asked for within twelve months, without ever being signed, or begun by a down payment. */
  readonly cameToNothing: number
  /** What is still open in plans that are signed, or may be. */
  readonly inPlansFen: Fen
  /** An application is waiting for an answer. */
  readonly hasAsked: boolean
}

export type Eligibility =
  | { readonly refusal: Refusal }
  /** `brokenLately`: staff look at it, whatever the terms. */
  | { readonly refusal: null; readonly brokenLately: boolean }

/**
 * While terms are looked at or lie ready for signing nobody presses for anything. Who has let that come to nothing so often
 * within a year has the company make the next offer, which holds nothing until it is signed.
 */
const cameToNothingMax = 3

/** Whether a home may have a new plan under a policy. Pure. */
export function eligibility(past: PlanPast, policy: PlanPolicyRow, today: BusinessDate): Eligibility {
  if (past.oldestDue === null) return { refusal: new Refusal('nothing-due') }
  if (past.hasAsked) return { refusal: new Refusal('plan-already-asked') }
  if (past.openFen < policy.arrearsMinFen) {
    return { refusal: new Refusal('plan-too-little-owed', { yuan: formatYuan(policy.arrearsMinFen) }) }
  }
  if (past.cameToNothing >= cameToNothingMax) {
    return { refusal: new Refusal('plan-asked-often', { times: cameToNothingMax }) }
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

export function planPast({ tx, community, today }: Ctx, householdId: HouseholdId): Promise<PlanPast> {
  return tx.one<PlanPast>`
    select coalesce(sum(amount_fen - settled_fen), 0)::bigint as open_fen, min(due_date) as oldest_due,
           (select max(e.on_date) from plan p join plan_event e on (e.community_id, e.plan_id) = (p.community_id, p.id)
             where (p.community_id, p.household_id, p.state) = (${community}, ${householdId}, 'broken')
               and e.event = 'break' and not exists (
                 select from plan_event later
                  where (later.community_id, later.plan_id, later.event) = (e.community_id, e.plan_id, 'correct')
                    and later.id > e.id)) as broken_on,
           (select count(*) from plan p
             where (p.community_id, p.household_id) = (${community}, ${householdId})
               and p.state in ('declined', 'cancelled', 'expired')
               and (p.made_at at time zone 'Asia/Shanghai')::date > ${addMonths(today, -12)}
               and exists (select from plan_event e
                            where (e.community_id, e.plan_id) = (p.community_id, p.id) and e.event in ('apply', 'take'))
           ) as came_to_nothing,
           (select coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint
              from plan p
              join plan_charge g on (g.community_id, g.plan_id) = (p.community_id, p.id) and not g.waived
              join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id) and c.cancelled_by is null
             where (p.community_id, p.household_id) = (${community}, ${householdId})
               and p.state in ('countered', 'approved', 'signed', 'active', 'cured')) as in_plans_fen,
           exists (select from plan
                    where (community_id, household_id, state) = (${community}, ${householdId}, 'applied')) as has_asked
      from charge
     where (community_id, household_id) = (${community}, ${householdId})
       and settled_fen < amount_fen and cancelled_by is null`
}
