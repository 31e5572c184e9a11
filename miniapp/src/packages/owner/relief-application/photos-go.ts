import { addDays, businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { photoDaysMax } from '../../../features/relief/texts'
import { texts } from './texts'

/** When the photos of an application go: days after the decision, and where it can be appealed not before that is over. */
export function photosGo({ state, standard, happenings }: ReliefApplication): string {
  const decision = [...happenings].reverse().find(({ to }) => to === state)
  const after = (days: number) =>
    decision ? formatDate(addDays(businessDateAt(new Date(decision.at)), days)) : undefined
  const byStandard = after(standard.photoDays)
  const atLast = after(photoDaysMax)
  if ((state === 'granted' || state === 'refused_finally') && byStandard) return texts.photosGoBy(byStandard)
  if (state === 'refused' && atLast) return texts.photosGoAfterAppeal(atLast)
  return texts.photosGo
}
