export const rounds = 3

/**
 * Runs the contestants in turn, round after round (F S F S F S), so that whatever else the machine does falls on all
 * of them alike. Answers the measures of each, in the order given.
 */
export async function alternate<Measure>(
  contestants: readonly (() => Promise<Measure>)[],
  times = rounds,
): Promise<Measure[][]> {
  const measures: Measure[][] = contestants.map(() => [])
  for (let round = 0; round < times; round++) {
    for (const [at, run] of contestants.entries()) measures[at]?.push(await run())
  }
  return measures
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  if (middle.length === 0) throw new Error('no measure to take the median of')
  return middle.reduce((sum, value) => sum + value, 0) / middle.length
}

/** The value that a share of the others do not exceed: `0.99` of a thousand latencies is the 990th. */
export function quantile(values: readonly number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)]
  if (value === undefined) throw new Error('no measure to take a quantile of')
  return value
}

/** How long something took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
