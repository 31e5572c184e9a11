import type { ReliefCase } from '@anjiao/shared/contract/relief'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { mayEnter } from '../../../features/staff-post/doors'
import { notYoursTexts as texts } from './texts'

/** Why somebody may not decide about a case and who may, in words; undefined: they may. */
export function notYours(
  { mayDecide, application: { state } }: ReliefCase,
  held: readonly StaffRole[],
): string | undefined {
  if (mayDecide) return undefined
  if (!mayEnter(held, { roles: ['finance', 'manager'] })) return texts.role
  return state === 'agreed_once' || state === 'appealed' ? texts[state] : texts.applied
}
