import { addMonths } from '@anjiao/shared/calendar'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'

/** How many deferrals a home may still have: the policy's number within twelve months, those that were refused or withdrawn left out. */
export async function deferralsLeft(
  { tx, community, today }: Ctx,
  householdId: HouseholdId,
  policy: PlanPolicyRow,
): Promise<number> {
  if (policy.deferralDaysMax === 0) return 0
  const { had } = await tx.one<{ had: number }>`
    select count(*) as had from deferral
     where (community_id, household_id) = (${community}, ${householdId})
       and state in ('applied', 'granted') and asked_on > ${addMonths(today, -12)}`
  return Math.max(0, policy.deferralsPerYear - had)
}
