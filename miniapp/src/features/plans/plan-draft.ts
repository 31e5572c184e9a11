import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { PlanOptions } from '@anjiao/shared/contract/plans'
import {
  type Instalment,
  isGivenAtOnce,
  mostInstalments,
  type PlanTerms,
  planDays,
  planSchedule,
  smallestDownFen,
} from '@anjiao/shared/instalments'
import { addFen, type Fen, sumFen } from '@anjiao/shared/money'

/** What the owner has moved so far; what they have not is suggested. */
export interface PlanWish {
  readonly instalments?: number
  readonly dayOfMonth?: number
  readonly everyMonths?: number
}

export interface PlanDraft {
  readonly terms: PlanTerms
  readonly debtFen: Fen
  /** The most instalments with this rhythm. */
  readonly most: number
  /** The rhythms by which this debt can be spread at all. */
  readonly rhythms: readonly number[]
  readonly schedule: readonly Instalment[]
  /** Whether it may be signed without asking anybody. */
  readonly atOnce: boolean
}

export type PlanSetting = Pick<PlanOptions, 'today' | 'needsApproval' | 'inPlansFen'> & {
  readonly policy: PlanPolicy
}

const fewest = 2
/** Half a year is what most people choose, and short enough to keep. */
const usualInstalments = 6
/** After pensions and most wages have come. */
const usualDay = 15

/** What a charge adds to the debt of a plan. */
export const planDebt = (charges: PlanOptions['charges']): Fen =>
  sumFen(charges.map(({ charge, lateFeeFen }) => addFen(charge.openFen, lateFeeFen)))

/**
 * The plan that comes of a debt and a wish, within the policy: what was wished for is kept as far as the policy goes.
 * Undefined: such a debt cannot be spread at all.
 */
export function draftPlan(
  { today, policy, needsApproval, inPlansFen }: PlanSetting,
  debtFen: Fen,
  wish: PlanWish,
): PlanDraft | undefined {
  const rhythms = policy.everyMonths.filter((each) => mostInstalments(debtFen, each, policy) >= fewest)
  const everyMonths = rhythms.find((rhythm) => rhythm === wish.everyMonths) ?? rhythms[0]
  if (everyMonths === undefined) return undefined
  const most = mostInstalments(debtFen, everyMonths, policy)
  const terms = {
    downFen: smallestDownFen(debtFen, policy.downPercent),
    instalments: between(fewest, wish.instalments ?? suggested(addFen(inPlansFen, debtFen), policy), most),
    everyMonths,
    dayOfMonth: wish.dayOfMonth ?? usualDay,
  }
  return {
    terms,
    debtFen,
    most,
    rhythms,
    schedule: planSchedule(
      debtFen,
      terms,
      planDays(today, terms.dayOfMonth, { ...policy, hasDown: terms.downFen > 0 }),
    ),
    atOnce: !needsApproval && isGivenAtOnce(addFen(inPlansFen, debtFen), terms, policy),
  }
}

/** As many as are usual, but where it can be given at once, no more than that. */
const suggested = (debtFen: Fen, policy: PlanPolicy): number =>
  debtFen <= policy.atOnceMaxFen && policy.atOnceInstalmentsMax >= fewest
    ? Math.min(usualInstalments, policy.atOnceInstalmentsMax)
    : usualInstalments

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))
