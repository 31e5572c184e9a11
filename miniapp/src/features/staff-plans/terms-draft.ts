import type { BusinessDate } from '@anjiao/shared/calendar'
import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import {
  type Instalment,
  mostInstalments,
  type PlanTerms,
  planDays,
  planSchedule,
  smallestDownFen,
  type TermsPolicy,
} from '@anjiao/shared/instalments'
import { type Fen, maxFen, parseYuan, plainYuan } from '@anjiao/shared/money'
import { termsFaultWords } from '@anjiao/shared/plan-words'

/** Terms as they are being chosen: the down payment as it is typed. */
export interface TermsDraft extends Omit<PlanTerms, 'downFen'> {
  readonly down: string
}

/** Where one begins: terms that somebody has asked for, their down payment raised to what the policy wants. */
export const termsDraft = (debtFen: Fen, terms: PlanTerms, policy: TermsPolicy): TermsDraft => ({
  down: plainYuan(maxFen(terms.downFen, smallestDownFen(debtFen, policy.downPercent))),
  instalments: terms.instalments,
  everyMonths: terms.everyMonths,
  dayOfMonth: terms.dayOfMonth,
})

export type ReadTerms =
  | { readonly terms: PlanTerms; readonly schedule: readonly Instalment[] }
  /** `undefined`: what was typed is no amount. */
  | { readonly fault: string | undefined }

/** What was chosen as terms with their schedule, counted from today as the server will; or what is wrong with it. */
export function readTerms(
  debtFen: Fen,
  { down, ...chosen }: TermsDraft,
  policy: TermsPolicy,
  today: BusinessDate,
): ReadTerms {
  const downFen = parseYuan(down)
  if (downFen === undefined || downFen < 0) return { fault: undefined }
  const terms = { ...chosen, downFen }
  const fault = termsFaultWords(debtFen, terms, policy)
  if (fault) return { fault }
  return {
    terms,
    schedule: planSchedule(
      debtFen,
      terms,
      planDays(today, terms.dayOfMonth, { ...policy, hasDown: terms.downFen > 0 }),
    ),
  }
}

/** The numbers of instalments that a policy allows for a debt: 2 and up; none where it is too small to be shared. */
export const instalmentChoices = (debtFen: Fen, everyMonths: number, policy: TermsPolicy): number[] =>
  Array.from(
    { length: Math.max(0, mostInstalments(debtFen, everyMonths, policy) - 1) },
    (_, more) => more + 2,
  )

/** The policy under which a plan was asked for: the newest that stood then. They come newest first. */
export const policyOf = (
  policies: readonly PlanPolicy[],
  { appliedAt }: { readonly appliedAt: string },
): PlanPolicy | undefined => policies.find(({ publishedAt }) => publishedAt <= appliedAt)
