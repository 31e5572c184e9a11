/** Hours after which nobody asks any more what became of a message. Its provider keeps reports for seven days. Ours. */
export const hoursOfAsking = 72
const minutesLeast = 1
const minutesMost = 6 * 60

/**
 * How many minutes later a provider is asked again what became of a message that is so old: half its age. Most reports come
 * within seconds, so that the first are asked for soon, and one that stays away costs some 25 calls in all. Pure.
 */
export const minutesToNextAsking = (ageMinutes: number): number =>
  Math.min(minutesMost, Math.max(minutesLeast, ageMinutes / 2))
