import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { Plan, PlanInstalment } from '@anjiao/shared/contract/plan'
import { type Fen, subtractFen, sumFen } from '@anjiao/shared/money'
import { type PlanState, planStates } from '@anjiao/shared/plan-life'
import type { Tone } from '../../ui/tag'

/** What waits for the owner is warm, what goes well is green, the rest is calm. Nothing is red: nobody is in disgrace. */
export const planTones: Readonly<Record<PlanState, Tone>> = {
  offered: 'due',
  applied: 'calm',
  countered: 'due',
  approved: 'due',
  signed: 'due',
  active: 'good',
  broken: 'due',
  cured: 'good',
  kept: 'good',
  declined: 'calm',
  cancelled: 'calm',
  expired: 'calm',
}

/** Whether its owner has something to do or to wait for: it is not over, nor broken for good. */
export const isCurrent = ({ state, cureFen }: Pick<Plan, 'state' | 'cureFen'>): boolean =>
  !planStates[state].ended && (state !== 'broken' || cureFen !== null)

/** Whether its instalments are being paid. */
export const isRunning = ({ state }: Pick<Plan, 'state'>): boolean =>
  state === 'signed' || state === 'active' || state === 'cured'

/** What is not paid, oldest first. */
export const unpaid = ({ instalments }: Pick<Plan, 'instalments'>): PlanInstalment[] =>
  instalments.filter(({ state }) => state !== 'paid')

/** The oldest instalment that is not paid. */
export const nextInstalment = (plan: Pick<Plan, 'instalments'>): PlanInstalment | undefined => unpaid(plan)[0]

export const leftOf = ({ amountFen, paidFen }: PlanInstalment): Fen => subtractFen(amountFen, paidFen)

/** How many instalments are paid, the down payment not counted. */
export const paidCount = ({ instalments }: Pick<Plan, 'instalments'>): number =>
  instalments.filter(({ no, state }) => no > 0 && state === 'paid').length

/** What paying up to an instalment comes to: all of the plan when it is the last. */
export function openUpTo({ instalments, openFen }: Pick<Plan, 'instalments' | 'openFen'>, upTo: number): Fen {
  const isAll = instalments.every(({ no }) => no <= upTo)
  return isAll ? openFen : sumFen(instalments.filter(({ no }) => no <= upTo).map(leftOf))
}

/** Up to which instalment one pays to catch a broken plan up: everything that has fallen due. */
export function upToForCure(plan: Pick<Plan, 'instalments' | 'openFen' | 'cureFen'>): number | undefined {
  const { cureFen } = plan
  return cureFen === null ? undefined : unpaid(plan).find(({ no }) => openUpTo(plan, no) >= cureFen)?.no
}

export interface DayBounds {
  readonly first: BusinessDate
  readonly last: BusinessDate
}

/** To which days an instalment may be moved: later than its own, as far as the policy goes, before the next one. Undefined: to none. */
export function moveBounds(
  { instalments, moveDaysMax }: Pick<Plan, 'instalments' | 'moveDaysMax'>,
  no: number,
  today: BusinessDate,
): DayBounds | undefined {
  const at = instalments.findIndex((instalment) => instalment.no === no)
  const instalment = instalments[at]
  if (!instalment || instalment.movedFrom !== null || instalment.state === 'paid') return undefined
  const next = instalments[at + 1]?.dueDate
  const furthest = addDays(instalment.dueDate, moveDaysMax)
  const first = laterOf(addDays(instalment.dueDate, 1), today)
  const last = next !== undefined && next <= furthest ? addDays(next, -1) : furthest
  return first <= last ? { first, last } : undefined
}

const laterOf = (a: BusinessDate, b: BusinessDate): BusinessDate => (a > b ? a : b)
