import type { Receipt } from './require-reminded.ts'

const windowSeconds = 10
/** What belongs to two seconds goes at once, and as much may have come a little late. */
const aheadSeconds = 4

/** Throws when in any ten seconds more messages came than the pace of their campaign allows. */
export function requirePace(receipts: readonly Receipt[], perMinute: number): void {
  const times = receipts.map(({ atMs }) => atMs).toSorted((a, b) => a - b)
  const most = (perMinute * (windowSeconds + aheadSeconds)) / 60
  let first = 0
  for (const [at, time] of times.entries()) {
    while ((times[first] ?? time) < time - windowSeconds * 1_000) first++
    if (at - first + 1 > most) throw new Error(`more than ${most} messages in ${windowSeconds} s`)
  }
}
