import { mostInstalments, type PlanTerms, smallestDownFen, termsFault } from '@anjiao/shared/instalments'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Refuses terms that a policy does not allow, by a sentence that says which to choose instead (`plan-terms-…`). */
export function refuseTerms(debtFen: Fen, terms: PlanTerms, policy: PlanPolicyRow): void {
  const fault = termsFault(debtFen, terms, policy)
  if (!fault) return
  const yuan =
    fault === 'down-too-small' ? smallestDownFen(debtFen, policy.downPercent) : policy.instalmentMinFen
  throw new Refusal(`plan-terms-${fault}`, {
    yuan: formatYuan(yuan),
    most: mostInstalments(debtFen, terms.everyMonths, policy),
    months: policy.termMonthsMax,
  })
}
