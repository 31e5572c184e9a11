import { hardHours, usualHours } from '@anjiao/shared/notice-limits'

/** Between which full hours somebody likes to be reminded. */
export interface Hours {
  readonly fromHour: number
  readonly toHour: number
}

/** What most would choose. */
export const usualTimes = {
  day: { label: '白天都可以', fromHour: usualHours.from, toHour: usualHours.to },
  morning: { label: '上午', fromHour: usualHours.from, toHour: 12 },
  afternoon: { label: '下午', fromHour: 14, toHour: 18 },
  evening: { label: '晚上', fromHour: 18, toHour: 21 },
} as const satisfies Record<string, Hours & { label: string }>

export type UsualTime = keyof typeof usualTimes

/** Which of the usual times these hours are; undefined: hours of somebody's own. */
export const timeOf = ({ fromHour, toHour }: Hours): UsualTime | undefined =>
  (Object.keys(usualTimes) as UsualTime[]).find(
    (time) => usualTimes[time].fromHour === fromHour && usualTimes[time].toHour === toHour,
  )

/** Nobody is written to at night, whatever anybody chooses. */
export const firstHours: readonly number[] = hoursBetween(hardHours.from, hardHours.to - 1)

/** The end comes after the beginning. */
export const lastHours = (fromHour: number): readonly number[] => hoursBetween(fromHour + 1, hardHours.to)

/** Another beginning: an end that would come before it moves to the next hour. */
export const startingAt = ({ toHour }: Hours, fromHour: number): Hours => ({
  fromHour,
  toHour: Math.max(toHour, fromHour + 1),
})

function hoursBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
