import type { Clock } from './clock.ts'

/** Waits until it is the caller's turn. */
export type Turn = () => Promise<void>

/** Lets callers through one after another, so many milliseconds apart, however many ask at once. */
export function inTurn(clock: Clock, apartMs: number, wait: (ms: number) => Promise<unknown>): Turn {
  let nextMs = Number.NEGATIVE_INFINITY
  return async () => {
    const nowMs = clock.now().getTime()
    const turnMs = Math.max(nowMs, nextMs)
    nextMs = turnMs + apartMs
    if (turnMs > nowMs) await wait(turnMs - nowMs)
  }
}
