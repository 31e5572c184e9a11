/**
 * When an attempt that is not final is asked about: 5 s, 30 s, 1, 3, 5, 10 and 30 minutes after it began, as WeChat
 * advises (微信支付 "查询订单", 查单实现), then at every further half hour until it is final. The times hang on its age
 * alone: whoever asks in between moves none of them.
 */
const afterMs = [5, 30, 60, 180, 300, 600, 1_800].map((seconds) => seconds * 1_000)
const laterMs = 1_800_000

/** A person who waits may have it asked again sooner, but not more often than this. */
export const askedAgainMs = 5_000

export const firstQueryAt = (createdAt: Date): Date => new Date(createdAt.getTime() + (afterMs[0] ?? 0))

/** When to ask next, after an answer at `now` that was not final: always later, but not past an expiry still to come. */
export function nextQueryAt(createdAt: Date, expiresAt: Date, now: Date): Date {
  const ageMs = now.getTime() - createdAt.getTime()
  const stepMs = afterMs.find((step) => step > ageMs) ?? (Math.floor(ageMs / laterMs) + 1) * laterMs
  const planned = new Date(createdAt.getTime() + stepMs)
  return now < expiresAt && expiresAt < planned ? expiresAt : planned
}
