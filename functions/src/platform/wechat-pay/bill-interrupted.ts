import type { UnknownWhy } from './outcomes.ts'

/**
 * Why a bill that had begun to arrive is worth nothing.
 * - `wrong-hash`: every byte came, and they are not those that WeChat announced.
 * - `too-large`: it unpacks beyond what is taken.
 * - otherwise the line broke, took too long, or what came was no gzip.
 */
export type InterruptedWhy =
  | 'wrong-hash'
  | 'too-large'
  | Extract<UnknownWhy, 'timeout' | 'network' | 'unreadable-answer'>

/** Thrown by the bytes of a bill where they end too early or wrongly: whatever was read of them does not count. Fetch it anew. */
export class BillInterrupted extends Error {
  readonly why: InterruptedWhy

  constructor(why: InterruptedWhy) {
    super(`the bill did not arrive whole: ${why}`)
    this.name = 'BillInterrupted'
    this.why = why
  }
}
