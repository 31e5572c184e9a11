import { createHash, timingSafeEqual } from 'node:crypto'

/** sha1 over token, timestamp, nonce and, of a message, its cipher text: sorted and joined. "消息推送", read 2026-11. */
export const pushSignature = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** Compares in constant time, so that a signature cannot be found digit by digit. */
export function isSignature(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given.toLowerCase())]
  return one.length === other.length && timingSafeEqual(one, other)
}
