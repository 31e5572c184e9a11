import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { mayDecideRelief } from '../../../features/staff-relief/may-decide'
import { notYoursTexts as texts } from './texts'

/** Why somebody may not decide about a case and who may, in words; undefined: they may. */
export function notYours(
  { mayDecide, application: { state } }: ReliefCase,
  post: Pick<StaffPost, 'roles'>,
): string | undefined {
  if (mayDecide) return undefined
  if (!mayDecideRelief(post)) return texts.role
  return state === 'agreed_once' || state === 'appealed' ? texts[state] : texts.applied
}
