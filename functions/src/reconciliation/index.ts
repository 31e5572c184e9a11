export { type MilliFen, milliFen, roundToFen } from './bill/bill-amounts.ts'
export { type FundPurpose, type FundRow, readFundFlow } from './bill/read-fund-flow.ts'
export {
  type PaidRow,
  type RefundRow,
  type RefundStatus,
  type RevokedRow,
  readTradeBill,
  type TradeRow,
} from './bill/read-trade-bill.ts'
export { closeBusinessDay } from './close-business-day.ts'
export { reconcile } from './reconcile.ts'
