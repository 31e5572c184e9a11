import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import type { PlanTerms } from '@anjiao/shared/instalments'
import type { Fen } from '@anjiao/shared/money'
import type { PlanState } from '@anjiao/shared/plan-life'
import type { Ctx } from '../platform/context.ts'
import type { PlanEventKind, PlanPolicyRow, PlanRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { OpenOnDay, SignedTerms } from './plan-standing.ts'

export interface StoredInstalment {
  readonly no: number
  readonly dueDate: BusinessDate
  readonly movedTo: BusinessDate | null
  readonly amountFen: Fen
}

export interface StoredEvent {
  readonly event: PlanEventKind
  readonly to: PlanState
  readonly on: BusinessDate
  readonly note: string
}

/** A plan with all that belongs to it. */
export interface StoredPlan extends Omit<PlanRow, 'communityId' | 'asked'> {
  readonly asked: PlanTerms | null
  readonly policy: Pick<
    PlanPolicyRow,
    | 'graceDays'
    | 'toleranceFen'
    | 'cureDays'
    | 'movesMax'
    | 'moveDaysMax'
    | 'offerDays'
    | 'firstAfterDays'
    | 'instalmentMinFen'
  >
  readonly schedule: readonly StoredInstalment[]
  readonly charges: readonly { readonly id: ChargeId; readonly amountFen: Fen; readonly waived: boolean }[]
  readonly events: readonly StoredEvent[]
  /** What was open of the charges that are its debt, at the end of each day on which that changed. */
  readonly history: readonly OpenOnDay[]
}

/** Some plans of a household, newest first; all of them where none is named. */
export function storedPlans(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  planId: PlanId | null = null,
): Promise<StoredPlan[]> {
  return tx.rows<StoredPlan>`
    select p.id, p.household_id, p.policy_id, p.state, p.debt_fen, p.down_fen, p.instalments, p.every_months, p.day_of_month,
           p.first_due, p.late_fee, p.asked, p.reason, p.answer, p.made_at, p.made_by, p.reply_by, p.open_until, p.signed_on,
           p.ended_on, p.check_on, p.easier, p.offered_for,
           (select json_build_object('graceDays', grace_days, 'toleranceFen', tolerance_fen, 'cureDays', cure_days,
                     'movesMax', moves_max, 'moveDaysMax', move_days_max, 'offerDays', offer_days,
                     'firstAfterDays', first_after_days, 'instalmentMinFen', instalment_min_fen)
              from plan_policy o where (o.community_id, o.id) = (p.community_id, p.policy_id)) as policy,
           (select coalesce(json_agg(json_build_object('no', no, 'dueDate', due_date, 'movedTo', moved_to, 'amountFen', amount_fen)
                     order by no), '[]')
              from instalment i where (i.community_id, i.plan_id) = (p.community_id, p.id)) as schedule,
           (select coalesce(json_agg(json_build_object('id', charge_id, 'amountFen', amount_fen, 'waived', waived)
                     order by charge_id), '[]')
              from plan_charge c where (c.community_id, c.plan_id) = (p.community_id, p.id)) as charges,
           (select coalesce(json_agg(json_build_object('event', event, 'to', to_state, 'on', on_date, 'note', note) order by id), '[]')
              from plan_event e where (e.community_id, e.plan_id) = (p.community_id, p.id)) as events,
           (select coalesce(json_agg(json_build_object('date', date, 'openFen', open_fen) order by date), '[]')
              from (select y.business_date as date, sum(sum(g.amount_fen)) over (order by y.business_date) as open_fen
                      from plan_charge c
                      join posting g on (g.community_id, g.charge_id) = (c.community_id, c.charge_id) and g.account = 'receivable'
                      join entry y on (y.community_id, y.id) = (g.community_id, g.entry_id)
                     where (c.community_id, c.plan_id) = (p.community_id, p.id) and not c.waived
                     group by y.business_date) as day) as history
      from plan p
     where (p.community_id, p.household_id) = (${community}, ${householdId})
       and (${planId}::bigint is null or p.id = ${planId})
     order by p.id desc limit 100`
}

/** One plan of a household. Refused as `not-found`. */
export async function planOf(ctx: Ctx, householdId: HouseholdId, planId: PlanId): Promise<StoredPlan> {
  const [plan] = await storedPlans(ctx, householdId, planId)
  if (!plan) throw new Refusal('not-found')
  return plan
}

/** Whose a plan is. Refused as `not-found`. */
export async function householdOfPlan({ tx, community }: Ctx, planId: PlanId): Promise<HouseholdId> {
  const plan = await tx.maybe<{ householdId: HouseholdId }>`
    select household_id from plan where (community_id, id) = (${community}, ${planId})`
  if (!plan) throw new Refusal('not-found')
  return plan.householdId
}

/** The terms of a signed plan, with the days as they have been moved. */
export function signedTerms({ signedOn, debtFen, schedule, policy }: StoredPlan): SignedTerms {
  if (signedOn === null) throw new Error('a plan that nobody has signed has no standing')
  const instalments = schedule.map(({ no, dueDate, movedTo, amountFen }) => ({
    no,
    dueDate: movedTo ?? dueDate,
    amountFen,
  }))
  return { ...policy, signedOn, debtFen, instalments }
}
