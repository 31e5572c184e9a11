import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId, PlanId } from '@anjiao/shared/ids'
import { type Fen, subtractFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { instalmentStandings } from './plan-standing.ts'
import { plansById, type StoredPlan, signedTerms, standingOf } from './stored-plan.ts'

export interface InstalmentAsked {
  readonly householdId: HouseholdId
  readonly planId: PlanId
  readonly no: number
  /** The day that whoever asks believes it to be due on. */
  readonly dueDate: BusinessDate
}

/** What of an instalment is still to be paid, out of how many there are, and the charges that its plan is about. */
export interface ExpectedInstalment {
  readonly leftFen: Fen
  readonly of: number
  readonly chargeIds: readonly ChargeId[]
}

/**
 * What is still expected of instalments now, in the order in which they are asked about. Null: nothing is, for it is paid or set
 * aside, its day was moved, its plan does not run, or is another household's.
 */
export async function expectedInstalments(
  ctx: Ctx,
  asked: readonly InstalmentAsked[],
): Promise<(ExpectedInstalment | null)[]> {
  const plans = await plansById(ctx, [...new Set(asked.map(({ planId }) => planId))])
  return asked.map((each) => {
    const plan = plans.get(each.planId)
    return plan?.householdId === each.householdId ? expectedOf(plan, each, ctx.today) : null
  })
}

function expectedOf(
  plan: StoredPlan,
  { no, dueDate }: InstalmentAsked,
  today: BusinessDate,
): ExpectedInstalment | null {
  const standing = standingOf(plan, today)
  if (!standing || !runs.has(standing.state)) return null
  const terms = signedTerms(plan)
  const at = terms.instalments.findIndex((each) => each.no === no && each.dueDate === dueDate)
  const [instalment, now] = [terms.instalments[at], instalmentStandings(terms, standing, today)[at]]
  if (!instalment || !now || now.state === 'paid' || now.state === 'aside') return null
  return {
    leftFen: subtractFen(instalment.amountFen, now.paidFen),
    of: plan.instalments,
    chargeIds: plan.charges.map(({ id }) => id),
  }
}

const runs: ReadonlySet<string> = new Set(['signed', 'active', 'cured'])
