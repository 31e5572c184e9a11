import { addMonths } from '@anjiao/shared/calendar'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'

/** While one is looked at nobody presses: who has asked so often in vain within a year asks the company in person. */
const inVainMax = 3

/**
 * How many deferrals a home may still have: the policy's number within twelve months, those that were refused or withdrawn
 * left out, unless there have been several of these already.
 */
export async function deferralsLeft(
  { tx, community, today }: Ctx,
  householdId: HouseholdId,
  policy: PlanPolicyRow,
): Promise<number> {
  if (policy.deferralDaysMax === 0) return 0
  const { had, inVain } = await tx.one<{ had: number; inVain: number }>`
    select count(*) filter (where state in ('applied', 'granted')) as had,
           count(*) filter (where state in ('refused', 'withdrawn')) as in_vain
      from deferral
     where (community_id, household_id) = (${community}, ${householdId}) and asked_on > ${addMonths(today, -12)}`
  return inVain >= inVainMax ? 0 : Math.max(0, policy.deferralsPerYear - had)
}
