import { type PlanTerms, termsFault } from '@anjiao/shared/instalments'
import type { Fen } from '@anjiao/shared/money'
import { termsFaultFacts } from '@anjiao/shared/plan-words'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Refuses terms that a policy does not allow, by a sentence that says which to choose instead (`plan-terms-…`). */
export function refuseTerms(debtFen: Fen, terms: PlanTerms, policy: PlanPolicyRow): void {
  const fault = termsFault(debtFen, terms, policy)
  if (fault) {
    throw new Refusal(`plan-terms-${fault}`, termsFaultFacts(fault, debtFen, terms.everyMonths, policy))
  }
}
