/**
 * Throws RangeError unless the text may be a 商户退款单号 of ours: 1–64 of `0-9 A-Z a-z _ -`. Narrower than WeChat's own
 * rule: the library does not escape the `|`, `*` and `@` of a query's path.
 */
export function requireOutRefundNo(outRefundNo: string): void {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(outRefundNo)) {
    throw new RangeError(`not a refund number of ours: ${outRefundNo.slice(0, 72)}`)
  }
}
