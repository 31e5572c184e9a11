/**
 * Throws RangeError unless the text may be a 商户订单号 of ours: 6–32 of `0-9 A-Z a-z _ -`. Narrower than WeChat's own
 * rule, whose `|` and `*` would have to be escaped in the paths of query and close.
 */
export function requireOutTradeNo(outTradeNo: string): void {
  if (!/^[0-9A-Za-z_-]{6,32}$/.test(outTradeNo)) {
    throw new RangeError(`not an order number of ours: ${outTradeNo.slice(0, 40)}`)
  }
}
