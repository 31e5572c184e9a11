import type { BusinessDate } from '@anjiao/shared/calendar'
import type { HouseholdId, PlanId } from '@anjiao/shared/ids'
import { type Fen, subtractFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { instalmentStandings } from './plan-standing.ts'
import { signedTerms, standingOf, storedPlans } from './stored-plan.ts'

export interface InstalmentAsked {
  readonly planId: PlanId
  readonly no: number
  /** The day that whoever asks believes it to be due on. */
  readonly dueDate: BusinessDate
}

/** What of an instalment is still to be paid, out of how many there are. */
export interface ExpectedInstalment {
  readonly leftFen: Fen
  readonly of: number
}

/**
 * What is still expected of an instalment now. Null: nothing is, for it is paid or set aside, its day was moved, or its plan
 * does not run.
 */
export async function expectedInstalment(
  ctx: Ctx,
  householdId: HouseholdId,
  { planId, no, dueDate }: InstalmentAsked,
): Promise<ExpectedInstalment | null> {
  const [plan] = await storedPlans(ctx, householdId, planId)
  const standing = plan && standingOf(plan, ctx.today)
  if (!standing || !runs.has(standing.state)) return null
  const terms = signedTerms(plan)
  const at = terms.instalments.findIndex((each) => each.no === no && each.dueDate === dueDate)
  const [instalment, now] = [terms.instalments[at], instalmentStandings(terms, standing, ctx.today)[at]]
  if (!instalment || !now || now.state === 'paid' || now.state === 'aside') return null
  return { leftFen: subtractFen(instalment.amountFen, now.paidFen), of: plan.instalments }
}

const runs: ReadonlySet<string> = new Set(['signed', 'active', 'cured'])
