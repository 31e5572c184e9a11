import { businessDateAt, formatDate, startOfDay } from '@anjiao/shared/calendar'

/** The day of an instant, for people to read, in Asia/Shanghai: `2026年11月23日`. */
export const dayText = (instant: string): string => formatDate(businessDateAt(new Date(instant)))

/** An instant (ISO 8601, as the API tells it) for people to read, in Asia/Shanghai: `2026年11月23日 14:05`. */
export function instantText(instant: string): string {
  const at = new Date(instant)
  const day = businessDateAt(at)
  const minutes = Math.floor((at.getTime() - startOfDay(day).getTime()) / 60_000)
  return `${formatDate(day)} ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const twoDigits = (count: number): string => String(count).padStart(2, '0')
