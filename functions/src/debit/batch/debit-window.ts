import { addDays, businessDateAt, formatDate, startOfDay, timeOfDayAt } from '@anjiao/shared/calendar'
import type { DebitWindow } from '@anjiao/shared/contract/debit-batches'
import { debitAheadDays, debitHours, debitNoticeHours } from '@anjiao/shared/debit-life'
import { Refusal } from '../../platform/refusal.ts'

const hourMs = 3_600_000

const at = ({ debitOn }: Pick<DebitWindow, 'debitOn'>, hour: number): Date =>
  new Date(startOfDay(debitOn).getTime() + hour * hourMs)

export const windowOpens = (window: Pick<DebitWindow, 'debitOn' | 'fromHour'>): Date =>
  at(window, window.fromHour)
export const windowCloses = (window: Pick<DebitWindow, 'debitOn' | 'toHour'>): Date =>
  at(window, window.toHour)

/** Until when a home has to be told. */
export const tellBy = (window: Pick<DebitWindow, 'debitOn' | 'fromHour'>): Date =>
  new Date(windowOpens(window).getTime() - debitNoticeHours * hourMs)

/** A window in which nobody may debit, or of which nobody could be told in time. Refused as `debit-window` and `debit-too-soon`. Pure. */
export function refuseWindow(window: DebitWindow, now: Date): void {
  const { debitOn, fromHour, toHour } = window
  const isAllowed = fromHour >= debitHours.from && toHour <= debitHours.to && fromHour < toHour
  if (!isAllowed || debitOn > addDays(businessDateAt(now), debitAheadDays)) throw new Refusal('debit-window')
  if (tellBy(window) <= now) {
    const earliest = new Date(now.getTime() + debitNoticeHours * hourMs)
    const day = formatDate(businessDateAt(earliest))
    throw new Refusal('debit-too-soon', { earliest: `${day} ${timeOfDayAt(earliest).slice(0, 5)} ` })
  }
}
