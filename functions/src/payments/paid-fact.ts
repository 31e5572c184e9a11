import type { PaidOrder } from '../platform/wechat-pay/index.ts'

/** 付款事实. What WeChat says was paid, by notice or by query; nothing of it has been compared with our books yet. */
export interface PaidFact extends PaidOrder {
  /** Of the notice that brought it; a query has none. */
  readonly eventId?: string
  /** Some of it, or all, has been given back already, and not by us. A notice never says so. */
  readonly refunded?: boolean
}
