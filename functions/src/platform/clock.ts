/** The one clock. Rules take an instant or a business date as a value; only the edge asks the clock. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
