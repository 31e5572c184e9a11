import type { Plan, PlanInstalment } from '@anjiao/shared/contract/plans'
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

/** Whether something may still come of it. */
export const isAlive = ({ state }: Pick<Plan, 'state'>): boolean => !planStates[state].ended

/** Whether its instalments are being paid. */
export const isRunning = ({ state }: Pick<Plan, 'state'>): boolean =>
  state === 'signed' || state === 'active' || state === 'cured'

/** The oldest instalment that is not paid. */
export const nextInstalment = ({ instalments }: Pick<Plan, 'instalments'>): PlanInstalment | undefined =>
  instalments.find(({ state }) => state !== 'paid')
