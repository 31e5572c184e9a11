import type { Offer } from '@anjiao/shared/contract/plan-offers'
import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { HouseholdId } from '@anjiao/shared/ids'
import { parseYuan, zeroFen } from '@anjiao/shared/money'
import { readDecimal } from '../../../features/staff-numbers/decimal'
import { texts } from './texts'

/** A bulk offer as it is being written. */
export interface OfferDraft {
  /** Names of buildings, apart by commas or spaces; empty: all. */
  readonly buildings: string
  readonly overdueMonths: string
  readonly openMin: string
  readonly openMax: string
  readonly instalments: number
  readonly everyMonths: number
  readonly dayOfMonth: number
  readonly message: string
}

export type OfferFaults = Readonly<Partial<Record<'overdueMonths' | 'openMin' | 'openMax', string>>>
export type ReadOffer = { readonly offer: Offer } | { readonly faults: OfferFaults }

type Shape = Pick<NewPlanPolicy, 'everyMonths' | 'instalmentsMax' | 'termMonthsMax'>

const monthsMax = 120

/** Where one begins: every home in arrears, as many months as half a year or the policy takes. */
export function offerDraft(policy: Shape): OfferDraft {
  const everyMonths = policy.everyMonths[0] ?? 1
  const most = offeredInstalments(policy, everyMonths)
  return {
    buildings: '',
    overdueMonths: '0',
    openMin: '',
    openMax: '',
    instalments: most.find((each) => each === 6) ?? most[most.length - 1] ?? 2,
    everyMonths,
    dayOfMonth: 15,
    message: texts.usualMessage,
  }
}

/** The numbers of instalments that the policy takes with this rhythm, whatever a home owes. */
export function offeredInstalments(policy: Shape, everyMonths: number): number[] {
  const most = Math.min(policy.instalmentsMax, Math.floor(policy.termMonthsMax / everyMonths) + 1)
  return Array.from({ length: Math.max(0, most - 1) }, (_, more) => more + 2)
}

/** What was written as an offer, to the homes that fit or to one alone; or what is wrong with it. */
export function readOffer(draft: OfferDraft, householdId: HouseholdId | undefined): ReadOffer {
  const { instalments, everyMonths, dayOfMonth } = draft
  const terms = { instalments, everyMonths, dayOfMonth, message: draft.message.trim() }
  if (householdId !== undefined) return { offer: { ...terms, segment: { ...everyHome, householdId } } }

  const overdueMonthsMin = readDecimal(draft.overdueMonths, 0)
  const openMinFen = draft.openMin.trim() === '' ? zeroFen : parseYuan(draft.openMin)
  const openMaxFen = draft.openMax.trim() === '' ? null : parseYuan(draft.openMax)
  if (overdueMonthsMin === undefined || overdueMonthsMin > monthsMax) {
    return { faults: { overdueMonths: texts.badMonths } }
  }
  if (openMinFen === undefined || openMinFen < 0) return { faults: { openMin: texts.badAmount } }
  if (openMaxFen === undefined) return { faults: { openMax: texts.badAmount } }
  if (openMaxFen !== null && openMaxFen < openMinFen) return { faults: { openMax: texts.badRange } }
  const buildings = [...new Set(draft.buildings.split(/[\s,，、;；]+/).filter(Boolean))]
  return {
    offer: { ...terms, segment: { ...everyHome, buildings, overdueMonthsMin, openMinFen, openMaxFen } },
  }
}

const everyHome: Offer['segment'] = {
  buildings: [],
  overdueMonthsMin: 0,
  openMinFen: zeroFen,
  openMaxFen: null,
  householdId: null,
}
