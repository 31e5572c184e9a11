/** Times as 微信支付 APIv3 writes them: RFC 3339, whole seconds, always at +08:00. */
const shanghaiMs = 8 * 3_600_000

/** `2026-11-23T10:00:00+08:00`; fractions of a second are dropped. */
export const wechatTime = (instant: Date): string =>
  `${new Date(instant.getTime() + shanghaiMs).toISOString().slice(0, 19)}+08:00`

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** The instant of an RFC 3339 time, or undefined when it is none. */
export function readWechatTime(text: string): Date | undefined {
  const ms = rfc3339.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? undefined : new Date(ms)
}
