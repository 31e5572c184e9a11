import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { type ReliefState, reliefStates } from '@anjiao/shared/relief-life'
import type { HeldDays } from '../billing/index.ts'

export interface Lived {
  readonly to: ReliefState
  readonly on: BusinessDate
}

type Span = Omit<HeldDays, 'chargeId'>

/**
 * The days on which an application holds its charges: while somebody has to answer, the day of the answer with them; and
 * where time was granted, from that day to its last, or to the day on which that was taken back. Pure.
 */
export function reliefHolds(
  lived: readonly Lived[],
  deferredUntil: BusinessDate | null,
  chargeIds: readonly ChargeId[],
): HeldDays[] {
  const given = timeGranted(lived, deferredUntil)
  const spans = [...underReview(lived, given?.from), ...(given ? [given] : [])]
  return chargeIds.flatMap((chargeId) => spans.map((span) => ({ chargeId, ...span })))
}

function underReview(lived: readonly Lived[], givenFrom: BusinessDate | undefined): Span[] {
  const spans: Span[] = []
  let from: BusinessDate | undefined
  for (const { to: state, on } of lived) {
    if (reliefStates[state].pressing === 'paused') {
      from ??= on
    } else if (from !== undefined) {
      const to = state === 'granted' && givenFrom !== undefined ? addDays(givenFrom, -1) : on
      if (to >= from) spans.push({ granted: false, from, to })
      from = undefined
    }
  }
  if (from !== undefined) spans.push({ granted: false, from, to: null })
  return spans
}

function timeGranted(lived: readonly Lived[], until: BusinessDate | null): Span | undefined {
  const from = lived.find(({ to }) => to === 'granted')?.on
  if (until === null || from === undefined) return undefined
  const takenBackOn = lived.find(({ to }) => to === 'reversed')?.on
  return { granted: true, from, to: takenBackOn !== undefined && takenBackOn < until ? takenBackOn : until }
}
