import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import type { HoldMatter } from '../../platform/database-types.ts'

/** A charge that can be in no plan and no deferral now, and for the sake of what. */
export interface InTheWay {
  readonly chargeId: ChargeId
  readonly matter: HoldMatter
}

/**
 * What keeps charges of a home out of a plan or a deferral, the foremost first: whatever holds them beyond today. What has
 * ended holds them to the end of its day and keeps nobody from choosing anew; nor does the plan that is asked about.
 */
export const inTheWay = (
  { tx, community, today }: Ctx,
  householdId: HouseholdId,
  ownPlan: PlanId | null = null,
): Promise<InTheWay[]> => tx.rows<InTheWay>`
  select charge_id, matter from holds_on(${community}, ${today})
   where household_id = ${householdId} and (until is null or until > ${today})
     and not (matter = 'plan' and (subject_id = ${ownPlan ?? 0} or until is not null))
   order by place, charge_id`
