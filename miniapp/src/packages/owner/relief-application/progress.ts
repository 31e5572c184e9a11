import { formatDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import type { ReliefEvent, ReliefState } from '@anjiao/shared/relief-life'
import { reliefLabel } from '../../../features/relief/relief-label'
import { instantText } from '../../../ui/instant'
import type { Step } from '../../../ui/steps'
import { texts } from './texts'

type Station = keyof typeof texts.steps

/** The station at which an application waits; others have come to their end. */
const waitsAt: Partial<Record<ReliefState, Station>> = {
  applied: 'review',
  returned: 'review',
  appealed: 'appeal',
  agreed_once: 'second',
}

/** Where an application stands, station by station: a second look where it was or may come, an appeal where it was. */
export function progressOf(application: ReliefApplication): Step[] {
  const stations = stationsOf(application)
  const waiting = waitsAt[application.state]
  const at = waiting === undefined ? stations.length : stations.indexOf(waiting)
  return stations.map((station, index) => ({
    title: texts.steps[station],
    detail: detailOf(station, application),
    state: index < at ? 'done' : index === at ? 'now' : 'next',
  }))
}

function stationsOf({ state, happenings }: ReliefApplication): Station[] {
  const happened = (event: ReliefEvent) => happenings.some((one) => one.event === event)
  if (state === 'withdrawn') return ['asked', 'withdrawn']
  const isWaiting = waitsAt[state] !== undefined
  return [
    'asked',
    'review',
    ...(happened('appeal') ? (['appeal'] as const) : []),
    ...(isWaiting || happened('agree') ? (['second'] as const) : []),
    'result',
  ]
}

function detailOf(station: Station, application: ReliefApplication): string | undefined {
  const { state, askedAt, replyBy } = application
  if (station === 'asked') return instantText(askedAt)
  if (station === 'appeal') return texts.appealedTo
  if (station === 'second') return texts.secondHint
  if (station === 'result') return waitsAt[state] === undefined ? reliefLabel(application) : undefined
  if (station === 'review' && state === 'applied' && replyBy !== null)
    return texts.replyBy(formatDate(replyBy))
  return undefined
}
