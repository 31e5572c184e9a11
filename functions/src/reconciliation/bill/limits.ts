/**
 * The longest line of a bill that is read, in characters. The longest that WeChat writes has a remark (备注) of 2,048 and
 * some thirty short fields; without a bound a file without line breaks would be gathered whole.
 */
export const billLineMax = 16_384
