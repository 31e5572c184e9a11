import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import type { PlanTerms } from '@anjiao/shared/instalments'
import type { Fen } from '@anjiao/shared/money'
import type { PlanState } from '@anjiao/shared/plan-life'
import type { Ctx } from '../platform/context.ts'
import type { PlanEventKind, PlanPolicyRow, PlanRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import { type OpenOnDay, type PlanStanding, planStanding, type SignedTerms } from './plan-standing.ts'

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
  /** A later plan, asked for or signed, has one of its charges: what is written down about this one stands. */
  readonly replaced: boolean
}

/** Some plans of a household, newest first; all of them where none is named. */
export const storedPlans = (
  ctx: Ctx,
  householdId: HouseholdId,
  planId: PlanId | null = null,
): Promise<StoredPlan[]> => read(ctx, { householdId, planIds: planId === null ? null : [planId], most: 100 })

/** Plans by their ids, of whatever households. */
export const plansById = async (ctx: Ctx, planIds: readonly PlanId[]): Promise<Map<PlanId, StoredPlan>> => {
  if (planIds.length === 0) return new Map()
  const plans = await read(ctx, { householdId: null, planIds, most: null })
  return new Map(plans.map((plan) => [plan.id, plan]))
}

interface Which {
  readonly householdId: HouseholdId | null
  readonly planIds: readonly PlanId[] | null
  /** Null: all. */
  readonly most: number | null
}

function read({ tx, community }: Ctx, { householdId, planIds, most }: Which): Promise<StoredPlan[]> {
  return tx.rows<StoredPlan>`
    select p.id, p.household_id, p.policy_id, p.state, p.debt_fen, p.down_fen, p.instalments, p.every_months, p.day_of_month,
           p.first_due, p.late_fee, p.asked, p.reason, p.answer, p.made_at, p.made_by, p.reply_by, p.open_until, p.signed_on,
           p.ended_on, p.check_on, p.easier, p.offered_for,
           json_build_object('graceDays', policy.grace_days, 'toleranceFen', policy.tolerance_fen, 'cureDays', policy.cure_days,
             'movesMax', policy.moves_max, 'moveDaysMax', policy.move_days_max, 'offerDays', policy.offer_days,
             'firstAfterDays', policy.first_after_days, 'instalmentMinFen', policy.instalment_min_fen) as policy,
           (select coalesce(json_agg(json_build_object('no', no, 'dueDate', due_date, 'movedTo', moved_to, 'amountFen', amount_fen)
                     order by no), '[]')
              from instalment i where (i.community_id, i.plan_id) = (p.community_id, p.id)) as schedule,
           (select coalesce(json_agg(json_build_object('id', charge_id, 'amountFen', amount_fen, 'waived', waived)
                     order by charge_id), '[]')
              from plan_charge c where (c.community_id, c.plan_id) = (p.community_id, p.id)) as charges,
           (select coalesce(json_agg(json_build_object('event', event, 'to', to_state, 'on', on_date, 'note', note) order by id), '[]')
              from plan_event e where (e.community_id, e.plan_id) = (p.community_id, p.id)) as events,
           (select coalesce(json_agg(json_build_object('date', date, 'openFen', open_fen, 'asideFen', aside_fen) order by date), '[]')
              from plan_books(p.community_id, p.id, policy.grace_days)) as history,
           p.signed_on is not null and exists (
             select from plan_charge own
               join plan_charge theirs on (theirs.community_id, theirs.charge_id) = (own.community_id, own.charge_id)
                                      and theirs.plan_id > p.id
               join plan q on (q.community_id, q.id) = (theirs.community_id, theirs.plan_id)
              where (own.community_id, own.plan_id) = (p.community_id, p.id)
                and q.state in ('applied', 'countered', 'approved', 'signed', 'active', 'broken', 'cured', 'kept')) as replaced
      from plan p join plan_policy policy on (policy.community_id, policy.id) = (p.community_id, p.policy_id)
     where p.community_id = ${community} and (${householdId}::bigint is null or p.household_id = ${householdId})
       and (${planIds}::bigint[] is null or p.id = any(${planIds}::bigint[]))
     order by p.id desc limit ${most}`
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

/** How a plan stands on a day, whether or not that is written down yet; null: nobody has signed it. */
export function standingOf(plan: StoredPlan, today: BusinessDate): PlanStanding | null {
  if (plan.signedOn === null) return null
  const standing = planStanding(signedTerms(plan), plan.history, today)
  return plan.replaced ? { ...standing, state: plan.state, happened: [], cure: null } : standing
}
